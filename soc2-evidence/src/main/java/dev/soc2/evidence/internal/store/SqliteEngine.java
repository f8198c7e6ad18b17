package dev.soc2.evidence.internal.store;

import dev.soc2.evidence.ledger.LedgerException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Connections of SQLite with the settings of a ledger. The one class that sees the driver. */
final class SqliteEngine {

    private static final int BUSY_MILLIS = 10_000;
    private static final String OLDEST = "3.51.3";

    /** The write-ahead log is brought into the file after 32 MB, so that the pages of an index are written seldom. */
    private static final int CHECKPOINT_PAGES = 2_048;

    private SqliteEngine() {}

    /** A connection that writes. */
    static Connection writer(Path file) throws SQLException {
        Connection connection = open(file, "rw", BUSY_MILLIS);
        try {
            settle(connection);
            Sql.run(connection, "PRAGMA synchronous=FULL");
            Sql.run(connection, "PRAGMA fullfsync=ON");
            Sql.run(connection, "PRAGMA checkpoint_fullfsync=ON");
            // A log is found, or made, before anything is written to it; looking it up again for each entry takes time.
            Sql.run(connection, "PRAGMA foreign_keys=OFF");
            Sql.run(connection, "PRAGMA secure_delete=ON");
            Sql.run(connection, "PRAGMA cache_size=-32000");
            Sql.texts(connection, "PRAGMA wal_autocheckpoint=" + CHECKPOINT_PAGES);
            return connection;
        } catch (SQLException e) {
            Sql.closeQuietly(connection);
            throw e;
        }
    }

    /** A connection that reads; it never writes to the file, not even when it is the last to close. */
    static Connection reader(Path file) throws SQLException {
        return reading(file, "ro");
    }

    /** A connection that reads the file alone, as if nobody could change it: it takes no lock and leaves no trace. */
    static Connection untouched(Path file) throws SQLException {
        return reading(file, "ro&immutable=1");
    }

    /** A connection to an empty file beside the ledger that only serves to lock. */
    static Connection lock(Path file) throws SQLException {
        return open(file, "rwc", 0);
    }

    /** A connection to a file that is about to be made. */
    static Connection created(Path file) throws SQLException {
        return open(file, "rwc", BUSY_MILLIS);
    }

    /** Brings what was committed into the file; whether all of it is there, without waiting for who reads. */
    static boolean broughtIn(Connection writer) throws SQLException {
        try (Statement statement = writer.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA wal_checkpoint(PASSIVE)")) {
            return row.next() && row.getInt(1) == 0 && row.getInt(2) == row.getInt(3);
        }
    }

    static boolean isBusy(SQLException e) {
        return is(e, SQLiteErrorCode.SQLITE_BUSY, SQLiteErrorCode.SQLITE_LOCKED);
    }

    static boolean isForeign(SQLException e) {
        return is(e, SQLiteErrorCode.SQLITE_NOTADB);
    }

    static boolean isCorrupt(SQLException e) {
        return is(e, SQLiteErrorCode.SQLITE_CORRUPT, SQLiteErrorCode.SQLITE_IOERR_SHORT_READ);
    }

    /** Refuses an engine with the fault that loses commits when a write-ahead log is begun anew. */
    static void requireVersion(Connection connection, String name) throws SQLException {
        String version = Sql.texts(connection, "SELECT sqlite_version()").get(0);
        if (Arrays.compare(parts(version), parts(OLDEST)) < 0) {
            throw new LedgerException(LedgerCode.ENGINE.at(
                    name,
                    "SQLite " + version + " can corrupt a write-ahead log; " + OLDEST + " is the oldest that cannot",
                    "use the version of org.xerial:sqlite-jdbc that comes with this library, or a newer one"));
        }
    }

    private static Connection reading(Path file, String mode) throws SQLException {
        Connection connection = open(file, mode, BUSY_MILLIS);
        try {
            settle(connection);
            Sql.run(connection, "PRAGMA query_only=ON");
            return connection;
        } catch (SQLException e) {
            Sql.closeQuietly(connection);
            throw e;
        }
    }

    private static void settle(Connection connection) throws SQLException {
        Sql.run(connection, "PRAGMA trusted_schema=OFF");
        Sql.run(connection, "PRAGMA mmap_size=0");
        Sql.run(connection, "PRAGMA cell_size_check=ON");
    }

    private static Connection open(Path file, String mode, int busyMillis) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(busyMillis);
        config.enableLoadExtension(false);
        return config.createConnection("jdbc:sqlite:"
                + file.toUri().getRawSchemeSpecificPart().replaceFirst("^/*", "file:///") + "?mode=" + mode);
    }

    private static boolean is(SQLException e, SQLiteErrorCode... codes) {
        return e instanceof SQLiteException fault
                && Arrays.stream(codes)
                        .anyMatch(code -> (fault.getResultCode().code & 0xff) == (code.code & 0xff)
                                && (code.code <= 0xff || fault.getResultCode() == code));
    }

    private static int[] parts(String version) {
        return Arrays.stream(version.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }
}
