package io.stellwerk.engine.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link Holidays} does. It must know Germany, Schleswig-Holstein, Hamburg and Bavaria in 2026. */
public abstract class HolidaysContract {

    protected abstract Holidays holidays();

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "2026-01-01, DE, true",
        "2026-01-01, DE-SH, true",
        "2026-10-03, DE-BY, true",
        "2026-12-25, DE-HH, true",
        "2026-12-24, DE-HH, false",
        "2026-08-03, DE, false",
        "2026-04-03, DE-SH, true",
        "2026-05-14, DE-SH, true"
    })
    void holidays_of_the_whole_country_are_holidays_in_its_parts(LocalDate day, String region, boolean expected) {
        assertThat(holidays().isHoliday(day, region)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "2026-10-31, DE-SH, true",
        "2026-10-31, DE-HH, true",
        "2026-10-31, DE-BY, false",
        "2026-10-31, DE, false",
        "2026-11-01, DE-BY, true",
        "2026-11-01, DE-SH, false",
        "2026-11-01, DE, false",
        "2026-01-06, DE-BY, true",
        "2026-06-04, DE-BY, true",
        "2026-06-04, DE-HH, false"
    })
    void holidays_of_a_part_are_holidays_there_only(LocalDate day, String region, boolean expected) {
        assertThat(holidays().isHoliday(day, region)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE", "DE-SH", "DE-HH", "DE-BY"})
    void regions_that_have_holidays_are_known(String region) {
        assertThat(holidays().knows(region)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "D",
                "DE-",
                "-SH",
                "DE-XX",
                "XX",
                "de",
                "de-sh",
                "DE-SH-KI",
                "DEU",
                "germany",
                "DE_SH",
                " DE",
                "../DE",
                "DE-SH\u0000",
                "none"
            })
    void regions_that_do_not_exist_are_unknown_and_have_no_holidays(String region) {
        assertThat(holidays().knows(region)).isFalse();
        assertThat(holidays().isHoliday(LocalDate.of(2026, 1, 1), region)).isFalse();
    }

    @Test
    void no_day_is_too_far_away_to_be_asked_for() {
        for (LocalDate day :
                new LocalDate[] {LocalDate.MIN, LocalDate.EPOCH, LocalDate.of(9999, 8, 3), LocalDate.MAX}) {
            assertThat(holidays().isHoliday(day.withMonth(8).withDayOfMonth(3), "DE"))
                    .isFalse();
        }
    }

    @Test
    void the_same_question_has_the_same_answer() {
        LocalDate day = LocalDate.of(2026, 10, 31);

        boolean first = holidays().isHoliday(day, "DE-SH");

        assertThat(holidays().isHoliday(day, "DE-SH")).isEqualTo(first).isTrue();
    }
}
