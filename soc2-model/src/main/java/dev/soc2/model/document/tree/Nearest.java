package dev.soc2.model.document.tree;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * The name that somebody probably meant: the nearest by edit distance (insert, delete, replace, swap two neighbours).
 *
 * <p>At most two edits, or a third of the word if that is more; only one for words of up to three characters, where two
 * edits make any word out of any other. Upper and lower case of the Latin alphabet count as the same.
 */
public final class Nearest {

    private static final int LONGEST = 100;

    private Nearest() {}

    /**
     * The nearest of some names.
     *
     * @param word what was written
     * @param names what could have been written
     * @return the nearest name, of two as near the first by code points; nothing when none is near
     */
    public static Optional<String> to(String word, Collection<String> names) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        int most = word.length() <= 3 ? 1 : Math.max(2, word.length() / 3);
        return names.stream()
                .filter(name -> Math.abs(name.length() - word.length()) <= most)
                .filter(name -> distance(word, name) <= most)
                .min(Comparator.<String>comparingInt(name -> distance(word, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Optimal string alignment: the Damerau-Levenshtein distance in which no part is edited twice. */
    static int distance(String left, String right) {
        int[][] rows = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                rows[i][j] = i == 0 || j == 0 ? i + j : step(rows, left, right, i, j);
            }
        }
        return rows[left.length()][right.length()];
    }

    private static int step(int[][] rows, String left, String right, int i, int j) {
        int replaced = rows[i - 1][j - 1] + (same(left, i, right, j) ? 0 : 1);
        int best = Math.min(replaced, Math.min(rows[i - 1][j], rows[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && same(left, i, right, j - 1) && same(left, i - 1, right, j);
        return swapped ? Math.min(best, rows[i - 2][j - 2] + 1) : best;
    }

    private static boolean same(String left, int i, String right, int j) {
        return lower(left.charAt(i - 1)) == lower(right.charAt(j - 1));
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
}
