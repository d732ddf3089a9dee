package io.stellwerk.rules.index;

/** Finds the rows of a table, or the rules, that match a call. A row is known by its rank, from 0. Immutable, any thread. */
public interface RowIndex {

    /** The rows that match these values, to be drawn one after the other. */
    Matching match(FactValues values);
}
