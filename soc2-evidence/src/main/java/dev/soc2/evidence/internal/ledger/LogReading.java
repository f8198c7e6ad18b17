package dev.soc2.evidence.internal.ledger;

import dev.soc2.evidence.internal.merkle.StoredTree;
import dev.soc2.evidence.internal.store.Schema;
import dev.soc2.model.document.EvidenceLineReader;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceQuery;
import dev.soc2.model.evidence.EvidenceSink;
import dev.soc2.model.evidence.SourceCheckpoint;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;

/**
 * Reads the records that a query asks for, in the order of their entries; what was erased is passed over. Of each record
 * no more is built than the sink asks for.
 */
final class LogReading {

    /** Rows that a server sends at a time; an embedded engine steps through them one by one. */
    private static final int FETCH = 500;

    private LogReading() {}

    static void read(Tables tables, String log, long size, EvidenceQuery query, EvidenceSink sink) throws SQLException {
        long read = Math.min(size, tables.size());
        sink.from(new SourceCheckpoint(
                log, read, new StoredTree(new TreeNodes(tables, log)).root(read).hex()));
        if (query.types().isEmpty()) {
            return;
        }
        EvidenceLineReader reader = new EvidenceLineReader(log, LeafReading.READER);
        LedgerRow row = new LedgerRow(log);
        try (PreparedStatement select = tables.connection().prepareStatement(sql(query))) {
            select.setFetchSize(FETCH);
            bind(select, tables.log(), read, query);
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    long leaf = Schema.leaf(rows.getLong(1));
                    int start = rows.getInt(2);
                    byte[] bytes = LeafReading.there(log, leaf, rows.getBytes(3), start);
                    if (start > 0) {
                        row.show(leaf, bytes, start);
                        sink.row(row);
                    } else {
                        LeafReading.decrypted(tables, reader, log, leaf, bytes).ifPresent(sink::accept);
                    }
                }
            }
        }
    }

    private static String sql(EvidenceQuery query) {
        return "SELECT place, start, leaf FROM soc2_entry WHERE place >= ? AND place < ? AND kind = "
                + EntryKind.EVIDENCE.number() + " AND recorded <= ? AND type IN ("
                + String.join(", ", Collections.nCopies(query.types().size(), "?")) + ") ORDER BY place";
    }

    private static void bind(PreparedStatement select, long log, long size, EvidenceQuery query) throws SQLException {
        select.setLong(1, Schema.place(log, 0));
        select.setLong(2, Schema.place(log, size));
        select.setLong(3, query.knownAt().map(LogReading::clamped).orElse(Long.MAX_VALUE));
        int at = 4;
        for (String type : query.types()) {
            select.setString(at++, type);
        }
    }

    private static long clamped(Instant knownAt) {
        if (knownAt.isBefore(Evidence.EARLIEST)) {
            return Long.MIN_VALUE;
        }
        return knownAt.isBefore(Evidence.LATEST) ? Entry.nanos(knownAt) : Long.MAX_VALUE;
    }
}
