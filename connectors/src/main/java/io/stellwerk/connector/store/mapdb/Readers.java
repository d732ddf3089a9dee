package io.stellwerk.connector.store.mapdb;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Counts the readers of a generation, so that it is closed only when the last one has left. Entering and leaving are one
 * atomic addition each and wait for nothing; whoever replaced the generation waits.
 */
final class Readers {

    /** Below zero once retired. */
    private final AtomicLong inside = new AtomicLong();

    /** @return false if the generation is retired: read the current one anew and do not {@link #leave} */
    boolean enter() {
        if (inside.incrementAndGet() > 0) {
            return true;
        }
        inside.decrementAndGet();
        return false;
    }

    void leave() {
        inside.decrementAndGet();
    }

    /** Lets nobody in any more and waits for those inside; not for an event loop. @return false if they stayed too long */
    boolean drain(Duration atMost) {
        inside.addAndGet(Long.MIN_VALUE);
        long until = System.nanoTime() + atMost.toNanos();
        while (inside.get() != Long.MIN_VALUE) {
            if (System.nanoTime() - until > 0) {
                return false;
            }
            LockSupport.parkNanos(50_000);
        }
        return true;
    }
}
