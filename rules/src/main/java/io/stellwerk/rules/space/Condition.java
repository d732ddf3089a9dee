package io.stellwerk.rules.space;

import io.stellwerk.rules.formula.Formula;
import java.time.Instant;
import java.util.Optional;

/**
 * What a row or a rule asks of a call, and when it counts.
 *
 * @param from the instant from which on it counts, included
 * @param until the instant until which it counts, excluded
 */
public record Condition(Formula formula, Optional<Instant> from, Optional<Instant> until) {

    public static Condition of(Formula formula) {
        return new Condition(formula, Optional.empty(), Optional.empty());
    }

    /** Whether it counts at some times only. */
    boolean limited() {
        return from.isPresent() || until.isPresent();
    }

    boolean countsAt(Instant instant) {
        return from.filter(instant::isBefore).isEmpty()
                && until.filter(end -> !instant.isBefore(end)).isEmpty();
    }
}
