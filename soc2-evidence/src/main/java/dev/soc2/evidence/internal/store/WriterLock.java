package dev.soc2.evidence.internal.store;

import dev.soc2.evidence.ledger.LedgerException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * The right to write to a ledger file, held by one process and there by one ledger.
 *
 * <p>A lock of the engine on a small file beside the ledger, not one of the platform: those are lost as soon as anybody
 * in the same process opens and closes the file. It ends with the process, however that ends.
 */
final class WriterLock {

    private final Connection connection;

    private WriterLock(Connection connection) {
        this.connection = connection;
    }

    static WriterLock acquire(Path ledger, String name, Instant now) throws SQLException {
        Path file = ledger.resolveSibling(ledger.getFileName() + ".lock");
        Connection connection = SqliteEngine.lock(file);
        try {
            Sql.run(connection, "PRAGMA synchronous=OFF");
            Sql.run(connection, "BEGIN IMMEDIATE");
            Sql.run(connection, "CREATE TABLE IF NOT EXISTS holder (who TEXT NOT NULL)");
            Sql.run(connection, "DELETE FROM holder");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO holder (who) VALUES (?)")) {
                insert.setString(1, "process " + ProcessHandle.current().pid() + ", since " + now);
                insert.executeUpdate();
            }
            Sql.run(connection, "COMMIT");
            Sql.run(connection, "BEGIN IMMEDIATE");
            return new WriterLock(connection);
        } catch (SQLException e) {
            Sql.closeQuietly(connection);
            if (SqliteEngine.isBusy(e)) {
                throw held(file, name, e);
            }
            throw e;
        }
    }

    void release() {
        Sql.closeQuietly(connection);
    }

    private static LedgerException held(Path file, String name, SQLException cause) {
        return new LedgerException(
                LedgerCode.LOCKED.at(
                        name,
                        "somebody else writes to this ledger: " + holder(file),
                        "close the ledger there, or open this one for reading only"),
                cause);
    }

    private static String holder(Path file) {
        try (Connection connection = SqliteEngine.reader(file)) {
            List<String> who = Sql.texts(connection, "SELECT who FROM holder");
            return who.isEmpty() ? "a process that has only begun" : who.get(0);
        } catch (SQLException e) {
            return "a process that has only begun";
        }
    }
}
