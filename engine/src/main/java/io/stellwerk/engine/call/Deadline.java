package io.stellwerk.engine.call;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The moment after which an answer is useless, by a monotonic clock.
 *
 * @param nanoTime the clock's reading at that moment
 * @param clock nanoseconds since an arbitrary origin, such as {@link System#nanoTime()}
 */
public record Deadline(long nanoTime, LongSupplier clock) {

    private static final long LARGEST_RESERVE = Duration.ofMillis(50).toNanos();

    /** A deadline that leaves the network its reserve: 50 ms or a tenth of its wait, whichever is smaller. */
    public static Deadline answering(Duration networkWaits, LongSupplier clock) {
        long wait = networkWaits.toNanos();
        return new Deadline(clock.getAsLong() + wait - Math.min(LARGEST_RESERVE, wait / 10), clock);
    }

    public boolean passed() {
        return clock.getAsLong() - nanoTime >= 0;
    }

    /** How long there still is; zero once it has passed, never negative. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, nanoTime - clock.getAsLong()));
    }
}
