package io.stellwerk.rules.space;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Some slots of one dimension: ranges, ascending and apart. */
final class SlotSet {

    static final SlotSet NONE = new SlotSet(new int[0]);

    /** Each range from an even place, included, to the odd one behind it, excluded. */
    private final int[] ends;

    private SlotSet(int[] ends) {
        this.ends = ends;
    }

    /** @param ends ascending, the first of each range included, the second excluded */
    static SlotSet of(int... ends) {
        return ends.length == 0 ? NONE : new SlotSet(ends);
    }

    static SlotSet one(int slot) {
        return new SlotSet(new int[] {slot, slot + 1});
    }

    static SlotSet first(int count) {
        return count == 0 ? NONE : new SlotSet(new int[] {0, count});
    }

    static SlotSet of(BitSet slots) {
        int[] ends = new int[slots.length() + 1];
        int count = 0;
        for (int from = slots.nextSetBit(0); from >= 0; from = slots.nextSetBit(ends[count - 1])) {
            ends[count++] = from;
            ends[count++] = slots.nextClearBit(from);
        }
        return of(Arrays.copyOf(ends, count));
    }

    boolean isEmpty() {
        return ends.length == 0;
    }

    int first() {
        return ends[0];
    }

    /** In ascending order. */
    IntStream slots() {
        return IntStream.range(0, ends.length / 2)
                .flatMap(range -> IntStream.range(ends[2 * range], ends[2 * range + 1]));
    }

    int size() {
        int size = 0;
        for (int i = 0; i < ends.length; i += 2) {
            size += ends[i + 1] - ends[i];
        }
        return size;
    }

    boolean meets(SlotSet other) {
        int i = 0;
        int j = 0;
        while (i < ends.length && j < other.ends.length) {
            if (Math.max(ends[i], other.ends[j]) < Math.min(ends[i + 1], other.ends[j + 1])) {
                return true;
            }
            if (ends[i + 1] < other.ends[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return false;
    }

    boolean contains(SlotSet other) {
        int i = 0;
        for (int j = 0; j < other.ends.length; j += 2) {
            while (i < ends.length && ends[i + 1] <= other.ends[j]) {
                i += 2;
            }
            if (i == ends.length || other.ends[j] < ends[i] || ends[i + 1] < other.ends[j + 1]) {
                return false;
            }
        }
        return true;
    }

    SlotSet and(SlotSet other) {
        int[] met = new int[ends.length + other.ends.length];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < ends.length && j < other.ends.length) {
            int from = Math.max(ends[i], other.ends[j]);
            int until = Math.min(ends[i + 1], other.ends[j + 1]);
            if (from < until) {
                met[count++] = from;
                met[count++] = until;
            }
            if (ends[i + 1] < other.ends[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return count == ends.length && Arrays.equals(met, 0, count, ends, 0, count)
                ? this
                : of(Arrays.copyOf(met, count));
    }

    SlotSet minus(SlotSet other) {
        return and(other.outside());
    }

    /** All other slots, of however many there are. */
    private SlotSet outside() {
        int[] outside = new int[ends.length + 2];
        int count = 0;
        int from = 0;
        for (int i = 0; i < ends.length; i += 2) {
            if (from < ends[i]) {
                outside[count++] = from;
                outside[count++] = ends[i];
            }
            from = ends[i + 1];
        }
        outside[count++] = from;
        outside[count++] = Integer.MAX_VALUE;
        return of(Arrays.copyOf(outside, count));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SlotSet set && Arrays.equals(ends, set.ends);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ends);
    }

    @Override
    public String toString() {
        return Arrays.toString(ends);
    }
}
