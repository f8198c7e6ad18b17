package dev.soc2.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The bytes of the file of a ledger that nothing covers, after the published format of SQLite: counters of its header;
 * the space between pointers and cells of a page where cells were moved; the one to three bytes that are left over when
 * a cell takes a free block; and, when a key was destroyed, what is left of its row and of lists of free pages. Needs no
 * library of SQLite but for the roots of the trees.
 */
final class UnusedBytes {

    private static final int INTERIOR_INDEX = 2;
    private static final int INTERIOR_TABLE = 5;
    private static final int LEAF_TABLE = 13;

    private final ByteBuffer file;
    private final int page;
    private final int stale;
    private final BitSet seen = new BitSet();

    /** Bytes that hold nothing. */
    private final BitSet unused = new BitSet();

    /** Those of them that nobody looks at. */
    private final BitSet uncovered = new BitSet();

    private UnusedBytes(byte[] bytes, int removed) {
        file = ByteBuffer.wrap(bytes);
        page = file.getShort(16) & 0xffff;
        stale = removed == 0 ? 0 : 8 + 12 * removed;
    }

    /** What the trees of a file are called, and where they begin. */
    private record Catalogue(Map<String, Integer> roots, boolean oneLog, int removed) {

        static Catalogue of(Path path) throws SQLException {
            try (Connection connection =
                            DriverManager.getConnection("jdbc:sqlite:file:" + path + "?mode=ro&immutable=1");
                    Statement statement = connection.createStatement()) {
                Map<String, Integer> roots = new LinkedHashMap<>(Map.of("table sqlite_schema", 1));
                try (ResultSet rows = statement.executeQuery(
                        "SELECT type || ' ' || name, rootpage FROM sqlite_schema WHERE rootpage > 0")) {
                    while (rows.next()) {
                        roots.put(rows.getString(1), rows.getInt(2));
                    }
                }
                return new Catalogue(
                        roots,
                        count(statement, "soc2_log") == 1,
                        count(statement, "soc2_entry WHERE CAST(leaf AS TEXT) LIKE '{\"kind\":\"CUSTODY\"%'"));
            }
        }

        private static int count(Statement statement, String of) throws SQLException {
            try (ResultSet row = statement.executeQuery("SELECT count(*) FROM " + of)) {
                return row.getInt(1);
            }
        }

        /** Whether rows only ever came behind the last row. */
        boolean growsAtItsEnd(String tree) {
            boolean byLog = tree.equals("table soc2_entry") || tree.equals("table soc2_secret");
            return tree.startsWith("table") && (oneLog || !byLog);
        }

        boolean loses(String tree) {
            return tree.equals("table soc2_secret") && removed > 0;
        }
    }

    /** Bytes that nothing covers. */
    static BitSet uncovered(Path path) throws IOException, SQLException {
        UnusedBytes bytes = read(path);
        // File change counter, and the copy of it with the version of SQLite that wrote last.
        bytes.uncovered.set(24, 28);
        bytes.uncovered.set(92, 100);
        // Schema cookie: tells other connections that the schema changed.
        bytes.uncovered.set(40, 44);
        return bytes.uncovered;
    }

    /** Bytes that hold nothing, whether they are covered or not. */
    static BitSet unused(Path path) throws IOException, SQLException {
        return read(path).unused;
    }

    private static UnusedBytes read(Path path) throws IOException, SQLException {
        Catalogue catalogue = Catalogue.of(path);
        UnusedBytes bytes = new UnusedBytes(Files.readAllBytes(path), catalogue.removed());
        catalogue.roots().forEach((tree, root) -> bytes.tree(catalogue, tree, root, true));
        bytes.free();
        if (bytes.seen.cardinality() * (long) bytes.page != bytes.file.capacity()) {
            throw new AssertionError("pages that belong to nothing");
        }
        return bytes;
    }

    private void tree(Catalogue catalogue, String tree, int number, boolean root) {
        seen.set(number);
        int start = (number - 1) * page;
        int header = start + (number == 1 ? 100 : 0);
        int kind = file.get(header);
        boolean interior = isInterior(header);
        int cells = unsigned(header + 3);
        int content = unsigned(header + 5);
        int pointers = header + (interior ? 12 : 8);
        int end = pointers + 2 * cells;
        BitSet used = new BitSet();
        used.set(0, end - start);
        boolean overLeaves = !interior || !isInterior((file.getInt(header + 8) - 1) * page);
        boolean settled = catalogue.growsAtItsEnd(tree) ? !interior || (root && overLeaves) : !interior && root;
        used.set(end - start, content);
        unused.set(end, start + content);
        if (!settled || catalogue.loses(tree)) {
            // Of few keys that were destroyed no more than pointers of two bytes can be left.
            boolean overLeavesOnly = interior && root && overLeaves && !catalogue.loses(tree);
            boolean few = catalogue.loses(tree) && !interior && (cells + catalogue.removed()) * 100 < page;
            int to = few ? end + 2 * catalogue.removed() : start + content;
            // And of leaves that became fewer no more than pointers, thrice as many as there are leaves.
            uncovered.set(end, overLeavesOnly ? Math.min(to, pointers + 6 * (cells + 1)) : to);
        }
        for (int block = unsigned(header + 1); block > 0; block = unsigned(start + block)) {
            int length = unsigned(start + block + 2);
            used.set(block, block + length);
            unused.set(start + block + 4, start + block + length);
        }
        for (int i = 0; i < cells; i++) {
            int cell = start + unsigned(pointers + 2 * i);
            int from = cell - start;
            if (interior) {
                tree(catalogue, tree, file.getInt(cell), false);
                cell += 4;
            }
            int length = kind == INTERIOR_TABLE ? length(cell) : payload(cell, kind);
            used.set(from, Math.max(from + 4, cell - start + length));
        }
        if (interior) {
            tree(catalogue, tree, file.getInt(header + 8), false);
        }
        // What is neither used nor free was left over.
        for (int at = used.nextClearBit(0); at < page; at = used.nextClearBit(at + 1)) {
            unused.set(start + at);
            uncovered.set(start + at);
        }
    }

    /** How many bytes of a page a cell takes; the rest of it is followed. */
    private int payload(int cell, int kind) {
        long payload = varint(cell);
        int at = cell + length(cell);
        if (kind == LEAF_TABLE) {
            at += length(at);
        }
        int most = kind == LEAF_TABLE ? page - 35 : (page - 12) * 64 / 255 - 23;
        int least = (page - 12) * 32 / 255 - 23;
        if (payload <= most) {
            return at - cell + (int) payload;
        }
        int local = least + (int) ((payload - least) % (page - 4));
        local = local <= most ? local : least;
        long rest = payload - local;
        int next = file.getInt(at + local);
        while (next > 0) {
            seen.set(next);
            int start = (next - 1) * page;
            if (rest < page - 4) {
                empty(start + 4 + (int) rest, start);
            }
            rest -= page - 4;
            next = file.getInt(start);
        }
        return at - cell + local + 4;
    }

    private void free() {
        for (int trunk = file.getInt(32); trunk > 0; trunk = file.getInt((trunk - 1) * page)) {
            seen.set(trunk);
            int start = (trunk - 1) * page;
            int leaves = file.getInt(start + 4);
            empty(start + 8 + 4 * leaves, start);
            for (int i = 0; i < leaves; i++) {
                int leaf = file.getInt(start + 8 + 4 * i);
                seen.set(leaf);
                unused.set((leaf - 1) * page, leaf * page);
            }
        }
    }

    /** The end of a page that may have held a list of free pages. */
    private void empty(int from, int start) {
        unused.set(from, start + page);
        if (from < start + stale) {
            uncovered.set(from, Math.min(start + stale, start + page));
        }
    }

    private boolean isInterior(int header) {
        return file.get(header) == INTERIOR_INDEX || file.get(header) == INTERIOR_TABLE;
    }

    private int unsigned(int at) {
        return file.getShort(at) & 0xffff;
    }

    private long varint(int at) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            byte b = file.get(at + i);
            value = (value << 7) | (b & 0x7f);
            if (b >= 0) {
                return value;
            }
        }
        return (value << 8) | (file.get(at + 8) & 0xff);
    }

    private int length(int at) {
        int length = 1;
        while (length < 9 && file.get(at + length - 1) < 0) {
            length++;
        }
        return length;
    }
}
