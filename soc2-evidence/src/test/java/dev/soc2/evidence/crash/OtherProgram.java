package dev.soc2.evidence.crash;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A program that is not ours: it opens the file of a ledger with the right to write, looks at it, and closes it. */
final class OtherProgram {

    private OtherProgram() {}

    public static void main(String[] arguments) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + arguments[0]);
                Statement statement = connection.createStatement()) {
            statement.executeQuery("SELECT count(*) FROM soc2_entry").close();
        }
    }
}
