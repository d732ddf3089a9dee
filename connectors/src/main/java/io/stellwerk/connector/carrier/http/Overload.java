package io.stellwerk.connector.carrier.http;

import java.time.Duration;

/**
 * Whether an event loop has too much to do, by its lag; ADR 0006. One event loop's own.
 *
 * <p>Two late timers in a row begin it, so that a single pause of the machine does not send callers to default routes; it
 * ends when the lag has been small for a while, so that it does not flutter.
 */
final class Overload {

    private final long beginsAtNanos;
    private final long endsBelowNanos;
    private final long calmNanos;
    private boolean lateBefore;
    private boolean overloaded;
    private long lateLast;

    /**
     * @param beginsAt lag of two timers in a row
     * @param calm how long the lag must have stayed below half of that before it is over
     */
    Overload(Duration beginsAt, Duration calm) {
        this.beginsAtNanos = beginsAt.toNanos();
        this.endsBelowNanos = beginsAtNanos / 2;
        this.calmNanos = calm.toNanos();
    }

    /** Takes the next measurement. Whether it begins or ends an overload. */
    boolean observe(long lagNanos, long nowNanos) {
        boolean before = overloaded;
        boolean late = lagNanos >= beginsAtNanos;
        overloaded |= late && lateBefore;
        lateBefore = late;
        if (lagNanos >= endsBelowNanos) {
            lateLast = nowNanos;
        } else if (overloaded && nowNanos - lateLast >= calmNanos) {
            overloaded = false;
        }
        return before != overloaded;
    }

    boolean overloaded() {
        return overloaded;
    }
}
