package io.stellwerk.rules.index;

import java.util.Arrays;

/**
 * A set of rows: a bitmap that it shares with others, and the few rows in which it differs from it.
 *
 * <p>{@link #word} must be asked in ascending order. One thread.
 */
final class RowSet {

    private final long[] base;
    private final int[] differing;
    private final int from;
    private final int until;
    private int next;

    /** @param differing rows in ascending order, of which those from {@code from} to before {@code until} count */
    RowSet(long[] base, int[] differing, int from, int until) {
        this.base = base;
        this.differing = differing;
        this.from = from;
        this.until = until;
        this.next = from;
    }

    /** The rows from 64 x {@code index} on, as bits. */
    long word(int index) {
        long bits = base[index];
        while (next < until && differing[next] >>> 6 < index) {
            next++;
        }
        while (next < until && differing[next] >>> 6 == index) {
            bits ^= 1L << differing[next++];
        }
        return bits;
    }

    boolean contains(int row) {
        boolean inBase = (base[row >>> 6] & 1L << row) != 0;
        return inBase ^ Arrays.binarySearch(differing, from, until, row) >= 0;
    }

    /** Adds the rows in which this set and another differ. */
    void addDifference(RowSet other, long[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] |= word(i) ^ other.word(i);
        }
    }
}
