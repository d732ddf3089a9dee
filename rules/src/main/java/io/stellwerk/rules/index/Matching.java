package io.stellwerk.rules.index;

import io.stellwerk.rules.fact.FactDictionary;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The matching rows of one table for one call, found as they are asked for: a column is only looked into, and its fact
 * only read, if the columns before it leave a row over. One thread.
 */
public final class Matching {

    private static final int WORD = 64;

    /** Words looked at together: 2,048 rows, few enough that an early hit is cheap. */
    private static final int BLOCK = 32;

    /**
     * The first condition that a row failed.
     *
     * @param cell as its author wrote it
     * @param actual the fact's value; empty if it has none
     */
    public record Refusal(String fact, String cell, String actual) {}

    private final TableIndex index;
    private final FactValues values;
    private final @Nullable RowSet[] sets;

    /** The matching rows of the words from {@code blockStart} on that have not been told yet. */
    private final long[] block;

    private int blockStart;
    private int blockSize;
    private int at;

    Matching(TableIndex index, FactValues values) {
        this.index = index;
        this.values = values;
        this.sets = new RowSet[index.columns()];
        this.block = new long[Math.min(BLOCK, words())];
    }

    /** The rank of the next matching row, in ascending order; -1 if there is none left. */
    public int next() {
        while (true) {
            for (; at < blockSize; at++) {
                long bits = block[at];
                if (bits != 0) {
                    block[at] = bits & (bits - 1);
                    return (blockStart + at) * WORD + Long.numberOfTrailingZeros(bits);
                }
            }
            if (blockStart + blockSize >= words()) {
                return -1;
            }
            nextBlock();
        }
    }

    /** Why a row does not match; it must be one that was passed over. */
    public Refusal refusal(int rank) {
        for (int column = 0; column < sets.length; column++) {
            if (!set(column).contains(rank)) {
                return new Refusal(
                        index.factOf(column), index.cell(rank, column).text(), actual(column));
            }
        }
        throw new IllegalArgumentException(
                "The row matches: " + index.rows().get(rank).id());
    }

    private void nextBlock() {
        blockStart += blockSize;
        blockSize = Math.min(block.length, words() - blockStart);
        at = 0;
        Arrays.fill(block, 0, blockSize, -1L);
        int behind = (blockStart + blockSize) * WORD - index.rows().size();
        if (behind > 0) {
            block[blockSize - 1] = -1L >>> behind;
        }
        for (int position = 0; position < sets.length; position++) {
            if (!set(index.lookedInto(position)).retain(block, blockStart, blockSize)) {
                at = blockSize;
                return;
            }
        }
    }

    private int words() {
        return (index.rows().size() + WORD - 1) / WORD;
    }

    private RowSet set(int column) {
        RowSet set = sets[column];
        if (set == null) {
            set = index.column(column).rows(values);
            sets[column] = set;
        }
        return set;
    }

    private String actual(int column) {
        Object value = index.column(column).value(values);
        return value == null || (value instanceof Collection<?> texts && texts.isEmpty())
                ? ""
                : FactDictionary.text(value);
    }
}
