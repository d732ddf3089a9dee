package io.stellwerk.rules.index;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The matching rows of one table for one call, found as they are asked for: a column is only looked into, and its fact
 * only read, if the columns before it leave a row over. One thread.
 */
final class TableMatching implements Matching {

    private static final int WORD = 64;

    /** Words looked at together: 2,048 rows, few enough that an early hit is cheap. */
    private static final int BLOCK = 32;

    private final TableIndex index;
    private final FactValues values;
    private final @Nullable RowSet[] sets;

    /** The matching rows of the words from {@code blockStart} on that have not been told yet. */
    private final long[] block;

    private int blockStart;
    private int blockSize;
    private int at;

    TableMatching(TableIndex index, FactValues values) {
        this.index = index;
        this.values = values;
        this.sets = new RowSet[index.columns()];
        this.block = new long[Math.min(BLOCK, words())];
    }

    @Override
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

    @Override
    public Refusal refusal(int rank) {
        for (int column = 0; column < sets.length; column++) {
            if (!set(column).contains(rank)) {
                return new Refusal(
                        index.factOf(column),
                        index.cell(rank, column).text(),
                        FactValues.text(index.column(column).value(values)));
            }
        }
        throw new IllegalArgumentException("The row matches: " + rank);
    }

    private void nextBlock() {
        blockStart += blockSize;
        blockSize = Math.min(block.length, words() - blockStart);
        at = 0;
        Arrays.fill(block, 0, blockSize, -1L);
        int behind = (blockStart + blockSize) * WORD - index.size();
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
        return (index.size() + WORD - 1) / WORD;
    }

    private RowSet set(int column) {
        RowSet set = sets[column];
        if (set == null) {
            set = index.column(column).rows(values);
            sets[column] = set;
        }
        return set;
    }
}
