package io.stellwerk.connector.store.mapdb;

import java.util.Arrays;

/**
 * Pairs of a key and the row it came from: twelve bytes each, so that a million customers are sorted in a few dozen
 * megabytes and their profiles wait on disk. One thread.
 */
final class KeyedRows {

    private static final int DIGIT_BITS = 8;
    private static final int DIGIT_VALUES = 1 << DIGIT_BITS;

    private long[] keys = new long[1024];
    private int[] rows = new int[1024];
    private int size;

    void add(long key, int row) {
        if (size == keys.length) {
            int larger = Math.addExact(size, size >> 1);
            keys = Arrays.copyOf(keys, larger);
            rows = Arrays.copyOf(rows, larger);
        }
        keys[size] = key;
        rows[size++] = row;
    }

    int size() {
        return size;
    }

    long key(int place) {
        return keys[place];
    }

    int row(int place) {
        return rows[place];
    }

    /** The first place behind {@code place} that has another key. */
    int endOfKey(int place) {
        int end = place + 1;
        while (end < size && keys[end] == keys[place]) {
            end++;
        }
        return end;
    }

    /** By key, ascending; rows of the same key stay in the order in which they came. A radix sort, thus linear. */
    void sort() {
        long[] sparedKeys = new long[size];
        int[] sparedRows = new int[size];
        for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
            int[] starts = new int[DIGIT_VALUES + 1];
            for (int i = 0; i < size; i++) {
                starts[digit(keys[i], shift) + 1]++;
            }
            if (Arrays.stream(starts).anyMatch(count -> count == size)) {
                continue; // all have the same digit here
            }
            Arrays.parallelPrefix(starts, Integer::sum);
            for (int i = 0; i < size; i++) {
                int to = starts[digit(keys[i], shift)]++;
                sparedKeys[to] = keys[i];
                sparedRows[to] = rows[i];
            }
            long[] sortedKeys = sparedKeys;
            int[] sortedRows = sparedRows;
            sparedKeys = keys;
            sparedRows = rows;
            keys = sortedKeys;
            rows = sortedRows;
        }
    }

    /** The sign bit is turned round, since negative keys come first. */
    private static int digit(long key, int shift) {
        return (int) ((key ^ Long.MIN_VALUE) >>> shift) & (DIGIT_VALUES - 1);
    }
}
