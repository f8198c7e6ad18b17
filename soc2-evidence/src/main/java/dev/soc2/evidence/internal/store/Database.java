package dev.soc2.evidence.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

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

    /** Lets go of what was deleted, as far as this database can. */
    void forget() throws SQLException;

    /** What the engine itself finds wrong with its file; nothing if it finds nothing. */
    List<String> check(Connection connection) throws SQLException;

    /** Closes after success; everything that was committed is in its place. */
    void close() throws SQLException;

    /** Closes after a failure, without writing. */
    void abandon();
}
