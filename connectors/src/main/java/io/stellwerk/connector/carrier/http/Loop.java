package io.stellwerk.connector.carrier.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How busy one event loop is. Its own: used on it alone. */
final class Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration PROBE = Duration.ofMillis(10);
    private static final Duration CALM = Duration.ofSeconds(1);

    private final Vertx vertx;
    private final Context context;
    private final int maxQueries;
    private final LongSupplier nanoTime;
    private final AtomicInteger overloadedLoops;
    private final LoopLag lag;
    private final Overload overload;
    private int queries;
    private @Nullable Promise<Void> drained;
    private long probe = -1;

    Loop(
            Vertx vertx,
            Context context,
            CarrierHttpOptions options,
            LongSupplier nanoTime,
            AtomicInteger overloadedLoops) {
        this.vertx = vertx;
        this.context = context;
        this.maxQueries = options.maxQueries();
        this.nanoTime = nanoTime;
        this.overloadedLoops = overloadedLoops;
        this.lag = new LoopLag(PROBE, nanoTime.getAsLong());
        this.overload = new Overload(options.overloadLag(), CALM);
    }

    Context context() {
        return context;
    }

    /** Begins to measure how late the loop is. */
    void watch() {
        probe = vertx.setTimer(PROBE.toMillis(), fired -> {
            long now = nanoTime.getAsLong();
            if (overload.observe(lag.fired(now), now)) {
                LOG.warn("Event loop {}", overload.overloaded() ? "overloaded" : "no longer overloaded");
                overloadedLoops.addAndGet(overload.overloaded() ? 1 : -1);
            }
            watch();
        });
    }

    void stopWatching() {
        vertx.cancelTimer(probe);
    }

    void queryBegan() {
        queries++;
    }

    void queryEnded() {
        queries--;
        if (queries == 0 && drained != null) {
            drained.tryComplete();
        }
    }

    boolean overloaded() {
        return overload.overloaded() || queries > maxQueries;
    }

    /** How long a query that is read now may have waited unseen. */
    long waited(long nowNanos) {
        return lag.waited(nowNanos);
    }

    /** Once no query is being answered. */
    Future<Void> drained() {
        Promise<Void> promise = drained == null ? Promise.promise() : drained;
        drained = promise;
        if (queries == 0) {
            promise.tryComplete();
        }
        return promise.future();
    }
}
