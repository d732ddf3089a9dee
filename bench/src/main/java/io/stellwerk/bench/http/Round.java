package io.stellwerk.bench.http;

import java.util.Arrays;

/**
 * What one round of load showed.
 *
 * @param cpuMicros CPU time of the server's event loop a query
 */
record Round(double cpuMicros, double perSecond, double p50Micros, double p99Micros) {

    /** @param latencies nanoseconds, one a query */
    static Round of(long[] latencies, long tookNanos, long cpuNanos) {
        long[] sorted = latencies.clone();
        Arrays.sort(sorted);
        return new Round(
                cpuNanos / 1e3 / sorted.length,
                sorted.length / (tookNanos / 1e9),
                sorted[sorted.length / 2] / 1e3,
                sorted[(int) (sorted.length * 0.99)] / 1e3);
    }
}
