package dev.soc2.report.render;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The files of a report as a ZIP archive whose entries carry the first instant that the format knows. */
final class ZipFiles implements ReportFiles {

    private static final LocalDateTime NO_CLOCK = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final FileNames names = new FileNames();

    ZipFiles(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    @Override
    public void file(String name, Consumer<OutputStream> content) {
        names.add(name);
        try {
            ZipEntry entry = new ZipEntry(name);
            entry.setTimeLocal(NO_CLOCK);
            zip.putNextEntry(entry);
            content.accept(new FilterOutputStream(zip) {
                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    out.write(bytes, offset, length);
                }

                @Override
                public void close() throws IOException {
                    flush();
                }
            });
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the archive; the stream stays open. */
    void finish() {
        try {
            zip.finish();
            zip.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
