package dev.soc2.benchmarks.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What a developer would write who wants the bytes kept, as durably, without a tree or a check: nothing but the bytes, or
 * also an id that is unique, so that the same record is not kept twice.
 */
final class PlainSqlite implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement insert;

    private final boolean unique;

    PlainSqlite(Path file, boolean unique) throws SQLException {
        this.unique = unique;
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode=WAL");
            statement.execute("PRAGMA synchronous=FULL");
            statement.execute("PRAGMA cache_size=-32000");
            statement.execute("PRAGMA wal_autocheckpoint=8192");
            statement.execute("CREATE TABLE raw (place INTEGER PRIMARY KEY, bytes BLOB NOT NULL"
                    + (unique ? ", id BLOB NOT NULL UNIQUE)" : ")"));
        }
        connection.setAutoCommit(false);
        insert = connection.prepareStatement(
                unique ? "INSERT INTO raw (bytes, id) VALUES (?, ?)" : "INSERT INTO raw (bytes) VALUES (?)");
    }

    /** Inserts, so many in one transaction. */
    void add(List<byte[]> entries, List<byte[]> ids, int together) throws SQLException {
        int waiting = 0;
        for (int i = 0; i < entries.size(); i++) {
            insert.setBytes(1, entries.get(i));
            if (unique) {
                insert.setBytes(2, ids.get(i));
            }
            insert.addBatch();
            waiting++;
            if (waiting == together) {
                insert.executeBatch();
                connection.commit();
                waiting = 0;
            }
        }
        insert.executeBatch();
        connection.commit();
    }

    long bytes() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT coalesce(sum(length(bytes)), 0) FROM raw")) {
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        insert.close();
        connection.close();
    }
}
