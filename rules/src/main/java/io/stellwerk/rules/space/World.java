package io.stellwerk.rules.space;

import io.stellwerk.engine.customer.CallerMatch;

/** Whether we know who calls: what else can be true of a call depends on it. Every call belongs to just one. The plainest
 * comes first. */
enum World {
    /** A number, and no customer. */
    STRANGER(CallerMatch.UNKNOWN),
    /** A number, and a customer who has it. */
    CUSTOMER(CallerMatch.UNIQUE),
    /** No number. */
    ANONYMOUS(CallerMatch.ANONYMOUS);

    private final CallerMatch ordinaryMatch;

    World(CallerMatch ordinaryMatch) {
        this.ordinaryMatch = ordinaryMatch;
    }

    CallerMatch ordinaryMatch() {
        return ordinaryMatch;
    }
}
