package dev.soc2.evidence.internal.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Many texts as UTF-8 in few large arrays: 12 bytes each beside their own, where a set of strings takes over 100. They
 * are sorted, and said once each, when they are read.
 */
final class TextPool {

    // Larger arrays are kept apart by some collectors, at up to twice their size.
    private static final int PAGE = 1 << 18;

    private final List<byte[]> pages = new ArrayList<>();
    private long[] starts = new long[16];
    private int[] lengths = new int[16];
    private int count;
    private int free = PAGE;
    private int common;
    private boolean isSorted = true;

    void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        add(bytes, 0, bytes.length);
    }

    void addAll(TextPool other) {
        for (int i = 0; i < other.count; i++) {
            add(other.page(i), other.offset(i), other.lengths[i]);
        }
    }

    private void add(byte[] bytes, int from, int length) {
        if (free + length > PAGE || pages.isEmpty()) {
            pages.add(new byte[Math.max(PAGE, length)]);
            free = 0;
        }
        System.arraycopy(bytes, from, pages.get(pages.size() - 1), free, length);
        if (count == starts.length) {
            int larger = Math.addExact(count, count / 2);
            starts = Arrays.copyOf(starts, larger);
            lengths = Arrays.copyOf(lengths, larger);
        }
        starts[count] = (pages.size() - 1L) * PAGE + free;
        lengths[count] = length;
        free += length;
        isSorted = isSorted && (count == 0 || compare(count - 1, count) < 0);
        count++;
    }

    /** How many different texts there are. */
    long size() {
        sort();
        return count;
    }

    /** Each text once, in the order of its bytes. */
    void forEach(Consumer<byte[]> taker) {
        sort();
        for (int i = 0; i < count; i++) {
            taker.accept(bytes(i));
        }
    }

    /** Goes through two pools at once, and tells of each text where it is. */
    void compare(TextPool other, Compared taker) {
        sort();
        other.sort();
        int mine = 0;
        int others = 0;
        while (mine < count || others < other.count) {
            int order = mine == count ? 1 : others == other.count ? -1 : compare(this, mine, other, others);
            byte[] text = order <= 0 ? bytes(mine) : other.bytes(others);
            taker.text(new String(text, StandardCharsets.UTF_8), order <= 0, order >= 0);
            mine += order <= 0 ? 1 : 0;
            others += order >= 0 ? 1 : 0;
        }
    }

    /** Takes the texts of two pools in their order. */
    @FunctionalInterface
    interface Compared {
        void text(String text, boolean isHere, boolean isThere);
    }

    private void sort() {
        if (isSorted) {
            return;
        }
        common = commonLength();
        int[] order = new SortedOrder(count, this::head, this::compare).order();
        long[] sortedStarts = new long[count];
        int[] sortedLengths = new int[count];
        int different = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || compare(order[i - 1], order[i]) != 0) {
                sortedStarts[different] = starts[order[i]];
                sortedLengths[different] = lengths[order[i]];
                different++;
            }
        }
        starts = sortedStarts;
        lengths = sortedLengths;
        count = different;
        isSorted = true;
    }

    /** Eight bytes behind what all texts begin with, which is most of what it takes to compare two of them. */
    private long head(int text) {
        int from = offset(text) + common;
        int to = offset(text) + lengths[text];
        byte[] page = page(text);
        long head = 0;
        for (int at = from; at < from + Long.BYTES; at++) {
            head = head << Byte.SIZE | (at < to ? page[at] & 0xFF : 0);
        }
        return head;
    }

    private int commonLength() {
        int shared = count == 0 ? 0 : lengths[0];
        for (int i = 1; i < count && shared > 0; i++) {
            int from = offset(0);
            int other = offset(i);
            int most = Math.min(shared, lengths[i]);
            int differs = Arrays.mismatch(page(0), from, from + most, page(i), other, other + most);
            shared = differs < 0 ? most : differs;
        }
        return shared;
    }

    private int compare(int one, int other) {
        return compare(this, one, this, other);
    }

    private static int compare(TextPool a, int one, TextPool b, int other) {
        int from = a.offset(one);
        int otherFrom = b.offset(other);
        return Arrays.compareUnsigned(
                a.page(one), from, from + a.lengths[one], b.page(other), otherFrom, otherFrom + b.lengths[other]);
    }

    private byte[] page(int text) {
        return pages.get((int) (starts[text] / PAGE));
    }

    private int offset(int text) {
        return (int) (starts[text] % PAGE);
    }

    private byte[] bytes(int text) {
        int from = offset(text);
        return Arrays.copyOfRange(page(text), from, from + lengths[text]);
    }
}
