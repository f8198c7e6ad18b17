package dev.soc2.evidence.internal.store;

import dev.soc2.evidence.ledger.LedgerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The file of a ledger before it is opened: made, or looked at without leaving a trace. */
final class SqliteFile {

    /** Holds a dozen usual entries, so that little of it is left over and few pages are written. */
    private static final int PAGE = 16_384;

    private static final int HEADER = 100;

    /** Which bytes of the header are the same in every ledger: what counts or differs has a question mark. */
    private static final String FIXED = "x".repeat(24) + "?".repeat(20) + "x".repeat(48) + "?".repeat(8);

    private static final byte[] EXPECTED = expected();

    private SqliteFile() {}

    /** The fixed bytes, as the format of SQLite places them. */
    private static byte[] expected() {
        ByteBuffer header = ByteBuffer.allocate(HEADER);
        header.put("SQLite format 3\0".getBytes(StandardCharsets.US_ASCII)).putShort((short) PAGE);
        // Write-ahead log for writing and reading, no reserved space, and three fractions that never differ.
        header.put(new byte[] {2, 2, 0, 64, 32, 32});
        header.putInt(44, 4).putInt(56, 1).putInt(60, Schema.VERSION).putInt(68, Schema.APPLICATION_ID);
        return header.array();
    }

    /** Makes a ledger under another name, complete and synced, and moves it to its place. Under the writer's lock. */
    static void create(Path file, String name) throws SQLException, IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + "-journal"));
        Files.deleteIfExists(draft.resolveSibling(draft.getFileName() + "-wal"));
        try (Connection connection = SqliteEngine.created(draft)) {
            SqliteEngine.requireVersion(connection, name);
            Sql.run(connection, "PRAGMA page_size=" + PAGE);
            Sql.run(connection, "PRAGMA synchronous=FULL");
            Sql.run(connection, "PRAGMA secure_delete=ON");
            Sql.run(connection, "BEGIN IMMEDIATE");
            for (String statement : Schema.sqlite()) {
                Sql.run(connection, statement);
            }
            Sql.run(connection, "PRAGMA application_id=" + Schema.APPLICATION_ID);
            Sql.run(connection, "PRAGMA user_version=" + Schema.VERSION);
            Sql.run(connection, "COMMIT");
            Sql.texts(connection, "PRAGMA journal_mode=WAL");
        }
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        Path folder = file.getParent();
        if (folder != null) {
            SqliteDatabase.syncFolder(folder);
        }
    }

    /** Refuses a file that is no ledger, without writing to it, locking it or leaving anything beside it. */
    static void requireLedger(Path file, String name) throws SQLException {
        if (!Files.isRegularFile(file)) {
            throw foreign(name, "this is not a file");
        }
        try (Connection connection = SqliteEngine.untouched(file)) {
            SqliteEngine.requireVersion(connection, name);
            requireSchema(connection, name);
        } catch (SQLException e) {
            // Between two steps of a checkpoint only file and write-ahead log together are whole.
            if (!SqliteEngine.isCorrupt(e) || !hasLog(file)) {
                throw e;
            }
        }
    }

    /** What the header of a file says otherwise than that of a ledger; its engine overlooks some of it. */
    static List<String> headerFaults(FileChannel file) throws SQLException {
        byte[] header;
        try {
            ByteBuffer read = ByteBuffer.allocate(HEADER);
            while (read.hasRemaining() && file.read(read, read.position()) >= 0) {
                // Until all of it is there, or no more.
            }
            header = Arrays.copyOf(read.array(), read.position());
        } catch (IOException e) {
            throw new SQLException("the header of the file cannot be read", e);
        }
        List<String> faults = new ArrayList<>();
        for (int at = 0; at < header.length; at++) {
            int expected = FIXED.charAt(at) == '?' ? header[at] : EXPECTED[at];
            if (header[at] != expected) {
                faults.add("byte " + at + " of the header is " + (header[at] & 0xff) + " and not " + (expected & 0xff));
            }
        }
        return faults;
    }

    /** The rows of the catalogue are numbered one by one, as they were made. */
    static List<String> catalogueFaults(Connection connection) throws SQLException {
        long rows = Sql.number(connection, "SELECT count(*) FROM sqlite_schema");
        long others = Sql.number(connection, "SELECT count(*) FROM sqlite_schema WHERE rowid < 1 OR rowid > " + rows);
        return others == 0 ? List.of() : List.of("the rows of the catalogue are not numbered one by one");
    }

    static void requireSchema(Connection connection, String name) throws SQLException {
        long application = Sql.number(connection, "PRAGMA application_id");
        if (application != Schema.APPLICATION_ID) {
            throw foreign(name, "this is a database of another application");
        }
        long version = Sql.number(connection, "PRAGMA user_version");
        if (version > Schema.VERSION) {
            throw new LedgerException(LedgerCode.NEWER.at(
                    name,
                    "the ledger has format " + version + ", and this library knows formats up to " + Schema.VERSION,
                    "open it with a newer version of this library"));
        }
        Set<String> expected = new HashSet<>(Schema.sqliteCatalogue());
        List<String> found = Sql.texts(
                connection,
                "SELECT type || ' ' || name || ' ' || tbl_name || ' ' || coalesce(sql, '') FROM sqlite_schema");
        if (version != Schema.VERSION || found.size() != expected.size() || !expected.containsAll(found)) {
            throw new LedgerException(LedgerCode.OTHER_SCHEMA.at(
                    name,
                    "the file has other tables, indexes, triggers or views than a ledger",
                    "do not use it: somebody changed it, or made it to look like a ledger"));
        }
    }

    /** What an error of the engine means to whoever wants to open a ledger. */
    static LedgerException refusal(String name, Throwable e) {
        if (e instanceof SQLException fault && SqliteEngine.isForeign(fault)) {
            return new LedgerException(
                    foreign(name, "this is not a SQLite file").issues().get(0), e);
        }
        if (e instanceof SQLException fault && SqliteEngine.isCorrupt(fault)) {
            return new LedgerException(
                    LedgerCode.DAMAGED.at(
                            name,
                            "the file is cut off or damaged",
                            "bring back a copy of it, and compare that with a checkpoint that was handed out"),
                    e);
        }
        if (e instanceof SQLException fault && SqliteEngine.isBusy(fault)) {
            return new LedgerException(
                    LedgerCode.LOCKED.at(
                            name, "another program holds the file", "close whatever has the file open, and try again"),
                    e);
        }
        if (e instanceof LinkageError) {
            return new LedgerException(
                    LedgerCode.ENGINE.at(
                            name,
                            "the native part of SQLite cannot be loaded",
                            "give the Java platform a folder from which programs may be loaded:"
                                    + " -Dorg.sqlite.tmpdir=<folder>"),
                    e);
        }
        return new LedgerException(
                LedgerCode.CANNOT_OPEN.at(name, "the ledger cannot be opened", "check its folder and permissions"), e);
    }

    private static LedgerException foreign(String name, String what) {
        return new LedgerException(LedgerCode.FOREIGN.at(
                name, what + ", so it is no ledger", "name a ledger, or a file that is not there"));
    }

    static boolean hasLog(Path file) {
        try {
            Path log = file.resolveSibling(file.getFileName() + "-wal");
            return Files.exists(log) && Files.size(log) > 0;
        } catch (IOException e) {
            return false;
        }
    }
}
