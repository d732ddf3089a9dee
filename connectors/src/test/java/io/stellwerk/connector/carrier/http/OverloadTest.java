package io.stellwerk.connector.carrier.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an event loop counts as overloaded; time is moved. */
class OverloadTest {

    private final Overload overload = new Overload(Duration.ofMillis(50), Duration.ofSeconds(1));

    @Test
    void a_single_pause_is_no_overload() {
        overload.observe(millis(500), millis(0));
        overload.observe(millis(0), millis(10));
        overload.observe(millis(500), millis(520));

        assertThat(overload.overloaded()).isFalse();
    }

    @Test
    void lateness_that_lasts_is_overload_until_it_has_been_calm_for_a_while() {
        assertThat(overload.observe(millis(50), millis(0))).isFalse();
        assertThat(overload.observe(millis(50), millis(60))).isTrue();
        assertThat(overload.overloaded()).isTrue();

        overload.observe(millis(24), millis(100));
        assertThat(overload.overloaded()).isTrue();
        overload.observe(millis(30), millis(900));
        overload.observe(millis(0), millis(1_800));
        assertThat(overload.overloaded()).isTrue();
        assertThat(overload.observe(millis(0), millis(1_900))).isTrue();
        assertThat(overload.overloaded()).isFalse();
    }

    @ParameterizedTest(name = "timer due at 10, fired at {0}, query read at {1}: waited {2} ms")
    @CsvSource({"10,15,0", "11,15,0", "10,21,0", "10,50,30", "40,45,30", "40,50,30", "40,80,60"})
    void a_query_has_waited_since_the_timer_was_due_and_as_long_as_the_round_before(
            long fired, long read, long waited) {
        LoopLag lag = new LoopLag(Duration.ofMillis(10), 0);

        lag.fired(millis(fired));

        assertThat(lag.waited(millis(read))).isEqualTo(millis(waited));
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
