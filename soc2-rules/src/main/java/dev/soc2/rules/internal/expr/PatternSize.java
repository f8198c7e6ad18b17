package dev.soc2.rules.internal.expr;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How large a pattern becomes when counted repetitions are written out, estimated before anything is compiled: the
 * compiler itself writes them out and would fill the memory first.
 */
final class PatternSize {

    private static final int LONGEST_COUNT = 9;

    private final String pattern;
    private final long most;
    private final Deque<Long> outer = new ArrayDeque<>();
    private long sum;
    private long last;
    private int at;

    private PatternSize(String pattern, long most) {
        this.pattern = pattern;
        this.most = most;
    }

    /** Whether the pattern stays within a number of atoms; one that is broken does, and the compiler tells it. */
    static boolean isAtMost(String pattern, long most) {
        return new PatternSize(pattern, most).isSmall();
    }

    private boolean isSmall() {
        while (at < pattern.length()) {
            char c = pattern.charAt(at++);
            switch (c) {
                case '(' -> {
                    outer.push(sum);
                    sum = 0;
                    last = 0;
                }
                case ')' -> {
                    last = sum + 1;
                    sum = last + (outer.isEmpty() ? 0 : outer.pop());
                }
                case '{' -> repeat();
                case '*', '+', '?', '|' -> sum++;
                case '[' -> {
                    skipClass();
                    atom();
                }
                case '\\' -> {
                    at++;
                    atom();
                }
                default -> atom();
            }
            if (sum > most) {
                return false;
            }
        }
        return true;
    }

    private void atom() {
        last = 1;
        sum++;
    }

    /** A class counts as one atom; a bracket right behind its opening belongs to it. */
    private void skipClass() {
        if (at < pattern.length() && pattern.charAt(at) == '^') {
            at++;
        }
        at++;
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            at += pattern.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
    }

    private void repeat() {
        int end = pattern.indexOf('}', at);
        long count = end < 0 ? -1 : count(pattern.substring(at, end));
        if (count < 0) {
            // No count: the bracket stands for itself.
            atom();
            return;
        }
        at = end + 1;
        sum += last * (Math.max(1, count) - 1);
        last *= Math.max(1, count);
    }

    /** The larger of the counts of {@code m}, {@code m,} or {@code m,n}; negative when it is none of these. */
    private static long count(String inside) {
        long most = 0;
        String[] parts = inside.split(",", -1);
        for (int i = 0; i < parts.length; i++) {
            boolean open = i == 1 && parts[i].isEmpty();
            boolean digits = !parts[i].isEmpty() && parts[i].chars().allMatch(c -> c >= '0' && c <= '9');
            if (parts.length > 2 || (!digits && !open)) {
                return -1;
            }
            if (digits) {
                most = Math.max(most, parts[i].length() > LONGEST_COUNT ? Integer.MAX_VALUE : Long.parseLong(parts[i]));
            }
        }
        return most;
    }
}
