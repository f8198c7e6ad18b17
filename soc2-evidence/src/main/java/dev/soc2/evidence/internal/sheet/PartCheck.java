package dev.soc2.evidence.internal.sheet;

import dev.soc2.evidence.internal.archive.Archive;
import dev.soc2.evidence.internal.archive.ArchiveException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** Looks at every part of a workbook before one is parsed: sizes by inflating, no macros, XML in UTF-8 without a DTD. */
final class PartCheck {

    private static final byte[] DOCTYPE = {'<', '!', 'D', 'O', 'C', 'T', 'Y', 'P', 'E'};

    private final String document;
    private final Archive archive;
    private final byte[] buffer = new byte[1 << 13];

    PartCheck(String document, Archive archive) {
        this.document = document;
        this.archive = archive;
    }

    void check() {
        for (String name : archive.names()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith("vbaproject.bin") || lower.contains("macrosheets/")) {
                throw macros(document);
            }
            if (lower.endsWith("workbook.bin")) {
                throw new ArchiveException(document, "it is a binary workbook", "save it as .xlsx");
            }
            try (InputStream in = archive.open(name).orElseThrow()) {
                look(in, lower.endsWith(".xml") || lower.endsWith(".rels") || lower.endsWith(".vml"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static ArchiveException macros(String document) {
        return new ArchiveException(document, "it holds macros", "save it as .xlsx without macros");
    }

    private void look(InputStream in, boolean isXml) throws IOException {
        int matched = 0;
        boolean first = true;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (isXml && first && read > 1) {
                first = false;
                boolean isWide =
                        buffer[0] == 0 || buffer[1] == 0 || buffer[0] == (byte) 0xFE || buffer[0] == (byte) 0xFF;
                if (isWide) {
                    throw new ArchiveException(document, "a part of it is not UTF-8", "save it again as .xlsx");
                }
            }
            for (int i = 0; isXml && i < read; i++) {
                matched = buffer[i] == DOCTYPE[matched] ? matched + 1 : buffer[i] == DOCTYPE[0] ? 1 : 0;
                if (matched == DOCTYPE.length) {
                    throw new ArchiveException(
                            document,
                            "a part of it has a document type definition",
                            "save it again with a spreadsheet program; these write none");
                }
            }
        }
    }
}
