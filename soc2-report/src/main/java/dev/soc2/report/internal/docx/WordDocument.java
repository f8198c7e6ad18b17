package dev.soc2.report.internal.docx;

import dev.soc2.report.internal.io.ZipParts;
import dev.soc2.report.internal.prose.Prose;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipOutputStream;

/** Writes a document as a package of Office Open XML: equal documents give equal bytes, and it holds no macro or link. */
public final class WordDocument {

    private WordDocument() {}

    /** Writes the package; the stream stays open. */
    public static void write(Prose prose, OutputStream out) {
        WordBody.Written body = WordBody.of(prose);
        try {
            ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
            part(zip, "[Content_Types].xml", WordParts.TYPES);
            part(zip, "_rels/.rels", WordParts.RELATIONS);
            part(zip, "docProps/core.xml", WordParts.core(prose));
            part(zip, "word/_rels/document.xml.rels", WordParts.DOCUMENT_RELATIONS);
            part(zip, "word/document.xml", body.xml());
            part(zip, "word/footer1.xml", WordParts.footer(prose));
            part(zip, "word/numbering.xml", WordParts.numbering(body.numberedLists()));
            part(zip, "word/settings.xml", WordParts.SETTINGS);
            part(zip, "word/styles.xml", WordParts.styles(prose));
            zip.finish();
            zip.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
        zip.putNextEntry(ZipParts.entry(name));
        zip.write(xml.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
