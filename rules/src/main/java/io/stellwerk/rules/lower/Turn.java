package io.stellwerk.rules.lower;

import org.jspecify.annotations.Nullable;

/** The fact that every rule stands on: what becomes of its source when the rule's turn has come. */
interface Turn {

    /** What the rule fires for; null if nothing. Drools asks when it is the rule's turn, and not before. */
    @Nullable Hit take(HitSource source);
}
