package io.stellwerk.engine.record;

import java.time.Instant;
import java.util.Locale;

/**
 * A stored version that goes live at a time.
 *
 * @param id counts up from 1 for each tenant
 * @param version its number
 * @param due when it goes live, to the millisecond
 * @param by who ordered it
 * @param note why it was not published, naming the remedy; empty as long as nothing speaks against it
 */
public record ScheduledPublication(int id, int version, Instant due, Signature by, State state, String note) {

    /** How far a publication is. Only {@link #PENDING} changes, and once. */
    public enum State {
        PENDING,
        PUBLISHED,
        CANCELLED,
        /** Another version than the one that its author worked from was live when its time came: nothing changed. */
        OUTDATED,
        /** The version could not go live when its time came: nothing changed. */
        FAILED;

        /** As it is written. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
