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
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The bytes of a SQLite file that say nothing of what it holds, after its published format: counters of its header,
 * numbers of the rows of its catalogue, the space between pointers and cells of a page, free blocks, the rest of the last overflow page of a cell, and free pages.
 * Needs no library of SQLite but for the roots of the trees.
 */
final class UnusedBytes {

    private static final int INTERIOR_INDEX = 2;
    private static final int INTERIOR_TABLE = 5;
    private static final int LEAF_TABLE = 13;

    private final ByteBuffer file;
    private final int page;
    private final BitSet space = new BitSet();
    private final BitSet seen = new BitSet();

    private UnusedBytes(byte[] bytes) {
        file = ByteBuffer.wrap(bytes);
        page = file.getShort(16) & 0xffff;
    }

    /** Counters of the header that nothing is computed from. */
    static BitSet counters() {
        BitSet counters = new BitSet();
        // File change counter, and the copy of it with the version of SQLite that wrote last.
        counters.set(24, 28);
        counters.set(92, 100);
        // Schema cookie: tells other connections that the schema changed.
        counters.set(40, 44);
        return counters;
    }

    /** The numbers of the rows of the catalogue, which tell no more than their order; it fills the first page only. */
    static BitSet numbers(Path path) throws IOException {
        UnusedBytes file = new UnusedBytes(Files.readAllBytes(path));
        if (file.file.get(100) != LEAF_TABLE) {
            throw new AssertionError("the catalogue has more than one page");
        }
        BitSet numbers = new BitSet();
        int cells = file.file.getShort(103) & 0xffff;
        for (int i = 0; i < cells; i++) {
            int cell = file.file.getShort(108 + 2 * i) & 0xffff;
            int number = cell + file.length(cell);
            numbers.set(number, number + file.length(number));
        }
        return numbers;
    }

    /** Unused space of pages. */
    static BitSet space(Path path) throws IOException, SQLException {
        UnusedBytes unused = new UnusedBytes(Files.readAllBytes(path));
        unused.tree(1);
        for (int root : roots(path)) {
            unused.tree(root);
        }
        unused.free();
        if (unused.seen.cardinality() * (long) unused.page != unused.file.capacity()) {
            throw new AssertionError("pages that belong to nothing");
        }
        return unused.space;
    }

    private static List<Integer> roots(Path path) throws SQLException {
        List<Integer> roots = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:file:" + path + "?mode=ro&immutable=1");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT rootpage FROM sqlite_schema WHERE rootpage > 0")) {
            while (rows.next()) {
                roots.add(rows.getInt(1));
            }
        }
        return roots;
    }

    private void tree(int number) {
        seen.set(number);
        int start = (number - 1) * page;
        int header = start + (number == 1 ? 100 : 0);
        int kind = file.get(header);
        boolean interior = kind == INTERIOR_INDEX || kind == INTERIOR_TABLE;
        int cells = file.getShort(header + 3) & 0xffff;
        int content = file.getShort(header + 5) & 0xffff;
        int pointers = header + (interior ? 12 : 8);
        space.set(pointers + 2 * cells, start + (content == 0 ? 65_536 : content));
        for (int block = file.getShort(header + 1) & 0xffff; block > 0; block = file.getShort(start + block) & 0xffff) {
            space.set(start + block + 4, start + block + (file.getShort(start + block + 2) & 0xffff));
        }
        for (int i = 0; i < cells; i++) {
            int cell = start + (file.getShort(pointers + 2 * i) & 0xffff);
            if (interior) {
                tree(file.getInt(cell));
                cell += 4;
            }
            if (kind != INTERIOR_TABLE) {
                overflow(cell, kind);
            }
        }
        if (interior) {
            tree(file.getInt(header + 8));
        }
    }

    private void overflow(int cell, int kind) {
        long payload = varint(cell);
        int at = cell + length(cell);
        if (kind == LEAF_TABLE) {
            at += length(at);
        }
        int most = kind == LEAF_TABLE ? page - 35 : (page - 12) * 64 / 255 - 23;
        int least = (page - 12) * 32 / 255 - 23;
        if (payload <= most) {
            return;
        }
        int local = least + (int) ((payload - least) % (page - 4));
        local = local <= most ? local : least;
        long rest = payload - local;
        int next = file.getInt(at + local);
        while (next > 0) {
            seen.set(next);
            int start = (next - 1) * page;
            if (rest < page - 4) {
                space.set(start + 4 + (int) rest, start + page);
            }
            rest -= page - 4;
            next = file.getInt(start);
        }
    }

    private void free() {
        for (int trunk = file.getInt(32); trunk > 0; trunk = file.getInt((trunk - 1) * page)) {
            seen.set(trunk);
            int start = (trunk - 1) * page;
            int leaves = file.getInt(start + 4);
            space.set(start + 8 + 4 * leaves, start + page);
            for (int i = 0; i < leaves; i++) {
                int leaf = file.getInt(start + 8 + 4 * i);
                seen.set(leaf);
                space.set((leaf - 1) * page, leaf * page);
            }
        }
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
