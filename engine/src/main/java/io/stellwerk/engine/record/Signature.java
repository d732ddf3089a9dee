package io.stellwerk.engine.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who changed something, why and when.
 *
 * @param author never empty
 * @param reason in the author's words; empty if none was given
 * @param at to the millisecond
 */
public record Signature(String author, String reason, Instant at) {

    public Signature {
        if (author.isBlank()) {
            throw new IllegalArgumentException("Every change has an author");
        }
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
