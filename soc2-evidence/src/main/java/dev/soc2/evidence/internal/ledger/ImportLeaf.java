package dev.soc2.evidence.internal.ledger;

import dev.soc2.model.evidence.ImportReceipt;
import java.time.Instant;

/** An entry for the receipt of an import: its counts, and the digest of the whole receipt. */
record ImportLeaf(Instant recordedAt, String importer, String origin, ContentRef receipt) {

    static Entry entry(Instant recordedAt, ImportReceipt receipt, byte[] text) {
        byte[] leaf = new JsonLine()
                .text(EntryKind.FIELD, EntryKind.IMPORT.name())
                .map(
                        "import",
                        line -> line.text("recordedAt", recordedAt.toString())
                                .text("importer", receipt.importer())
                                .text("origin", receipt.origin())
                                .number("read", receipt.read())
                                .number("stored", receipt.stored())
                                .number("records", receipt.records())
                                .number("duplicates", receipt.duplicates())
                                .number("rejected", receipt.rejectedCount())
                                .number("outOfScope", receipt.outOfScope())
                                .map(
                                        "receipt",
                                        new ContentRef(Digest.hex(Digest.of(text)), text.length, ReceiptText.MEDIA_TYPE)
                                                ::write))
                .bytes();
        return Entry.of(EntryKind.IMPORT, Entry.nanos(recordedAt), null, leaf);
    }

    static ImportLeaf read(JsonFields fields) {
        return new ImportLeaf(
                fields.instant("recordedAt"),
                fields.text("importer"),
                fields.text("origin"),
                ContentRef.read(fields.map("receipt")));
    }
}
