package io.stellwerk.connector.numbers.libphonenumber;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.LongToIntFunction;

/**
 * Remembers a small value for each block of numbers: of bounded size, without a lock, forgetting on collision.
 *
 * <p>An entry is one long, block and value together, so a thread sees either a whole entry or none. Since a value is
 * always the same for its block, whatever is forgotten, and by whom, changes no answer.
 */
final class BlockMemory {

    private static final int VALUE_BITS = 12;

    private final AtomicLongArray entries;

    /** @param slots a power of two; 8 bytes each */
    BlockMemory(int slots) {
        entries = new AtomicLongArray(slots);
    }

    /**
     * @param block positive, below 2^51
     * @param value 0 to 4095 for a block, always the same
     */
    int get(long block, LongToIntFunction value) {
        int slot = (int) ((block * 0x9E3779B97F4A7C15L) >>> 40) & (entries.length() - 1);
        long entry = entries.getOpaque(slot);
        if (entry >>> VALUE_BITS == block) {
            return (int) entry & ((1 << VALUE_BITS) - 1);
        }
        int found = value.applyAsInt(block);
        entries.setOpaque(slot, block << VALUE_BITS | found);
        return found;
    }
}
