package dev.soc2.evidence.internal.ledger;

import dev.soc2.evidence.internal.store.Database;
import dev.soc2.evidence.internal.store.LedgerCode;
import dev.soc2.evidence.ledger.LedgerException;
import dev.soc2.evidence.ledger.LedgerOptions;
import dev.soc2.evidence.ledger.UnknownOutcomeException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An open ledger: its logs, and the rule by which all of them are written. One write at a time; a write that fails is
 * the last one, because after a failed sync nobody knows what the disk holds.
 */
public final class Book implements AutoCloseable {

    private final Database database;
    private final LedgerOptions options;
    private final ReentrantLock writing = new ReentrantLock();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<Long, LogWriter> writers = new HashMap<>();
    private volatile boolean closed;
    private volatile boolean failed;

    /** What is written in one transaction. */
    interface Write<T> {
        T with(LogWriter writer) throws SQLException;
    }

    /** What is read in one snapshot. */
    interface Read<T> {
        T from(Tables tables) throws SQLException;
    }

    /** What is read to be checked. */
    interface Inspection<T> {
        T of(Tables tables, Database.Settled view) throws SQLException;
    }

    public Book(Database database, LedgerOptions options) {
        this.database = database;
        this.options = options;
    }

    LedgerOptions options() {
        return options;
    }

    Database database() {
        return database;
    }

    /** A log by its name; made when it is not there and the ledger can be written to. */
    public Log log(String name) {
        LedgerOptions.requireLog(name);
        writing.lock();
        try {
            requireOpen();
            Long known = numbers.get(name);
            return new Log(this, name, known == null ? number(name) : known);
        } finally {
            writing.unlock();
        }
    }

    public List<String> logs() {
        requireOpen();
        try (Connection connection = database.snapshot();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT name FROM soc2_log ORDER BY name")) {
            List<String> names = new ArrayList<>();
            while (rows.next()) {
                String name = rows.getString(1);
                if (name == null) {
                    throw new SQLException("a log has no name");
                }
                names.add(name);
            }
            return List.copyOf(names);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    <T> T read(long log, Read<T> work) {
        requireOpen();
        try (Connection connection = database.snapshot();
                Tables tables = new Tables(connection, log)) {
            return work.from(tables);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Reads in one snapshot, with all that was committed in its place. */
    <T> T inspect(long log, Inspection<T> work) {
        Database.Settled settled = settled();
        try (Connection connection = settled.connection();
                Tables tables = new Tables(connection, log)) {
            return work.of(tables, settled);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /** Looks something up at the growing end of a log, outside of any transaction. */
    <T> T lookUp(Log log, Write<T> work) {
        writing.lock();
        try {
            return work.with(writer(log));
        } catch (SQLException e) {
            throw unreadable(e);
        } finally {
            writing.unlock();
        }
    }

    /** Writes in one transaction; what it answers has become durable. */
    <T> T write(Log log, Write<T> work) {
        writing.lock();
        try {
            LogWriter writer = writer(log);
            begin(log.number());
            boolean done = false;
            try {
                writer.refresh();
                T answer = work.with(writer);
                database.commit();
                done = true;
                return answer;
            } catch (SQLException e) {
                throw unknown(e);
            } finally {
                if (!done) {
                    undo(log.number());
                }
            }
        } finally {
            writing.unlock();
        }
    }

    /** After a transaction that let go of something. */
    void forget() {
        writing.lock();
        try {
            database.forget();
        } catch (SQLException e) {
            throw unknown(e);
        } finally {
            writing.unlock();
        }
    }

    private Database.Settled settled() {
        writing.lock();
        try {
            requireOpen();
            return database.settled();
        } catch (SQLException e) {
            throw unreadable(e);
        } finally {
            writing.unlock();
        }
    }

    private LogWriter writer(Log log) {
        requireOpen();
        requireWritable();
        return writers.computeIfAbsent(
                log.number(), number -> new LogWriter(new Tables(database.writer(), number), log.name(), options));
    }

    /** What was not committed never was, and the growing end must not remember it. */
    private void undo(long log) {
        LogWriter writer = writers.remove(log);
        if (!failed) {
            try {
                if (writer != null) {
                    writer.tables().close();
                }
                database.rollback();
            } catch (SQLException e) {
                fail();
            }
        }
    }

    private void begin(long log) {
        try {
            database.begin(log);
        } catch (SQLException e) {
            throw new LedgerException(
                    LedgerCode.LOCKED.at(
                            database.name(),
                            "nothing was written: the ledger is held by somebody else, or cannot be reached",
                            "try again when the other has finished"),
                    e);
        }
    }

    private long number(String name) {
        try {
            Optional<Long> there = found(name);
            long number = there.isPresent() || database.isReadOnly() ? there.orElse(-1L) : made(name);
            if (number < 0) {
                throw new LedgerException(LedgerCode.NO_LOG.at(
                        database.name(), "there is no log '" + name + "'", "it holds " + String.join(", ", logs())));
            }
            numbers.put(name, number);
            return number;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private Optional<Long> found(String name) throws SQLException {
        try (Connection connection = database.snapshot()) {
            return found(connection, name);
        }
    }

    private static Optional<Long> found(Connection connection, String name) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT log FROM soc2_log WHERE name = ?")) {
            select.setString(1, name);
            try (ResultSet rows = select.executeQuery()) {
                return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
            }
        }
    }

    private long made(String name) {
        begin(0);
        boolean done = false;
        try {
            Connection connection = database.writer();
            Optional<Long> there = found(connection, name);
            long number = there.isPresent() ? there.get() : insert(connection, name);
            database.commit();
            done = true;
            return number;
        } catch (SQLException e) {
            throw unknown(e);
        } finally {
            if (!done) {
                undo(0);
            }
        }
    }

    private static long insert(Connection connection, String name) throws SQLException {
        long number;
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT coalesce(max(log), 0) + 1 FROM soc2_log")) {
            rows.next();
            number = rows.getLong(1);
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO soc2_log (log, name) VALUES (?, ?)")) {
            insert.setLong(1, number);
            insert.setString(2, name);
            insert.executeUpdate();
        }
        return number;
    }

    private void requireOpen() {
        if (closed) {
            throw new LedgerException(LedgerCode.CLOSED.at(
                    database.name(),
                    failed ? "the ledger closed itself after a write that failed" : "the ledger is closed",
                    "open it again"));
        }
    }

    private void requireWritable() {
        if (database.isReadOnly()) {
            throw new LedgerException(LedgerCode.READ_ONLY.at(
                    database.name(), "the ledger is open for reading only", "open it for writing"));
        }
    }

    LedgerException unreadable(SQLException cause) {
        return new LedgerException(
                LedgerCode.READING.at(database.name(), "reading from the ledger failed", "verify the ledger"), cause);
    }

    private UnknownOutcomeException unknown(SQLException cause) {
        fail();
        return new UnknownOutcomeException(
                LedgerCode.UNKNOWN_OUTCOME.at(
                        database.name(),
                        "writing failed, and what was being written may be in the ledger or not; it is closed now",
                        "mend what is wrong with the disk or the connection, open the ledger again, and add the same"
                                + " records with the same ids"),
                cause);
    }

    private void fail() {
        failed = true;
        closed = true;
        database.abandon();
    }

    @Override
    public void close() {
        writing.lock();
        try {
            if (!closed) {
                closed = true;
                for (LogWriter writer : writers.values()) {
                    writer.tables().close();
                }
                database.close();
            }
        } catch (SQLException e) {
            database.abandon();
            throw unreadable(e);
        } finally {
            writing.unlock();
        }
    }
}
