package io.stellwerk.connector.store.mapdb;

/**
 * The trunk prefixes of a generation on the heap, so that an unknown caller costs no look-up in the file: a hash set that
 * is asked for the number without its last digit, its last two and so on, in those lengths only that any prefix has.
 * Immutable.
 */
final class TrunkPrefixes {

    /** What {@link #longest} answers if there is none; no prefix begins with 0. */
    static final long NONE = 0;

    /** 0 for a free slot; a power of two, at most half full. */
    private final long[] slots;
    /** The bit 1 << n is set if some prefix has n digits. */
    private final int lengths;

    TrunkPrefixes(long[] prefixes) {
        slots = new long[Integer.highestOneBit(Math.max(1, prefixes.length)) * 4];
        int found = 0;
        for (long prefix : prefixes) {
            slots[slotOf(prefix)] = prefix;
            found |= 1 << length(prefix);
        }
        lengths = found;
    }

    /** The longest prefix that covers the number, perhaps all of it, or {@link #NONE}. */
    long longest(long digits) {
        if (lengths == 0) {
            return NONE;
        }
        int length = length(digits);
        for (long prefix = digits; prefix > 0; prefix /= 10) {
            if ((lengths & 1 << length--) != 0 && slots[slotOf(prefix)] != 0) {
                return prefix;
            }
        }
        return NONE;
    }

    /** Where the prefix stands, or else the free slot where it would. */
    private int slotOf(long prefix) {
        long mixed = prefix * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & slots.length - 1;
        while (slots[slot] != 0 && slots[slot] != prefix) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private static int length(long digits) {
        int length = 1;
        for (long rest = digits / 10; rest > 0; rest /= 10) {
            length++;
        }
        return length;
    }
}
