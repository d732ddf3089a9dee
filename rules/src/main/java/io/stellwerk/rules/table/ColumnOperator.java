package io.stellwerk.rules.table;

/** How plain values in the cells of a column are meant. */
public enum ColumnOperator {
    /** The value itself, or for sets: contains it. */
    IS,
    /** The value or more. */
    AT_LEAST,
    /** The value or less. */
    AT_MOST,
    /** Begins with the value. */
    STARTS_WITH
}
