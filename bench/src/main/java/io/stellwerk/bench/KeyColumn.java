package io.stellwerk.bench;

/** Which column tells a table's rows apart. */
public enum KeyColumn {
    /** The beginning of the calling number. */
    NUMBER_PREFIX,
    /** A text of the customer's. */
    TEXT,
    /** Ranges of the customer's value, each within the one before. */
    NESTED_RANGE
}
