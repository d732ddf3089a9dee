package io.stellwerk.rules.table;

/** Which of several matching rows count (DMN 1.x, clause 8.2.8). */
public enum HitPolicy {
    /** The first in the table. */
    FIRST,
    /** At most one can match; more is a finding before publishing. */
    UNIQUE,
    /** The one with the highest priority; of equals the first. */
    PRIORITY,
    /** All, in the order of the table: deriving tables only. */
    COLLECT
}
