package dev.soc2.evidence;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** What somebody with the right to write to a file can do to it. */
final class SqliteFiles {

    private SqliteFiles() {}

    /** Changes a file as anybody could. */
    static void change(Path file, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Changes a file as somebody would who leaves no trace: takes the guards away before, puts them back afterwards. */
    static void tamper(Path file, String... changes) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA secure_delete=ON");
            Map<String, String> guards = new LinkedHashMap<>();
            try (ResultSet rows =
                    statement.executeQuery("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")) {
                while (rows.next()) {
                    guards.put(rows.getString(1), rows.getString(2));
                }
            }
            for (String name : guards.keySet()) {
                statement.execute("DROP TRIGGER " + name);
            }
            for (String change : changes) {
                statement.execute(change);
            }
            for (String guard : guards.values()) {
                statement.execute(guard);
            }
        }
    }
}
