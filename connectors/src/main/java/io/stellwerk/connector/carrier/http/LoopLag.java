package io.stellwerk.connector.carrier.http;

import java.time.Duration;

/**
 * How late an event loop is, from a timer that should fire every few milliseconds. One event loop's own; ADR 0006.
 *
 * <p>A query that is read while the timer is overdue has been waiting in its socket, unseen, for about as long.
 */
final class LoopLag {

    /** Below it lateness is that of any timer, not of the loop. */
    private static final long NOISE_NANOS = Duration.ofMillis(2).toNanos();

    private final long periodNanos;
    private long due;
    private long lastLag;

    LoopLag(Duration period, long nowNanos) {
        this.periodNanos = period.toNanos();
        this.due = nowNanos + periodNanos;
    }

    /** The timer fired; it is armed again for one period from now. How late it was. */
    long fired(long nowNanos) {
        lastLag = real(nowNanos - due);
        due = nowNanos + periodNanos;
        return lastLag;
    }

    /** How long a query that is read now may have waited: since the timer was due, and as long as the round before took. */
    long waited(long nowNanos) {
        return real(nowNanos - due) + lastLag;
    }

    private static long real(long lateness) {
        return lateness < NOISE_NANOS ? 0 : lateness;
    }
}
