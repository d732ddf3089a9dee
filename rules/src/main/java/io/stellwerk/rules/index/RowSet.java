package io.stellwerk.rules.index;

import java.util.Arrays;

/**
 * A set of rows: a bitmap that it shares with others, and the few rows in which it differs from it.
 *
 * <p>{@link #word} and {@link #retain} walk through it once, in ascending order. One thread.
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

    /**
     * Leaves in {@code rows} only those that are also in this set.
     *
     * @param rows a stretch of a bitmap
     * @param first the word of the whole bitmap with which the stretch begins
     * @param count how many words of {@code rows} count
     * @return whether any row is left
     */
    boolean retain(long[] rows, int first, int count) {
        while (next < until && differing[next] >>> 6 < first) {
            next++;
        }
        long left = 0;
        int at = 0;
        while (at < count) {
            int plain = next < until ? Math.min((differing[next] >>> 6) - first, count) : count;
            for (; at < plain; at++) {
                rows[at] &= base[first + at];
                left |= rows[at];
            }
            if (at < count) {
                rows[at] &= word(first + at);
                left |= rows[at++];
            }
        }
        return left != 0;
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
