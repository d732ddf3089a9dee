package io.stellwerk.rules.index;

import io.stellwerk.rules.fact.FactDictionary;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The matching rows of one table for one call, found as they are asked for: a column is only looked into, and its fact
 * only read, if the columns before it leave a row over. One thread.
 */
public final class Matching {

    private static final int WORD = 64;

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

    private int word = -1;
    private long left;

    Matching(TableIndex index, FactValues values) {
        this.index = index;
        this.values = values;
        this.sets = new RowSet[index.columns()];
    }

    /** The rank of the next matching row, in ascending order; -1 if there is none left. */
    public int next() {
        int size = index.rows().size();
        while (left == 0) {
            word++;
            if (word * WORD >= size) {
                return -1;
            }
            left = matchesIn(word, size);
        }
        int rank = word * WORD + Long.numberOfTrailingZeros(left);
        left &= left - 1;
        return rank;
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

    private long matchesIn(int number, int size) {
        long bits = size - number * WORD >= WORD ? -1L : (1L << (size - number * WORD)) - 1;
        for (int column = 0; column < sets.length && bits != 0; column++) {
            bits &= set(column).word(number);
        }
        return bits;
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
