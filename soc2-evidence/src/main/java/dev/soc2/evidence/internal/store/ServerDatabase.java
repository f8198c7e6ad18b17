package dev.soc2.evidence.internal.store;

import dev.soc2.evidence.ledger.LedgerException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * A ledger in the current schema of a PostgreSQL database. Several processes may write, in turn: an advisory lock for
 * each log orders them.
 */
public final class ServerDatabase implements Database {

    private static final int LOCK_SPACE = Schema.APPLICATION_ID;
    private static final int MAKING = 0;

    private final DataSource source;
    private final String name;
    private final Optional<Connection> writer;

    private ServerDatabase(DataSource source, String name, Optional<Connection> writer) {
        this.source = source;
        this.name = name;
        this.writer = writer;
    }

    public static ServerDatabase open(DataSource source, boolean readOnly) {
        String name = "postgresql";
        try {
            Connection connection = source.getConnection();
            try {
                requireLedger(connection, name, readOnly);
                if (readOnly) {
                    connection.close();
                    return new ServerDatabase(source, name, Optional.empty());
                }
                return new ServerDatabase(source, name, Optional.of(connection));
            } catch (SQLException | LedgerException e) {
                Sql.closeQuietly(connection);
                throw e;
            }
        } catch (SQLException e) {
            throw new LedgerException(
                    LedgerCode.CANNOT_OPEN.at(
                            name, "the database cannot be used", "check the connection, and the rights of its user"),
                    e);
        }
    }

    private static void requireLedger(Connection connection, String name, boolean readOnly) throws SQLException {
        if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            throw new LedgerException(LedgerCode.ENGINE.at(
                    name, "this is not PostgreSQL", "hand in a data source of PostgreSQL, or open a file"));
        }
        connection.setAutoCommit(false);
        Sql.run(connection, "SELECT pg_advisory_xact_lock(" + LOCK_SPACE + ", " + MAKING + ")");
        if (!hasTable(connection, Schema.MARKER)) {
            make(connection, name, readOnly);
        }
        long version = Sql.number(connection, "SELECT max(version) FROM " + Schema.MARKER);
        connection.commit();
        connection.setAutoCommit(true);
        if (version != Schema.VERSION) {
            throw new LedgerException(LedgerCode.NEWER.at(
                    name,
                    "the ledger has format " + version + ", and this library knows format " + Schema.VERSION,
                    "open it with the version of this library that wrote it"));
        }
    }

    private static void make(Connection connection, String name, boolean readOnly) throws SQLException {
        if (hasTable(connection, "soc2_entry") || hasTable(connection, "soc2_log")) {
            throw new LedgerException(LedgerCode.FOREIGN.at(
                    name, "the schema has tables with the names of a ledger's and is none", "use a schema of its own"));
        }
        if (readOnly) {
            throw new LedgerException(
                    LedgerCode.CANNOT_OPEN.at(name, "there is no ledger in this schema", "open it for writing once"));
        }
        for (String statement : Schema.postgresql()) {
            Sql.run(connection, statement);
        }
    }

    private static boolean hasTable(Connection connection, String table) throws SQLException {
        return !Sql.texts(
                        connection,
                        "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() AND tablename = '" + table
                                + "'")
                .isEmpty();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isReadOnly() {
        return writer.isEmpty();
    }

    @Override
    public Connection writer() {
        return writer.orElseThrow(() -> new IllegalStateException("a ledger that is read only has no writer"));
    }

    @Override
    public void begin(long log) throws SQLException {
        writer().setAutoCommit(false);
        try (PreparedStatement lock = writer().prepareStatement("SELECT pg_advisory_xact_lock(?, ?)")) {
            lock.setInt(1, LOCK_SPACE);
            lock.setInt(2, Math.toIntExact(log));
            lock.execute();
        }
    }

    @Override
    public void commit() throws SQLException {
        writer().commit();
        writer().setAutoCommit(true);
    }

    @Override
    public void rollback() throws SQLException {
        writer().rollback();
        writer().setAutoCommit(true);
    }

    @Override
    public Connection snapshot() throws SQLException {
        Connection connection = source.getConnection();
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    /** A second connection for each import is more than a pool may have. */
    @Override
    public Optional<Connection> beside() {
        return Optional.empty();
    }

    @Override
    public void forget() {
        // Rows that were deleted are gone when the server has vacuumed; its archives and copies are their keeper's.
    }

    @Override
    public Settled settled() throws SQLException {
        return new Settled(snapshot(), false);
    }

    @Override
    public List<String> check(Settled view) {
        return List.of();
    }

    @Override
    public List<String> unused(Settled view) {
        return List.of();
    }

    @Override
    public void close() throws SQLException {
        if (writer.isPresent()) {
            writer.get().close();
        }
    }

    @Override
    public void abandon() {
        writer.ifPresent(Sql::closeQuietly);
    }
}
