package dev.soc2.evidence.internal.store;

import dev.soc2.evidence.ledger.LedgerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The right to write to a ledger file, held by one process and there by one ledger.
 *
 * <p>A lock of the engine on an empty file beside the ledger, not one of the platform: those are lost as soon as anybody
 * in the same process opens and closes the file. It ends with the process, however that ends. Nothing is ever written to
 * that file, so that no failure of power can leave half of it; who holds the lock stands in another one, which nothing
 * depends on.
 */
final class WriterLock {

    private static final Pattern HOLDER = Pattern.compile("process \\d+, since [0-9TZ:.-]+");
    private static final String UNKNOWN = "a process that has only begun";
    private static final long LONGEST = 100;

    private final Connection connection;

    private WriterLock(Connection connection) {
        this.connection = connection;
    }

    static WriterLock acquire(Path ledger, String name, Instant now) throws SQLException {
        Connection connection = SqliteEngine.lock(beside(ledger, ".lock"));
        try {
            Sql.texts(connection, "PRAGMA journal_mode=OFF");
            Sql.run(connection, "BEGIN IMMEDIATE");
        } catch (SQLException e) {
            Sql.closeQuietly(connection);
            if (SqliteEngine.isBusy(e)) {
                throw held(beside(ledger, ".writer"), name, e);
            }
            throw e;
        }
        say(beside(ledger, ".writer"), "process " + ProcessHandle.current().pid() + ", since " + now);
        return new WriterLock(connection);
    }

    void release() {
        Sql.closeQuietly(connection);
    }

    private static Path beside(Path ledger, String end) {
        return ledger.resolveSibling(ledger.getFileName() + end);
    }

    private static void say(Path file, String who) {
        try {
            Files.writeString(file, who);
        } catch (IOException e) {
            // It only helps whoever is refused.
        }
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
        try {
            String who = Files.size(file) > LONGEST ? "" : Files.readString(file);
            return HOLDER.matcher(who).matches() ? who : UNKNOWN;
        } catch (IOException e) {
            return UNKNOWN;
        }
    }
}
