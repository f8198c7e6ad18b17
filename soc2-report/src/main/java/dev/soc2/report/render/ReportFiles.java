package dev.soc2.report.render;

import java.io.OutputStream;
import java.util.function.Consumer;

/** Takes the files of a report that consists of several, one after the other. */
@FunctionalInterface
public interface ReportFiles {

    /**
     * Takes a file.
     *
     * @param name its name in the report: plain names joined by {@code /}, each of letters, digits, {@code .}, {@code _}
     *     and {@code -}
     * @param content writes the bytes; the stream is closed by whoever takes the file
     */
    void file(String name, Consumer<OutputStream> content);
}
