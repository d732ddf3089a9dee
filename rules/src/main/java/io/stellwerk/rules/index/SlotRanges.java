package io.stellwerk.rules.index;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** The slots that one cell names, as ranges that may overlap. */
final class SlotRanges {

    private static final long LOW = 0xFFFF_FFFFL;

    private long[] ranges = new long[4];
    private int count;

    /** From a slot to before another; nothing if that is not behind it. */
    void add(int from, int until) {
        if (from < until) {
            if (count == ranges.length) {
                ranges = Arrays.copyOf(ranges, count * 2);
            }
            ranges[count++] = (long) from << 32 | until;
        }
    }

    /** Tells in turn where the named slots begin and end. */
    void forEachEnd(IntConsumer end) {
        Arrays.sort(ranges, 0, count);
        int reached = -1;
        for (int i = 0; i < count; i++) {
            int from = (int) (ranges[i] >>> 32);
            int until = (int) (ranges[i] & LOW);
            if (reached < 0) {
                end.accept(from);
            } else if (from > reached) {
                end.accept(reached);
                end.accept(from);
            }
            reached = Math.max(reached, until);
        }
        if (reached >= 0) {
            end.accept(reached);
        }
    }
}
