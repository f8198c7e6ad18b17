package dev.soc2.evidence.internal.ledger;

import dev.soc2.evidence.internal.store.Schema;
import dev.soc2.evidence.ledger.CustodyAction;
import dev.soc2.evidence.ledger.CustodyRecord;
import dev.soc2.model.evidence.ImportReceipt;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The entries that are no records: receipts and custody, and the chain of one record. */
final class CustodyReading {

    private CustodyReading() {}

    private interface Taker {
        void take(long leaf, JsonFields fields) throws SQLException;
    }

    static List<CustodyLeaf.Span> sealed(Tables tables, String log) throws SQLException {
        List<CustodyLeaf.Span> spans = new ArrayList<>();
        custody(tables, log, Schema.LEAVES, (leaf, said) -> said.span().ifPresent(spans::add));
        return spans;
    }

    /** What was erased. */
    static List<CustodyRecord> erased(Tables tables, String log, long size) throws SQLException {
        List<CustodyRecord> erased = new ArrayList<>();
        custody(tables, log, size, (leaf, said) -> {
            if (said.action() == CustodyAction.ERASED) {
                erased.add(said.told(leaf));
            }
        });
        return erased;
    }

    static List<ImportReceipt> receipts(Tables tables, String log, long size) throws SQLException {
        List<ImportReceipt> receipts = new ArrayList<>();
        imports(tables, log, size, (leaf, entry, text) -> receipts.add(text.receipt()));
        return receipts;
    }

    /** Everything that happened to one record, in the order of the entries. */
    static List<CustodyRecord> chain(Tables tables, String log, String id) throws SQLException {
        Optional<Tables.Found> found = tables.find(JsonLine.key(id));
        List<CustodyRecord> chain = new ArrayList<>();
        if (found.isEmpty()) {
            return chain;
        }
        long own = found.get().leaf();
        Entry entry = LeafReading.derived(log, tables.leaf(own));
        chain.add(new CustodyRecord(
                own, CustodyAction.RECEIVED, Entry.instant(entry.recorded), Optional.of(id), "ledger", ""));
        imports(tables, log, Schema.LEAVES, (leaf, said, text) -> {
            if (text.made(own)) {
                chain.add(new CustodyRecord(
                        leaf,
                        CustodyAction.IMPORTED,
                        said.recordedAt(),
                        Optional.of(id),
                        said.importer(),
                        said.origin()));
            }
        });
        superseding(tables, log, id, chain);
        custody(tables, log, Schema.LEAVES, (leaf, said) -> {
            boolean meant = said.record().map(id::equals).orElse(leaf > own);
            if (meant) {
                chain.add(said.told(leaf));
            }
        });
        chain.sort(Comparator.comparingLong(CustodyRecord::leaf));
        return chain;
    }

    private static void superseding(Tables tables, String log, String id, List<CustodyRecord> chain)
            throws SQLException {
        try (PreparedStatement select = tables.connection()
                .prepareStatement("SELECT place, leaf, recorded FROM soc2_entry"
                        + " WHERE log = ? AND about = ? AND kind = " + EntryKind.EVIDENCE.number())) {
            select.setLong(1, tables.log());
            select.setBytes(2, JsonLine.key(id));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    chain.add(new CustodyRecord(
                            Schema.leaf(rows.getLong(1)),
                            CustodyAction.SUPERSEDED,
                            Entry.instant(rows.getLong(3)),
                            Optional.of(id),
                            superseding(log, rows.getBytes(2)),
                            ""));
                }
            }
        }
    }

    private static String superseding(String log, byte[] leaf) {
        JsonFields fields = JsonFields.read(log, leaf);
        return fields.map(fields.has(EvidenceHead.LINE) ? EvidenceHead.LINE : PersonalLeaf.FIELD)
                .text("id");
    }

    private interface CustodyTaker {
        void take(long leaf, CustodyLeaf said);
    }

    private interface ImportTaker {
        void take(long leaf, ImportLeaf said, ReceiptText text);
    }

    private static void custody(Tables tables, String log, long size, CustodyTaker taker) throws SQLException {
        kept(
                tables,
                log,
                EntryKind.CUSTODY,
                size,
                (leaf, fields) -> taker.take(leaf, CustodyLeaf.read(fields.map("custody"))));
    }

    private static void imports(Tables tables, String log, long size, ImportTaker taker) throws SQLException {
        kept(tables, log, EntryKind.IMPORT, size, (leaf, fields) -> {
            ImportLeaf said = ImportLeaf.read(fields.map("import"));
            String place = LeafReading.place(log, leaf).toString();
            byte[] text = Contents.bytes(tables, place, said.receipt().sha256());
            taker.take(leaf, said, ReceiptText.read(place, text));
        });
    }

    private static void kept(Tables tables, String log, EntryKind kind, long size, Taker taker) throws SQLException {
        try (PreparedStatement select = tables.connection()
                .prepareStatement("SELECT place, leaf FROM soc2_entry WHERE log = ? AND kind <> 0 AND kind = "
                        + kind.number() + " AND place < ? ORDER BY place")) {
            select.setLong(1, tables.log());
            select.setLong(2, Schema.place(tables.log(), size));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    taker.take(Schema.leaf(rows.getLong(1)), JsonFields.read(log, rows.getBytes(2)));
                }
            }
        }
    }
}
