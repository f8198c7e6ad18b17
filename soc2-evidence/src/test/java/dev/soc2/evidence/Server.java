package dev.soc2.evidence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL server that the system property {@code soc2.postgresql} names; each test has a schema of its own. */
final class Server {

    static final String PROPERTY = "soc2.postgresql";

    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private Server() {}

    /** An empty schema. */
    static DataSource schema() {
        String name = "test_" + ProcessHandle.current().pid() + "_" + SCHEMAS.incrementAndGet();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(System.getProperty(PROPERTY));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS " + name + " CASCADE");
            statement.execute("CREATE SCHEMA " + name);
        } catch (SQLException e) {
            throw new AssertionError("the server of " + PROPERTY + " cannot be used", e);
        }
        source.setCurrentSchema(name);
        return source;
    }

    /** Says why nothing is tested where there is no server. */
    static boolean isThere() {
        boolean there = System.getProperty(PROPERTY) != null;
        if (!there) {
            System.out.println("skipped: no PostgreSQL server, because the system property " + PROPERTY
                    + " names none (.ci/postgresql start <folder> starts one)");
        }
        return there;
    }
}
