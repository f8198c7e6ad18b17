package dev.soc2.evidence.internal.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tables of a ledger, version 1, as each engine writes them.
 *
 * <p>An entry stands at place {@code log << 40 | leaf}: one key, which is also the order of reading. Beside its bytes
 * ({@code leaf}) stand its leaf hash and the hashes of all tree nodes that it completes ({@code nodes}), so that one row
 * holds everything an append adds; and copies of what is searched for, which verification compares with the bytes.
 */
public final class Schema {

    /** What a file says of itself in the header of SQLite: "SOC2". */
    static final int APPLICATION_ID = 0x534F4332;

    static final int VERSION = 1;

    /** The first table that is looked for on a server. */
    static final String MARKER = "soc2_ledger";

    private static final int PLACE_BITS = 40;

    /** The most entries of a log, and with them the leaf that no log has. */
    public static final long LEAVES = 1L << PLACE_BITS;

    private static final List<String> KEPT = List.of("soc2_log", "soc2_entry", "soc2_content", "soc2_checkpoint");

    private static final Pattern MADE =
            Pattern.compile("^CREATE (?:UNIQUE )?(TABLE|INDEX|TRIGGER) (\\w+)(?: (?:BEFORE \\w+ )?ON (\\w+))?");

    private Schema() {}

    /** Where the entry of a log stands. */
    public static long place(long log, long leaf) {
        return (log << PLACE_BITS) + leaf;
    }

    /** Which entry of its log stands at a place. */
    public static long leaf(long place) {
        return place & (LEAVES - 1);
    }

    static List<String> sqlite() {
        List<String> all = new ArrayList<>(tables("INTEGER", "BLOB", "TEXT", " STRICT"));
        KEPT.forEach(table -> {
            all.add(sqliteGuard(table, "UPDATE"));
            all.add(sqliteGuard(table, "DELETE"));
        });
        all.add(sqliteGuard("soc2_secret", "UPDATE"));
        return all;
    }

    /** What the catalogue of a file holds: of each thing its type, its name, its table and its statement. */
    static List<String> sqliteCatalogue() {
        List<String> all = new ArrayList<>();
        for (String statement : sqlite()) {
            Matcher made = MADE.matcher(statement);
            if (!made.find()) {
                throw new IllegalStateException("a statement that makes nothing: " + statement);
            }
            String name = made.group(2);
            String table = made.group(1).equals("TABLE") ? name : made.group(3);
            all.add(made.group(1).toLowerCase(Locale.ROOT) + " " + name + " " + table + " " + statement);
        }
        all.add("index sqlite_autoindex_soc2_log_1 soc2_log ");
        all.add("index sqlite_autoindex_soc2_content_1 soc2_content ");
        return all;
    }

    static List<String> postgresql() {
        Stream<String> marker = Stream.of(
                "CREATE TABLE " + MARKER + " (version BIGINT NOT NULL)",
                "INSERT INTO " + MARKER + " (version) VALUES (" + VERSION + ")",
                "CREATE FUNCTION soc2_refuse() RETURNS trigger LANGUAGE plpgsql AS "
                        + "$$BEGIN RAISE EXCEPTION 'a ledger is append-only'; END$$");
        Stream<String> guards = KEPT.stream()
                .map(table -> "CREATE TRIGGER " + table + "_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON " + table
                        + " FOR EACH STATEMENT EXECUTE FUNCTION soc2_refuse()");
        Stream<String> secret = Stream.of("CREATE TRIGGER soc2_secret_kept BEFORE UPDATE OR TRUNCATE ON soc2_secret"
                + " FOR EACH STATEMENT EXECUTE FUNCTION soc2_refuse()");
        return Stream.of(tables("BIGINT", "BYTEA", "TEXT COLLATE \"C\"", "").stream(), marker, guards, secret)
                .flatMap(statements -> statements)
                .toList();
    }

    private static String sqliteGuard(String table, String change) {
        return "CREATE TRIGGER " + table + "_" + (change.equals("UPDATE") ? "no_update" : "no_delete") + " BEFORE "
                + change + " ON " + table + " BEGIN SELECT RAISE(ABORT, 'a ledger is append-only'); END";
    }

    private static List<String> tables(String number, String bytes, String text, String end) {
        return Stream.of(
                        "CREATE TABLE soc2_log (log N PRIMARY KEY, name T NOT NULL UNIQUE)" + end,
                        "CREATE TABLE soc2_entry (place N PRIMARY KEY, log N NOT NULL REFERENCES soc2_log (log),"
                                + " kind N NOT NULL, id B, type T, occurred N, recorded N NOT NULL, about B, digest B,"
                                + " start N NOT NULL, nodes B NOT NULL, leaf B NOT NULL, CHECK (place >> " + PLACE_BITS
                                + " = log))" + end,
                        "CREATE UNIQUE INDEX soc2_entry_id ON soc2_entry (log, id) WHERE id IS NOT NULL",
                        "CREATE INDEX soc2_entry_about ON soc2_entry (log, about) WHERE about IS NOT NULL",
                        "CREATE INDEX soc2_entry_kept ON soc2_entry (log, kind, place) WHERE kind <> 0",
                        "CREATE TABLE soc2_content (log N NOT NULL REFERENCES soc2_log (log), sha256 B NOT NULL,"
                                + " position N NOT NULL, size N NOT NULL, bytes B NOT NULL,"
                                + " PRIMARY KEY (log, sha256, position))" + end,
                        "CREATE TABLE soc2_secret (place N PRIMARY KEY REFERENCES soc2_entry (place),"
                                + " secret B NOT NULL)" + end,
                        "CREATE TABLE soc2_checkpoint (number N PRIMARY KEY, log N NOT NULL REFERENCES soc2_log (log),"
                                + " size N NOT NULL, note B NOT NULL)" + end)
                .map(sql -> sql.replaceAll("\\bN\\b", number)
                        .replaceAll("\\bB\\b", bytes)
                        .replaceAll("\\bT\\b", text))
                .toList();
    }
}
