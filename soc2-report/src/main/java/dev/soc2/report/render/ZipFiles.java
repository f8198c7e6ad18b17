package dev.soc2.report.render;

import dev.soc2.report.internal.io.ZipParts;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.ZipOutputStream;

/** The files of a report as a ZIP archive whose entries carry no clock. */
final class ZipFiles implements ReportFiles {

    private final ZipOutputStream zip;
    private final FileNames names = new FileNames();

    ZipFiles(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    @Override
    public void file(String name, Consumer<OutputStream> content) {
        names.add(name);
        try {
            zip.putNextEntry(ZipParts.entry(name));
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
