package dev.soc2.evidence.internal.store;

import dev.soc2.evidence.ledger.LedgerException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A ledger in a SQLite file. Write-ahead log, synced at each commit; many may read while one writes.
 *
 * <p>A file that is there is looked at before anything is opened for writing; a new one is made complete under another
 * name and then moved to its place, so that a ledger is whole from the first moment at which it is there.
 */
public final class SqliteDatabase implements Database {

    private final Path file;
    private final String name;
    private final Optional<WriterLock> lock;
    private final Optional<Connection> writer;

    /** Keeps the writer from being the last to close after a failure, when closing must not write. */
    private final Connection keeper;

    /**
     * The bytes of the file. It stays open as long as the connections: when any of its file descriptors is closed, the
     * platform lets go of all locks that the process has on a file.
     */
    private @Nullable FileChannel bytes;

    private @Nullable PreparedStatement begin;
    private @Nullable PreparedStatement commit;

    private SqliteDatabase(
            Path file, String name, Optional<WriterLock> lock, Optional<Connection> writer, Connection keeper) {
        this.file = file;
        this.name = name;
        this.lock = lock;
        this.writer = writer;
        this.keeper = keeper;
    }

    public static SqliteDatabase open(Path path, boolean readOnly, InstantSource clock) {
        String name = path.toString();
        try {
            Path file = real(path, name);
            return readOnly ? reading(file, name) : writing(file, name, clock);
        } catch (SQLException | LinkageError e) {
            throw SqliteFile.refusal(name, e);
        } catch (IOException e) {
            throw new LedgerException(
                    LedgerCode.CANNOT_OPEN.at(name, "the ledger cannot be opened", "check its folder and permissions"),
                    e);
        }
    }

    private static SqliteDatabase reading(Path file, String name) throws SQLException {
        if (!Files.exists(file)) {
            throw new LedgerException(LedgerCode.CANNOT_OPEN.at(
                    name, "there is no such ledger", "check the path, or open it for writing"));
        }
        SqliteFile.requireLedger(file, name);
        Connection keeper = keeper(file, name);
        return new SqliteDatabase(file, name, Optional.empty(), Optional.empty(), keeper);
    }

    private static SqliteDatabase writing(Path file, String name, InstantSource clock)
            throws SQLException, IOException {
        // Who is refused here has touched nothing: the file is looked at by the one who may write to it.
        if (Files.exists(file)) {
            SqliteFile.requireLedger(file, name);
        }
        WriterLock lock = WriterLock.acquire(file, name, clock.instant());
        try {
            if (!Files.exists(file)) {
                SqliteFile.create(file, name);
            }
            Connection keeper = keeper(file, name);
            try {
                return new SqliteDatabase(
                        file, name, Optional.of(lock), Optional.of(SqliteEngine.writer(file)), keeper);
            } catch (SQLException e) {
                Sql.closeQuietly(keeper);
                throw e;
            }
        } catch (SQLException | IOException | LedgerException e) {
            lock.release();
            throw e;
        }
    }

    /** A reading connection that was checked again: what a write-ahead log holds counts as well. */
    private static Connection keeper(Path file, String name) throws SQLException {
        Connection keeper = SqliteEngine.reader(file);
        try {
            SqliteFile.requireSchema(keeper, name);
            return keeper;
        } catch (SQLException | LedgerException e) {
            Sql.closeQuietly(keeper);
            throw e;
        }
    }

    /** Two ways to one file are one file, as far as links go. */
    private static Path real(Path path, String name) throws IOException {
        if (Files.exists(path)) {
            return path.toRealPath();
        }
        Path absolute = path.toAbsolutePath();
        Path folder = absolute.getParent();
        Path last = absolute.getFileName();
        if (folder == null
                || last == null
                || !Files.isDirectory(folder)
                || Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new LedgerException(LedgerCode.CANNOT_OPEN.at(
                    name, "there is no folder to hold the ledger", "make the folder first, and check the path"));
        }
        return folder.toRealPath().resolve(last);
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
        if (begin == null) {
            begin = writer().prepareStatement("BEGIN IMMEDIATE");
        }
        begin.execute();
    }

    @Override
    public void commit() throws SQLException {
        if (commit == null) {
            commit = writer().prepareStatement("COMMIT");
        }
        commit.execute();
    }

    @Override
    public void rollback() throws SQLException {
        Sql.run(writer(), "ROLLBACK");
    }

    @Override
    public Connection snapshot() throws SQLException {
        Connection connection = SqliteEngine.reader(file);
        Sql.run(connection, "BEGIN");
        return connection;
    }

    @Override
    public Optional<Connection> beside() throws SQLException {
        return Optional.of(SqliteEngine.reader(file));
    }

    @Override
    public void forget() throws SQLException {
        // The key may still stand in the write-ahead log, which is emptied unless somebody reads at this moment.
        Sql.texts(writer(), "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    /** Nobody may write meanwhile. Once its connection has begun to read, nobody changes the pages of the file. */
    @Override
    public Settled settled() throws SQLException {
        boolean settled = writer.isPresent() && SqliteEngine.broughtIn(writer.get());
        Connection connection = snapshot();
        try {
            Sql.number(connection, "SELECT count(*) FROM soc2_log");
            return new Settled(connection, settled || !SqliteFile.hasLog(file));
        } catch (SQLException e) {
            Sql.closeQuietly(connection);
            throw e;
        }
    }

    @Override
    public List<String> check(Settled view) throws SQLException {
        List<String> faults = new ArrayList<>(SqliteFile.headerFaults(bytes()));
        Sql.texts(view.connection(), "PRAGMA integrity_check(20)").stream()
                .filter(line -> !line.equals("ok"))
                .forEach(faults::add);
        faults.addAll(SqliteFile.catalogueFaults(view.connection()));
        return faults;
    }

    @Override
    public List<String> unused(Settled view) throws SQLException {
        return view.whole() ? UnusedSpace.faults(bytes(), view.connection()) : List.of();
    }

    private synchronized FileChannel bytes() throws SQLException {
        FileChannel open = bytes;
        if (open == null) {
            try {
                open = FileChannel.open(file, StandardOpenOption.READ);
            } catch (IOException e) {
                throw new SQLException("the file cannot be read", e);
            }
            bytes = open;
        }
        return open;
    }

    @Override
    public void close() throws SQLException {
        keeper.close();
        if (writer.isPresent()) {
            writer.get().close();
        }
        closeBytes();
        lock.ifPresent(WriterLock::release);
    }

    @Override
    public void abandon() {
        writer.ifPresent(Sql::closeQuietly);
        Sql.closeQuietly(keeper);
        closeBytes();
        lock.ifPresent(WriterLock::release);
    }

    private synchronized void closeBytes() {
        FileChannel open = bytes;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                // It was only read from.
            }
        }
    }

    /** Makes the name of a file in a folder outlive a failure of power; not every platform can. */
    static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folder, and writes names through.
        }
    }
}
