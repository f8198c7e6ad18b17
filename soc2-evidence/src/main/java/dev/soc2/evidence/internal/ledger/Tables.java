package dev.soc2.evidence.internal.ledger;

import dev.soc2.evidence.internal.merkle.Hash;
import dev.soc2.evidence.internal.store.Schema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rows of one log, on a connection that reads or writes. Statements are prepared when they are first needed. */
final class Tables implements AutoCloseable {

    /** Content is kept in rows of at most this many bytes. */
    static final int CHUNK = 1 << 20;

    private final Connection connection;
    private final long log;
    private final long first;
    private @Nullable PreparedStatement size;
    private @Nullable PreparedStatement find;
    private @Nullable PreparedStatement node;
    private @Nullable PreparedStatement holds;
    private @Nullable PreparedStatement insertEntry;
    private @Nullable PreparedStatement insertContent;
    private @Nullable PreparedStatement secret;

    /** A record that is there. */
    record Found(long leaf, Optional<String> digest) {}

    Tables(Connection connection, long log) {
        this.connection = connection;
        this.log = log;
        this.first = Schema.place(log, 0);
    }

    long log() {
        return log;
    }

    Connection connection() {
        return connection;
    }

    long size() throws SQLException {
        if (size == null) {
            size = connection.prepareStatement("SELECT max(place) FROM soc2_entry WHERE place >= ? AND place < ?");
        }
        size.setLong(1, first);
        size.setLong(2, first + Schema.LEAVES);
        try (ResultSet rows = size.executeQuery()) {
            rows.next();
            long place = rows.getLong(1);
            return rows.wasNull() ? 0 : Schema.leaf(place) + 1;
        }
    }

    long recorded(long leaf) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT recorded FROM soc2_entry WHERE place = ?")) {
            select.setLong(1, first + leaf);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("entry " + leaf + " is missing");
                }
                return rows.getLong(1);
            }
        }
    }

    /** The hash of a complete node, which stands beside the last entry below it. */
    byte[] node(int level, long index) throws SQLException {
        if (node == null) {
            node = connection.prepareStatement("SELECT substr(nodes, ?, 32) FROM soc2_entry WHERE place = ?");
        }
        node.setInt(1, level * 32 + 1);
        node.setLong(2, first + ((index + 1) << level) - 1);
        try (ResultSet rows = node.executeQuery()) {
            // Of a row whose nodes were cut off the driver gives nothing, or less than a hash.
            byte @Nullable [] hash = rows.next() ? rows.getBytes(1) : null;
            if (hash == null || hash.length != Hash.LENGTH) {
                throw new SQLException("node " + index + " of level " + level + " is missing");
            }
            return hash;
        }
    }

    Optional<Found> find(byte[] id) throws SQLException {
        if (find == null) {
            find = connection.prepareStatement("SELECT place, digest FROM soc2_entry WHERE log = ? AND id = ?");
        }
        find.setLong(1, log);
        find.setBytes(2, id);
        try (ResultSet rows = find.executeQuery()) {
            return rows.next()
                    ? Optional.of(new Found(
                            Schema.leaf(rows.getLong(1)),
                            Optional.ofNullable(rows.getBytes(2)).map(Digest::hex)))
                    : Optional.empty();
        }
    }

    /** The greatest id of a record, in the order of its bytes; null if there is none. */
    byte @Nullable [] highestId() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT id FROM soc2_entry WHERE log = ? AND id IS NOT NULL ORDER BY id DESC LIMIT 1")) {
            select.setLong(1, log);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? rows.getBytes(1) : null;
            }
        }
    }

    byte[] leaf(long leaf) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT leaf FROM soc2_entry WHERE place = ?")) {
            select.setLong(1, first + leaf);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("entry " + leaf + " is missing");
                }
                return rows.getBytes(1);
            }
        }
    }

    void insert(long leaf, Entry entry, byte[] nodes) throws SQLException {
        if (insertEntry == null) {
            insertEntry = connection.prepareStatement("INSERT INTO soc2_entry (place, log, kind, id, type, occurred,"
                    + " recorded, about, digest, start, nodes, leaf) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        }
        insertEntry.setLong(1, first + leaf);
        insertEntry.setLong(2, log);
        insertEntry.setLong(3, entry.kind.number());
        insertEntry.setBytes(4, entry.id);
        insertEntry.setString(5, entry.type);
        if (entry.occurred == null) {
            insertEntry.setNull(6, Types.BIGINT);
        } else {
            insertEntry.setLong(6, entry.occurred);
        }
        insertEntry.setLong(7, entry.recorded);
        insertEntry.setBytes(8, entry.about);
        insertEntry.setBytes(9, entry.digest);
        insertEntry.setLong(10, entry.start);
        insertEntry.setBytes(11, nodes);
        insertEntry.setBytes(12, entry.leaf);
        insertEntry.addBatch();
    }

    void insertContent(byte[] content) throws SQLException {
        insertContent(Digest.of(content), content);
    }

    /** Content that is there already is not written again. */
    void insertContent(byte[] digest, byte[] content) throws SQLException {
        int at = 0;
        do {
            int to = Math.min(content.length, at + CHUNK);
            insertChunk(digest, at / CHUNK, content.length, Arrays.copyOfRange(content, at, to));
            at = to;
        } while (at < content.length);
    }

    void insertChunk(byte[] digest, long position, long size, byte[] chunk) throws SQLException {
        if (insertContent == null) {
            insertContent = connection.prepareStatement("INSERT INTO soc2_content (log, sha256, position, size, bytes)"
                    + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
        }
        insertContent.setLong(1, log);
        insertContent.setBytes(2, digest);
        insertContent.setLong(3, position);
        insertContent.setLong(4, size);
        insertContent.setBytes(5, chunk);
        insertContent.addBatch();
    }

    /** Writes what was inserted since. */
    void flush() throws SQLException {
        if (insertContent != null) {
            insertContent.executeBatch();
        }
        if (insertEntry != null) {
            insertEntry.executeBatch();
        }
    }

    boolean holds(byte[] digest) throws SQLException {
        if (holds == null) {
            holds = connection.prepareStatement(
                    "SELECT 1 FROM soc2_content WHERE log = ? AND sha256 = ? AND position = 0");
        }
        holds.setLong(1, log);
        holds.setBytes(2, digest);
        try (ResultSet rows = holds.executeQuery()) {
            return rows.next();
        }
    }

    Optional<byte[]> secret(long leaf) throws SQLException {
        if (secret == null) {
            secret = connection.prepareStatement("SELECT secret FROM soc2_secret WHERE place = ?");
        }
        secret.setLong(1, first + leaf);
        try (ResultSet rows = secret.executeQuery()) {
            return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
        }
    }

    void insertSecret(long leaf, byte[] bytes) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO soc2_secret (place, secret) VALUES (?, ?)")) {
            insert.setLong(1, first + leaf);
            insert.setBytes(2, bytes);
            insert.executeUpdate();
        }
    }

    boolean deleteSecret(long leaf) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM soc2_secret WHERE place = ?")) {
            delete.setLong(1, first + leaf);
            return delete.executeUpdate() == 1;
        }
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement :
                new @Nullable PreparedStatement[] {size, find, node, holds, insertEntry, insertContent, secret}) {
            if (statement != null) {
                statement.close();
            }
        }
    }
}
