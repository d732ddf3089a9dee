package io.stellwerk.rules.table;

/** What a table is for. */
public enum Phase {
    /** Adds segments and announcements. */
    DERIVE,
    /** Chooses a plan or refuses the call. */
    DECIDE
}
