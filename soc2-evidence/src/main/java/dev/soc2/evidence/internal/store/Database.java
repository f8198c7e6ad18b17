package dev.soc2.evidence.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** An open ledger database: one connection that writes, and as many that read as are asked for. */
public interface Database {

    /** How messages name it. */
    String name();

    boolean isReadOnly();

    /** The connection that writes, outside of a transaction; used by one thread at a time. */
    Connection writer();

    /** Begins a transaction that writes; nobody else writes to the log before it ends. */
    void begin(long log) throws SQLException;

    void commit() throws SQLException;

    void rollback() throws SQLException;

    /** A transaction of its own that reads what is committed now, whoever writes meanwhile; ends when it is closed. */
    Connection snapshot() throws SQLException;

    /** A connection that sees at each question what is committed, while others write; where that costs nothing else. */
    Optional<Connection> beside() throws SQLException;

    /** Lets go of what was deleted, as far as this database can. */
    void forget() throws SQLException;

    /** A snapshot to check. Of a file that can be written to, what was committed is brought into the file before. */
    Settled settled() throws SQLException;

    /** What is wrong with the database itself, rows aside; nothing if nothing is. */
    List<String> check(Settled view) throws SQLException;

    /** Bytes that hold nothing and are not as they were left; for a database in which nothing else is wrong. */
    List<String> unused(Settled view) throws SQLException;

    /**
     * What is committed now, to be checked.
     *
     * @param whole whether a file holds by itself what the connection sees, for as long as that is open
     */
    record Settled(Connection connection, boolean whole) {}

    /** Closes after success; everything that was committed is in its place. */
    void close() throws SQLException;

    /** Closes after a failure, without writing. */
    void abandon();
}
