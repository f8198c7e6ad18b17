package dev.soc2.evidence.internal.tiles;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Where a tile or a bundle of entries stands below the root of a log. */
public final class TilePath {

    /** Hashes in a full tile, and entries in a full bundle. */
    public static final int WIDTH = 256;

    /** Levels of the tree that a tile spans. */
    public static final int HEIGHT = 8;

    private static final int STEP = 1_000;

    private TilePath() {}

    /** Of a tile; at level 0 its hashes are those of entries. */
    public static String hashes(int level, long index, int width) {
        if (level < 0 || level >= Long.SIZE) {
            throw new IllegalArgumentException("tiles have levels 0 to 63, got " + level);
        }
        return "tile/" + level + "/" + place(index, width);
    }

    /** Of a bundle of entries. */
    public static String entries(long index, int width) {
        return "tile/entries/" + place(index, width);
    }

    /** How wide the tile at an index is, where there are so many hashes on its level; 0 when there is no such tile. */
    public static int width(long index, long count) {
        return (int) Math.max(0, Math.min(WIDTH, count - index * WIDTH));
    }

    private static String place(long index, int width) {
        if (index < 0 || width < 1 || width > WIDTH) {
            throw new IllegalArgumentException("no tile " + index + " of width " + width);
        }
        List<String> parts = new ArrayList<>();
        long rest = index;
        parts.add(digits(rest % STEP));
        for (rest /= STEP; rest > 0; rest /= STEP) {
            parts.add("x" + digits(rest % STEP));
        }
        Collections.reverse(parts);
        String path = String.join("/", parts);
        return width == WIDTH ? path : path + ".p/" + width;
    }

    private static String digits(long number) {
        return String.format(Locale.ROOT, "%03d", number);
    }
}
