package dev.soc2.evidence.internal.ledger;

import dev.soc2.model.evidence.Provenance;
import dev.soc2.model.issue.Location;
import java.util.List;
import java.util.Optional;

/**
 * What an entry says of a record before the record itself: where it came from, the bytes it came as when they are not
 * the record's line, and which of its attachments the ledger holds.
 */
record EvidenceHead(Optional<Provenance> from, Optional<ContentRef> raw, List<String> held) {

    static final String LINE = "evidence";

    private static final byte[] PLAIN = written(new EvidenceHead(Optional.empty(), Optional.empty(), List.of()));

    EvidenceHead {
        held = List.copyOf(held);
    }

    /** The bytes of an entry up to the record. */
    byte[] upToRecord() {
        return from.isEmpty() && raw.isEmpty() && held.isEmpty() ? PLAIN : written(this);
    }

    private static byte[] written(EvidenceHead head) {
        JsonLine line = new JsonLine().text(EntryKind.FIELD, EntryKind.EVIDENCE.name());
        head.from.ifPresent(provenance -> line.map("from", fields -> write(provenance, fields)));
        head.raw.ifPresent(ref -> line.map("raw", ref::write));
        if (!head.held.isEmpty()) {
            line.texts("held", head.held);
        }
        return line.upTo(LINE);
    }

    /** Reads the bytes up to the record. */
    static EvidenceHead read(String document, byte[] leaf, int start) {
        byte[] closed = new byte[start + 2];
        System.arraycopy(leaf, 0, closed, 0, start);
        closed[start] = '0';
        closed[start + 1] = '}';
        return read(JsonFields.read(document, closed));
    }

    static EvidenceHead read(JsonFields fields) {
        return new EvidenceHead(
                fields.optionalMap("from").map(EvidenceHead::provenance),
                fields.optionalMap("raw").map(ContentRef::read),
                fields.has("held") ? fields.texts("held") : List.of());
    }

    /** Where the record begins in an entry that holds one readably; 0 in any other. */
    static int start(byte[] leaf) {
        byte[] name = JsonLine.utf8(",\"" + LINE + "\":");
        // In a text every quote is led by a backslash, so the first such bytes are the field.
        int at = Bytes.indexOf(leaf, name);
        // Behind the name stand at least the braces of a record and that of the entry.
        return at < 0 || at + name.length > leaf.length - 3 ? 0 : at + name.length;
    }

    /** Writes where a record came from. */
    static void write(Provenance provenance, JsonLine line) {
        Location origin = provenance.origin();
        line.text("document", origin.document())
                .number("line", origin.line())
                .number("column", origin.column())
                .text("path", origin.path())
                .text("sha256", provenance.sha256())
                .text("importer", provenance.importer());
    }

    private static Provenance provenance(JsonFields fields) {
        return new Provenance(
                new Location(
                        fields.text("document"), fields.integer("line"), fields.integer("column"), fields.text("path")),
                fields.text("sha256"),
                fields.text("importer"));
    }
}
