package dev.soc2.evidence.internal.intake;

import java.util.function.IntBinaryOperator;
import java.util.function.IntToLongFunction;

/**
 * The order of many things by unsigned heads, and where these are equal by comparing. A merge sort that moves the heads
 * along, so that it reads memory from front to back.
 */
final class SortedOrder {

    private static final int FEW = 8;

    private final IntBinaryOperator compared;
    private final long[] heads;
    private final long[] spareHeads;
    private final int[] order;
    private final int[] spare;

    SortedOrder(int count, IntToLongFunction head, IntBinaryOperator compared) {
        this.compared = compared;
        heads = new long[count];
        order = new int[count];
        for (int i = 0; i < count; i++) {
            heads[i] = head.applyAsLong(i);
            order[i] = i;
        }
        spareHeads = new long[count / 2 + 1];
        spare = new int[count / 2 + 1];
        sort(0, count);
    }

    int[] order() {
        return order.clone();
    }

    private void sort(int from, int to) {
        if (to - from <= FEW) {
            insert(from, to);
            return;
        }
        int middle = (from + to) >>> 1;
        sort(from, middle);
        sort(middle, to);
        if (compare(heads[middle - 1], order[middle - 1], heads[middle], order[middle]) > 0) {
            merge(from, middle, to);
        }
    }

    private void merge(int from, int middle, int to) {
        int kept = middle - from;
        System.arraycopy(order, from, spare, 0, kept);
        System.arraycopy(heads, from, spareHeads, 0, kept);
        int left = 0;
        int right = middle;
        for (int at = from; left < kept; at++) {
            if (right < to && compare(spareHeads[left], spare[left], heads[right], order[right]) > 0) {
                heads[at] = heads[right];
                order[at] = order[right++];
            } else {
                heads[at] = spareHeads[left];
                order[at] = spare[left++];
            }
        }
    }

    private void insert(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            long head = heads[i];
            int moved = order[i];
            int at = i;
            while (at > from && compare(heads[at - 1], order[at - 1], head, moved) > 0) {
                heads[at] = heads[at - 1];
                order[at] = order[at - 1];
                at--;
            }
            heads[at] = head;
            order[at] = moved;
        }
    }

    private int compare(long head, int one, long otherHead, int other) {
        int byHead = Long.compareUnsigned(head, otherHead);
        return byHead == 0 ? compared.applyAsInt(one, other) : byHead;
    }
}
