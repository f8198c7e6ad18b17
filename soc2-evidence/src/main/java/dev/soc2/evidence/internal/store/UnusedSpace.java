package dev.soc2.evidence.internal.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at the bytes of a file that hold nothing: no row, no index and no structure, so that its engine reads over them.
 * The writer lets the engine clear whatever it lets go of, therefore they are zero, and others were put there.
 *
 * <p>Follows the published format of the file, page by page; one page for each level of a tree is in memory. Only for a
 * file that the engine has found consistent, and that holds by itself what its reader sees. Where the engine may leave
 * something behind, nothing is demanded: see {@link #isSettled}.
 */
final class UnusedSpace {

    private static final int FILE_HEADER = 100;
    private static final int INTERIOR_INDEX = 2;
    private static final int INTERIOR_TABLE = 5;
    private static final int LEAF_TABLE = 13;

    /** The page that the engine never uses, because its bytes serve as locks on some platforms. */
    private static final long LOCKING = 1L << 30;

    /** More than a row of the table takes from which rows are removed. */
    private static final int ROW = 100;

    private static final int DEEPEST = 40;
    private static final int MOST = 20;

    private final FileChannel file;
    private final int size;
    private final List<ByteBuffer> levels = new ArrayList<>();
    private final ByteBuffer other;
    private final List<String> faults = new ArrayList<>();

    /** Up to here a page that was free once may tell which other pages were free: four bytes for each. */
    private final int stale;

    private final long removed;

    private UnusedSpace(FileChannel file, int size, long removed) {
        this.file = file;
        this.size = size;
        this.other = ByteBuffer.allocate(size);
        this.removed = removed;
        // A row that is removed sets free the page it stood on alone, and seldom those above it.
        this.stale = removed == 0 ? 0 : (int) Math.min(size, 8 + 12 * removed);
    }

    /** How a tree came to be, which decides what may be left in it. */
    private enum Growth {
        /** Rows came behind the last row, and none was removed. */
        AT_ITS_END,
        /** Rows came in between, and none was removed. */
        IN_BETWEEN,
        /** Rows were removed. */
        ANYHOW
    }

    /** What is not zero and should be. */
    static List<String> faults(FileChannel file, Connection connection) throws SQLException {
        boolean oneLog = Sql.number(connection, "SELECT count(*) FROM soc2_log") < 2;
        // Whoever removed a key said so in an entry of custody.
        long removed = Sql.number(connection, "SELECT count(*) FROM soc2_entry WHERE kind <> 0 AND kind = 2");
        int size = (int) Sql.number(connection, "PRAGMA page_size");
        long pages = Sql.number(connection, "PRAGMA page_count");
        try (Statement statement = connection.createStatement();
                ResultSet roots = statement.executeQuery("SELECT 'table', 'sqlite_schema', 1 UNION ALL"
                        + " SELECT type, name, rootpage FROM sqlite_schema WHERE rootpage > 0")) {
            UnusedSpace space = new UnusedSpace(file, size, removed);
            space.length(pages);
            while (roots.next()) {
                space.tree(growth(roots.getString(1), roots.getString(2), oneLog, removed), roots.getInt(3), 0);
            }
            space.free();
            return space.faults;
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new SQLException("the pages of the file cannot be followed: " + e, e);
        }
    }

    private static Growth growth(String type, String name, boolean oneLog, long removed) {
        if (name.equals("soc2_secret") && removed > 0) {
            return Growth.ANYHOW;
        }
        // Entries of two logs, and their keys, stand one log behind the other.
        boolean byLog = name.equals("soc2_entry") || name.equals("soc2_secret");
        return type.equals("table") && (oneLog || !byLog) ? Growth.AT_ITS_END : Growth.IN_BETWEEN;
    }

    /**
     * Whether nothing can be left between the pointers and the cells of a page. Rows that fit are put there and take no
     * more than they need. A page that is full is divided; behind the last row that begins a new page, anywhere else cells
     * are moved, and copies of them or of their pointers may stay.
     */
    private static boolean isSettled(Growth growth, boolean interior, boolean root, boolean overLeaves) {
        return switch (growth) {
            case AT_ITS_END -> !interior || (root && overLeaves);
            case IN_BETWEEN -> !interior && root;
            case ANYHOW -> false;
        };
    }

    private void length(long pages) throws IOException {
        if (file.size() != pages * size) {
            add("the file has " + file.size() + " bytes and not " + pages * size);
        }
        if (file.size() >= LOCKING + size) {
            long number = LOCKING / size + 1;
            zero(number, read(number, other), 0, size);
        }
    }

    private void tree(Growth growth, long number, int depth) throws IOException {
        if (depth > DEEPEST) {
            throw new IOException("a tree without an end");
        }
        ByteBuffer page = read(number, level(depth));
        int header = number == 1 ? FILE_HEADER : 0;
        int kind = page.get(header);
        boolean interior = kind == INTERIOR_INDEX || kind == INTERIOR_TABLE;
        int pointers = header + (interior ? 12 : 8);
        int cells = unsigned(page, header + 3);
        blocks(number, page, unsigned(page, header + 1));
        boolean overLeaves = true;
        for (int i = 0; i < cells; i++) {
            int cell = unsigned(page, pointers + 2 * i);
            if (interior) {
                tree(growth, Integer.toUnsignedLong(page.getInt(cell)), depth + 1);
                overLeaves &= isLeaf(level(depth + 1));
            }
            if (kind != INTERIOR_TABLE) {
                overflow(page, interior ? cell + 4 : cell, kind);
            }
        }
        if (interior) {
            tree(growth, Integer.toUnsignedLong(page.getInt(header + 8)), depth + 1);
            overLeaves &= isLeaf(level(depth + 1));
        }
        int content = unsigned(page, header + 5);
        if (isSettled(growth, interior, depth == 0, overLeaves)) {
            zero(number, page, pointers + 2 * cells, content == 0 ? size : content);
        } else if (growth == Growth.IN_BETWEEN && depth == 0 && overLeaves) {
            // Its cells are never moved, but leaves may have been more: at most three times as many, by how SQLite
            // fills.
            zero(number, page, pointers + 6 * (cells + 1), content);
        } else if (growth == Growth.ANYHOW && !interior && (cells + removed) * ROW < size) {
            // All rows that ever were fit into this page, so of those that are gone no more can be left than pointers.
            zero(number, page, pointers + 2 * cells + 2 * (int) removed, content);
        }
    }

    private static boolean isLeaf(ByteBuffer page) {
        return page.get(0) != INTERIOR_INDEX && page.get(0) != INTERIOR_TABLE;
    }

    private void blocks(long number, ByteBuffer page, int first) throws IOException {
        int at = first;
        while (at > 0) {
            int next = unsigned(page, at);
            zero(number, page, at + 4, at + unsigned(page, at + 2));
            if (next > 0 && next <= at) {
                throw new IOException("free blocks without an end");
            }
            at = next;
        }
    }

    /** The space behind the last part of a cell that continues on pages of its own. */
    private void overflow(ByteBuffer page, int cell, int kind) throws IOException {
        long payload = varint(page, cell);
        int most = kind == LEAF_TABLE ? size - 35 : (size - 12) * 64 / 255 - 23;
        if (payload <= most) {
            return;
        }
        int at = cell + length(page, cell);
        at += kind == LEAF_TABLE ? length(page, at) : 0;
        int least = (size - 12) * 32 / 255 - 23;
        int local = least + (int) ((payload - least) % (size - 4));
        local = local <= most ? local : least;
        long rest = payload - local;
        long number = Integer.toUnsignedLong(page.getInt(at + local));
        while (rest > 0) {
            ByteBuffer part = read(number, other);
            if (rest < size - 4) {
                zero(number, part, Math.max(4 + (int) rest, stale), size);
            }
            rest -= size - 4;
            number = Integer.toUnsignedLong(part.getInt(0));
        }
    }

    /** Pages that were used once and are not now. */
    private void free() throws IOException {
        ByteBuffer header = ByteBuffer.allocate(FILE_HEADER);
        file.read(header, 0);
        long trunk = Integer.toUnsignedLong(header.getInt(32));
        long left = file.size() / size;
        while (trunk > 0) {
            ByteBuffer page = read(trunk, level(0));
            int leaves = page.getInt(4);
            zero(trunk, page, Math.max(8 + 4 * leaves, stale), size);
            for (int i = 0; i < leaves; i++) {
                long leaf = Integer.toUnsignedLong(page.getInt(8 + 4 * i));
                zero(leaf, read(leaf, other), 0, size);
            }
            trunk = Integer.toUnsignedLong(page.getInt(0));
            left--;
            if (left < 0) {
                throw new IOException("free pages without an end");
            }
        }
    }

    private void zero(long number, ByteBuffer page, int from, int to) {
        for (int at = from; at < to; at++) {
            if (page.get(at) != 0) {
                add("page " + number + ", byte " + ((number - 1) * size + at) + " of the file: unused space holds "
                        + (page.get(at) & 0xff) + " and not 0");
                return;
            }
        }
    }

    private void add(String fault) {
        if (faults.size() < MOST) {
            faults.add(fault);
        }
    }

    private ByteBuffer level(int depth) {
        while (levels.size() <= depth) {
            levels.add(ByteBuffer.allocate(size));
        }
        return levels.get(depth);
    }

    private ByteBuffer read(long number, ByteBuffer page) throws IOException {
        page.clear();
        while (page.hasRemaining()) {
            if (number < 1 || file.read(page, (number - 1) * size + page.position()) < 0) {
                throw new IOException("there is no page " + number);
            }
        }
        return page;
    }

    private static int unsigned(ByteBuffer page, int at) {
        return page.getShort(at) & 0xffff;
    }

    private static long varint(ByteBuffer page, int at) {
        long value = 0;
        for (int i = 0; i < 8; i++) {
            byte b = page.get(at + i);
            value = (value << 7) | (b & 0x7f);
            if (b >= 0) {
                return value;
            }
        }
        return (value << 8) | (page.get(at + 8) & 0xff);
    }

    private static int length(ByteBuffer page, int at) {
        int length = 1;
        while (length < 9 && page.get(at + length - 1) < 0) {
            length++;
        }
        return length;
    }
}
