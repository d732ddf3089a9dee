package io.stellwerk.engine.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlineTest {

    private final AtomicLong nanos = new AtomicLong(1_000);

    @ParameterizedTest(name = "a network that waits {0} ms is answered within {1} µs")
    @CsvSource({"0, 0", "1, 900", "100, 90000", "499, 449100", "500, 450000", "501, 451000", "2000, 1950000"})
    void the_network_keeps_fifty_milliseconds_or_a_tenth_in_reserve(long waitsMillis, long micros) {
        Deadline deadline = Deadline.answering(Duration.ofMillis(waitsMillis), nanos::get);

        assertThat(deadline.remaining()).isEqualTo(Duration.ofNanos(micros * 1_000));
    }

    @Test
    void it_passes_at_its_moment_and_stays_passed() {
        Deadline deadline = Deadline.answering(Duration.ofMillis(100), nanos::get);

        nanos.addAndGet(90_000_000 - 1);
        assertThat(deadline.passed()).isFalse();
        assertThat(deadline.remaining()).isEqualTo(Duration.ofNanos(1));

        nanos.addAndGet(1);
        assertThat(deadline.passed()).isTrue();
        assertThat(deadline.remaining()).isZero();

        nanos.addAndGet(Duration.ofDays(1).toNanos());
        assertThat(deadline.passed()).isTrue();
        assertThat(deadline.remaining()).isZero();
    }

    @Test
    void the_clock_may_overflow_on_the_way() {
        nanos.set(Long.MAX_VALUE - 10);
        Deadline deadline = Deadline.answering(Duration.ofMillis(100), nanos::get);

        assertThat(deadline.passed()).isFalse();
        assertThat(deadline.remaining()).isEqualTo(Duration.ofMillis(90));

        nanos.addAndGet(90_000_000);
        assertThat(deadline.passed()).isTrue();
    }
}
