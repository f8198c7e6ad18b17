package dev.soc2.report.render;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * Files that come with a report: a bundle of evidence, documents. Whoever keeps them implements it; the thread that
 * writes the report calls it. Each file is opened once and read from its start to its end, so that no file has to fit
 * into memory.
 */
public interface Attachments {

    /**
     * The names of the files. The same each time, until the report is written.
     *
     * @return names, their parts joined by {@code /}
     * @throws java.io.UncheckedIOException if they cannot be listed
     */
    List<String> names();

    /**
     * Opens a file; whoever opened it closes it.
     *
     * @param name one of the names
     * @return its bytes
     * @throws IOException if it cannot be opened
     */
    InputStream open(String name) throws IOException;

    /**
     * The files of a folder and of the folders below it. Links are refused: they could lead anywhere.
     *
     * @param folder the folder; listed when a report asks for it
     * @return its files
     */
    static Attachments folder(Path folder) {
        return new FolderAttachments(folder);
    }
}
