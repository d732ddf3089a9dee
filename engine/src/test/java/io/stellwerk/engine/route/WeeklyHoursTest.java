package io.stellwerk.engine.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeeklyHoursTest {

    private static final Set<DayOfWeek> MONDAY = Set.of(DayOfWeek.MONDAY);

    @ParameterizedTest(name = "{0} to {1}: {2} to {3}")
    @CsvSource({
        "08:00, 18:00, 480, 1080",
        "22:00, 06:00, 1320, 1800",
        "00:00, 00:00, 0, 1440",
        "18:00, 00:00, 1080, 1440",
        "08:00, 08:00, 480, 1920",
        "23:59, 23:58, 1439, 2878",
        "00:00, 00:01, 0, 1"
    })
    void an_end_at_or_before_the_beginning_is_on_the_next_day(LocalTime from, LocalTime until, int first, int end) {
        assertThat(WeeklyHours.of(MONDAY, from, until)).isEqualTo(new WeeklyHours(MONDAY, first, end));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"-1, 10", "1440, 1500", "10, 10", "10, 9", "0, 1441", "100, 1541"})
    void what_is_no_span_of_a_day_is_refused(int from, int until) {
        assertThatThrownBy(() -> new WeeklyHours(MONDAY, from, until))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(from + " to " + until);
    }

    @ParameterizedTest(name = "{0} at minute {1}: {2}")
    @CsvSource({
        "MONDAY, 1319, false",
        "MONDAY, 1320, true",
        "MONDAY, 1440, true",
        "MONDAY, 1799, true",
        "MONDAY, 1800, false",
        "TUESDAY, 1320, false",
        "SUNDAY, 1500, false"
    })
    void a_span_covers_its_minutes_on_its_days(DayOfWeek day, int minute, boolean covers) {
        assertThat(new WeeklyHours(MONDAY, 1320, 1800).covers(day, minute)).isEqualTo(covers);
    }
}
