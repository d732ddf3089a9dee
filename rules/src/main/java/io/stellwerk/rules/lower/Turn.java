package io.stellwerk.rules.lower;

import org.jspecify.annotations.Nullable;

/** The fact that every table's rule stands on: what becomes of a table when its turn has come. */
interface Turn {

    /** What the table's rule fires for; null if nothing. Drools asks when it is the table's turn, and not before. */
    @Nullable Hit take(LoweredTable table);
}
