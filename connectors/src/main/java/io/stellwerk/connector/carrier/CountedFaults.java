package io.stellwerk.connector.carrier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.stellwerk.engine.router.FaultReport;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts our own bugs as {@code stellwerk.faults}, and logs one a second at most: a bug that every call meets would fill
 * the disk. Any thread.
 */
public final class CountedFaults implements FaultReport {

    private static final Logger LOG = LoggerFactory.getLogger(CountedFaults.class);
    private static final long SECOND = 1_000_000_000L;

    private final Counter faults;
    private final LongSupplier nanoTime;
    private final AtomicLong nextLine;

    /** @param nanoTime monotonic nanoseconds */
    public CountedFaults(MeterRegistry registry, LongSupplier nanoTime) {
        this.faults = Counter.builder("stellwerk.faults")
                .description("Bugs of ours, each of which cost a call its rules but not its answer")
                .register(registry);
        this.nanoTime = nanoTime;
        this.nextLine = new AtomicLong(nanoTime.getAsLong());
    }

    @Override
    public void caught(String where, Throwable fault) {
        faults.increment();
        long now = nanoTime.getAsLong();
        long next = nextLine.get();
        if (now - next >= 0 && nextLine.compareAndSet(next, now + SECOND)) {
            LOG.error("A fault of ours while {}", where, fault);
        }
    }
}
