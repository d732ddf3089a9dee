package io.stellwerk.bench.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A server with one event loop of its own, whose CPU time is known. */
final class Measured implements AutoCloseable {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Vertx vertx;
    private final int port;
    private final Set<Long> loops;

    private Measured(Vertx vertx, int port, Set<Long> loops) {
        this.vertx = vertx;
        this.port = port;
        this.loops = loops;
    }

    /** @param start opens the server and tells its port */
    static Measured of(String name, Function<Vertx, Future<Integer>> start) throws Exception {
        Set<Long> before = eventLoops();
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        int port = start.apply(vertx).toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        Set<Long> loops = eventLoops();
        loops.removeAll(before);
        if (loops.isEmpty()) {
            throw new IllegalStateException("No event loop of " + name + " was found");
        }
        return new Measured(vertx, port, loops);
    }

    int port() {
        return port;
    }

    Round round(Load load) throws Exception {
        long cpu = cpuNanos();
        long started = System.nanoTime();
        long[] latencies = load.run(port);
        return Round.of(latencies, System.nanoTime() - started, cpuNanos() - cpu);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private long cpuNanos() {
        return loops.stream().mapToLong(THREADS::getThreadCpuTime).sum();
    }

    private static Set<Long> eventLoops() {
        Set<Long> found = new HashSet<>();
        Arrays.stream(THREADS.dumpAllThreads(false, false))
                .filter(thread -> thread.getThreadName().contains("eventloop"))
                .map(ThreadInfo::getThreadId)
                .forEach(found::add);
        return found;
    }
}
