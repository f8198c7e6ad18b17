package dev.soc2.report.render;

import dev.soc2.model.result.Assessment;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A report that consists of several files, such as a folder of tables. Stateless and safe for use by many threads; reads
 * no clock, locale, zone or file: equal assessments and options give equal bytes.
 */
public interface ReportSet {

    /**
     * The name by which {@code Reports.set(id)} finds it.
     *
     * @return lower-case letters, digits and {@code -}
     */
    String id();

    /**
     * Writes the files, in the order of their names.
     *
     * @param assessment what to report
     * @param options how to show it
     * @param files takes the files
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    void write(Assessment assessment, ReportOptions options, ReportFiles files);

    /**
     * Writes the files into a folder, each beside its place first. Files of other names in the folder stay.
     *
     * @param assessment what to report
     * @param options how to show it
     * @param folder the folder; created when it is not there
     * @return what was written
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    default RenderResult write(Assessment assessment, ReportOptions options, Path folder) {
        FolderFiles files = new FolderFiles(folder);
        write(assessment, options, files);
        return files.result();
    }

    /**
     * Writes the files as one ZIP archive without clocks in it. The stream is flushed and stays open.
     *
     * @param assessment what to report
     * @param options how to show it
     * @param out takes the archive
     * @throws java.io.UncheckedIOException if the stream fails
     */
    default void writeZip(Assessment assessment, ReportOptions options, OutputStream out) {
        ZipFiles files = new ZipFiles(out);
        write(assessment, options, files);
        files.finish();
    }
}
