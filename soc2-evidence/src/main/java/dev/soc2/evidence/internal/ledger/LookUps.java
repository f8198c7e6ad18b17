package dev.soc2.evidence.internal.ledger;

import dev.soc2.evidence.internal.store.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks up whether records are new: by the writer of the log, or, once writes go on meanwhile, on a connection of its own
 * that sees what was committed when it is asked.
 */
final class LookUps implements AutoCloseable {

    private final Log log;
    private @Nullable Connection connection;
    private @Nullable LogWriter beside;

    LookUps(Log log) {
        this.log = log;
    }

    /** How many entries there are; whoever wrote them, what is looked up from now on is looked for among all of them. */
    long size() {
        LogWriter reader = beside;
        if (reader == null) {
            return log.book().lookUp(log, LookUps::size);
        }
        try {
            return size(reader);
        } catch (SQLException e) {
            throw log.book().unreadable(e);
        }
    }

    private static long size(LogWriter end) throws SQLException {
        end.refresh();
        return end.size();
    }

    Answer of(Draft draft) {
        LogWriter reader = beside;
        if (reader == null) {
            return log.book().lookUp(log, writer -> writer.lookUp(draft));
        }
        try {
            Answer answer = reader.lookUp(draft);
            if (answer.isNew()) {
                // Somebody else writes it, in a while.
                reader.met(draft.id);
            }
            return answer;
        } catch (SQLException e) {
            throw log.book().unreadable(e);
        }
    }

    /** From now on without the writer, if the database can; whether it can. What others wrote may be news to it. */
    boolean besideTheWriter(boolean news) {
        try {
            if (beside == null) {
                Optional<Connection> reader = log.book().database().beside();
                if (reader.isEmpty()) {
                    return false;
                }
                connection = reader.get();
                beside = new LogWriter(
                        new Tables(reader.get(), log.number()),
                        log.name(),
                        log.book().options());
                beside.refresh();
            } else if (news) {
                beside.refresh();
            }
            return true;
        } catch (SQLException e) {
            throw log.book().unreadable(e);
        }
    }

    @Override
    public void close() {
        if (connection != null) {
            Sql.closeQuietly(connection);
        }
    }
}
