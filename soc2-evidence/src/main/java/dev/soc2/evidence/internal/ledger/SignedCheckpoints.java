package dev.soc2.evidence.internal.ledger;

import dev.soc2.evidence.proof.SignedNote;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The checkpoints of a log that were signed, kept for ever. */
final class SignedCheckpoints {

    private SignedCheckpoints() {}

    static List<SignedNote> read(Tables tables, String log) throws SQLException {
        List<SignedNote> notes = new ArrayList<>();
        for (byte[] bytes : bytes(tables)) {
            notes.add(SignedNote.read(log, bytes));
        }
        return notes;
    }

    static List<byte[]> bytes(Tables tables) throws SQLException {
        List<byte[]> notes = new ArrayList<>();
        try (PreparedStatement select = tables.connection()
                .prepareStatement("SELECT note FROM soc2_checkpoint WHERE log = ? ORDER BY number")) {
            select.setLong(1, tables.log());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    notes.add(rows.getBytes(1));
                }
            }
        }
        return notes;
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
