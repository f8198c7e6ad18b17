package dev.soc2.evidence.crash;

import dev.soc2.evidence.internal.store.Database;
import dev.soc2.evidence.internal.store.SqliteDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A ledger file with one fault in how it is written. */
final class FaultyDatabase implements Database {

    private static final String GUARD = "soc2_entry_no_update";

    private final SqliteDatabase database;
    private final PlantedFault fault;
    private final Runnable acknowledge;
    private long before;

    FaultyDatabase(Path file, PlantedFault fault, Runnable acknowledge) {
        this.database = SqliteDatabase.open(file, false, () -> Instant.EPOCH);
        this.fault = fault;
        this.acknowledge = acknowledge;
        if (fault == PlantedFault.UNSYNCED_COMMIT) {
            try {
                run("PRAGMA synchronous=NORMAL");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void begin(long log) throws SQLException {
        database.begin(log);
        before = last();
    }

    @Override
    public void commit() throws SQLException {
        switch (fault) {
            case EARLY_ACKNOWLEDGEMENT -> {
                if (last() > before) {
                    acknowledge.run();
                }
                database.commit();
            }
            case LATE_NODES -> commitNodesLater();
            default -> database.commit();
        }
    }

    private void commitNodesLater() throws SQLException {
        if (last() == before) {
            database.commit();
            return;
        }
        String guard;
        try (Statement statement = writer().createStatement();
                ResultSet rows = statement.executeQuery("SELECT sql FROM sqlite_schema WHERE name = '" + GUARD + "'")) {
            guard = rows.getString(1);
        }
        run("CREATE TEMP TABLE IF NOT EXISTS late (place INTEGER PRIMARY KEY, nodes BLOB)");
        run("INSERT INTO late SELECT place, nodes FROM soc2_entry WHERE place > " + before);
        run("DROP TRIGGER " + GUARD);
        run("UPDATE soc2_entry SET nodes = x'' WHERE place > " + before);
        run(guard);
        database.commit();
        run("BEGIN IMMEDIATE");
        run("DROP TRIGGER " + GUARD);
        run("UPDATE soc2_entry SET nodes = (SELECT nodes FROM late WHERE late.place = soc2_entry.place)"
                + " WHERE place > " + before);
        run("DELETE FROM late");
        run(guard);
        database.commit();
    }

    private long last() throws SQLException {
        try (Statement statement = writer().createStatement();
                ResultSet rows = statement.executeQuery("SELECT coalesce(max(place), 0) FROM soc2_entry")) {
            return rows.getLong(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = writer().createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public String name() {
        return database.name();
    }

    @Override
    public boolean isReadOnly() {
        return database.isReadOnly();
    }

    @Override
    public Connection writer() {
        return database.writer();
    }

    @Override
    public void rollback() throws SQLException {
        database.rollback();
    }

    @Override
    public Connection snapshot() throws SQLException {
        return database.snapshot();
    }

    @Override
    public Optional<Connection> beside() throws SQLException {
        return database.beside();
    }

    @Override
    public void forget() throws SQLException {
        database.forget();
    }

    @Override
    public Settled settled() throws SQLException {
        return database.settled();
    }

    @Override
    public List<String> unused(Settled view) throws SQLException {
        return database.unused(view);
    }

    @Override
    public List<String> check(Settled view) throws SQLException {
        return database.check(view);
    }

    @Override
    public void close() throws SQLException {
        database.close();
    }

    @Override
    public void abandon() {
        database.abandon();
    }
}
