package io.stellwerk.connector.carrier.http;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.stellwerk.engine.decision.DefaultReason;
import io.stellwerk.engine.decision.RejectReason;
import io.stellwerk.engine.decision.RouteDecision;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What is counted of the carriers' side. Any thread; all that a query counts is looked up before. */
final class CarrierMeters {

    private static final Duration[] STEPS = {
        Duration.ofNanos(50_000),
        Duration.ofNanos(100_000),
        Duration.ofNanos(250_000),
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(350)
    };

    final AtomicInteger connections;
    final AtomicInteger overloadedLoops;

    private final MeterRegistry registry;
    private final Timer decisionTime;
    private final Timer answerTime;
    private final Map<String, OfCarrier> carriers = new ConcurrentHashMap<>();
    private final Map<Integer, Counter> problems = new ConcurrentHashMap<>();

    CarrierMeters(MeterRegistry registry) {
        this.registry = registry;
        this.decisionTime = timer("stellwerk.carrier.decision", "From the call of the router to its decision");
        this.answerTime = timer("stellwerk.carrier.answer", "From a query's head to its answer");
        this.connections = gauge("stellwerk.carrier.connections", "Open connections");
        this.overloadedLoops = gauge("stellwerk.carrier.overloaded", "Event loops that are overloaded now");
    }

    OfCarrier of(String carrier) {
        return carriers.computeIfAbsent(carrier, name -> new OfCarrier(registry, name));
    }

    void decided(Duration took) {
        decisionTime.record(took.toNanos(), TimeUnit.NANOSECONDS);
    }

    void answered(long tookNanos) {
        answerTime.record(tookNanos, TimeUnit.NANOSECONDS);
    }

    void problem(int status) {
        problems.computeIfAbsent(
                        status,
                        code -> Counter.builder("stellwerk.carrier.problems")
                                .description("Problem documents by status")
                                .tag("status", Integer.toString(code))
                                .register(registry))
                .increment();
    }

    private AtomicInteger gauge(String name, String description) {
        AtomicInteger value = new AtomicInteger();
        Gauge.builder(name, value, AtomicInteger::get).description(description).register(registry);
        return value;
    }

    private Timer timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    /** One carrier's counters. */
    static final class OfCarrier {

        private final Counter routed;
        private final Counter duplicates;
        private final Map<RejectReason, Counter> rejected = new EnumMap<>(RejectReason.class);
        private final Map<DefaultReason, Counter> defaulted = new EnumMap<>(DefaultReason.class);

        OfCarrier(MeterRegistry registry, String carrier) {
            routed = queries(registry, carrier, "route", "");
            for (RejectReason reason : RejectReason.values()) {
                rejected.put(reason, queries(registry, carrier, "reject", reason.name()));
            }
            for (DefaultReason reason : DefaultReason.values()) {
                defaulted.put(reason, queries(registry, carrier, "default", reason.name()));
            }
            duplicates = Counter.builder("stellwerk.carrier.duplicates")
                    .description("Queries that were sent again and got the same answer")
                    .tag("carrier", carrier)
                    .register(registry);
        }

        void answered(RouteDecision outcome) {
            Counter counter = outcome.fold(
                    route -> routed,
                    reject -> rejected.getOrDefault(reject.reason(), routed),
                    fallback -> defaulted.getOrDefault(fallback.reason(), routed));
            counter.increment();
        }

        void duplicate() {
            duplicates.increment();
        }

        private static Counter queries(MeterRegistry registry, String carrier, String outcome, String reason) {
            return Counter.builder("stellwerk.carrier.queries")
                    .description("Queries answered, each once")
                    .tag("carrier", carrier)
                    .tag("outcome", outcome)
                    .tag("reason", reason)
                    .register(registry);
        }
    }
}
