package dev.soc2.evidence.internal.ledger;

import dev.soc2.evidence.proof.SignedNote;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The checkpoints of a log that were signed, kept for ever. */
final class SignedCheckpoints {

    private SignedCheckpoints() {}

    /** A note as it stands in its row, with what stands beside it. */
    static final class Row {

        final long size;
        final byte @Nullable [] note;

        private Row(long size, byte @Nullable [] note) {
            this.size = size;
            this.note = note;
        }
    }

    static List<SignedNote> read(Tables tables, String log) throws SQLException {
        List<SignedNote> notes = new ArrayList<>();
        for (Row row : rows(tables)) {
            if (row.note == null) {
                throw new SQLException("a signed checkpoint has no bytes");
            }
            notes.add(SignedNote.read(log, row.note));
        }
        return notes;
    }

    static List<Row> rows(Tables tables) throws SQLException {
        List<Row> notes = new ArrayList<>();
        try (PreparedStatement select = tables.connection()
                .prepareStatement("SELECT size, note FROM soc2_checkpoint WHERE log = ? ORDER BY number")) {
            select.setLong(1, tables.log());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    notes.add(new Row(rows.getLong(1), rows.getBytes(2)));
                }
            }
        }
        return notes;
    }

    /** Whether the checkpoints of all logs are numbered from 1 on, as they are written. */
    static boolean areNumbered(Tables tables) throws SQLException {
        try (Statement select = tables.connection().createStatement();
                ResultSet rows = select.executeQuery(
                        "SELECT count(*), coalesce(min(number), 1), coalesce(max(number), 0) FROM soc2_checkpoint")) {
            rows.next();
            return rows.getLong(2) == 1 && rows.getLong(1) == rows.getLong(3);
        }
    }

    static void insert(Tables tables, long size, SignedNote note) throws SQLException {
        try (PreparedStatement insert = tables.connection()
                .prepareStatement("INSERT INTO soc2_checkpoint (number, log, size, note) VALUES"
                        + " ((SELECT coalesce(max(number), 0) + 1 FROM soc2_checkpoint), ?, ?, ?)")) {
            insert.setLong(1, tables.log());
            insert.setLong(2, size);
            insert.setBytes(3, note.bytes());
            insert.executeUpdate();
        }
    }
}
