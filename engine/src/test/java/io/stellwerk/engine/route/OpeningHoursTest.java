package io.stellwerk.engine.route;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.SetHolidays;
import io.stellwerk.engine.route.OpeningHours.Exceptional;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Set<DayOfWeek> WORKING_DAYS = EnumSet.range(MONDAY, FRIDAY);
    private static final Holidays HOLIDAYS = SetHolidays.germany2026();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        // 2 March 2026 is a Monday.
        "2026-03-02T07:59:59.999999999, false",
        "2026-03-02T08:00:00, true",
        "2026-03-02T17:59:59.999999999, true",
        "2026-03-02T18:00:00, false",
        "2026-03-06T12:00:00, true",
        "2026-03-07T12:00:00, false",
        "2026-03-08T12:00:00, false"
    })
    void hours_begin_with_their_first_moment_and_end_before_their_last(LocalDateTime local, boolean open) {
        assertThat(week(hours(WORKING_DAYS, "08:00", "18:00")).openAt(berlin(local), HOLIDAYS))
                .isEqualTo(open);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-03-02T05:59, false",
        "2026-03-02T21:59, false",
        "2026-03-02T22:00, true",
        "2026-03-02T23:59:59, true",
        "2026-03-03T00:00, true",
        "2026-03-03T05:59:59, true",
        "2026-03-03T06:00, false",
        "2026-03-06T23:00, true",
        "2026-03-07T05:59, true",
        "2026-03-07T22:00, false",
        "2026-03-08T05:00, false",
        "2026-03-09T05:00, false"
    })
    void a_night_belongs_to_the_day_on_which_it_begins(LocalDateTime local, boolean open) {
        assertThat(week(hours(WORKING_DAYS, "22:00", "06:00")).openAt(berlin(local), HOLIDAYS))
                .isEqualTo(open);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "2026-03-06T23:59:59, false",
        "2026-03-07T00:00, true",
        "2026-03-08T23:59:59, true",
        "2026-03-09T00:00, false"
    })
    void a_whole_day_lasts_from_midnight_to_midnight(LocalDateTime local, boolean open) {
        WeeklyHours weekend = WeeklyHours.allDay(EnumSet.of(SATURDAY, SUNDAY));

        assertThat(week(weekend).openAt(berlin(local), HOLIDAYS)).isEqualTo(open);
        assertThat(week(hours(EnumSet.of(SATURDAY, SUNDAY), "00:00", "00:00")).openAt(berlin(local), HOLIDAYS))
                .isEqualTo(open);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        // Clocks go back from 3:00 to 2:00 on 25 October 2026: 2:30 is at 0:30 and at 1:30 UTC.
        "2026-10-25T00:00:00Z, true",
        "2026-10-25T00:30:00Z, true",
        "2026-10-25T01:00:00Z, true",
        "2026-10-25T01:30:00Z, true",
        "2026-10-24T23:59:59Z, false",
        "2026-10-25T02:00:00Z, false",
        // Clocks go forward from 2:00 to 3:00 on 29 March 2026: there is no 2:30.
        "2026-03-29T00:59:59Z, false",
        "2026-03-29T01:00:00Z, false",
        "2026-03-29T01:30:00Z, false"
    })
    void the_hour_from_two_to_three_comes_twice_in_october_and_never_in_march(Instant at, boolean open) {
        assertThat(week(hours(WeeklyHours.everyDay(), "02:00", "03:00")).openAt(at, HOLIDAYS))
                .isEqualTo(open);
    }

    @ParameterizedTest(name = "on {0} open for {1} hours")
    @CsvSource({"2026-03-27, 8", "2026-03-28, 7", "2026-10-24, 9"})
    void a_night_when_the_clocks_change_is_an_hour_shorter_or_longer(LocalDate evening, int hours) {
        OpeningHours nights = week(hours(WeeklyHours.everyDay(), "22:00", "06:00"));
        Instant noon = evening.atTime(12, 0).atZone(BERLIN).toInstant();

        long open = 0;
        for (int minute = 0; minute < 24 * 60; minute++) {
            open += nights.openAt(noon.plus(Duration.ofMinutes(minute)), HOLIDAYS) ? 1 : 0;
        }

        assertThat(open).isEqualTo(hours * 60L);
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        // Reformation Day 2026 is a Saturday, the Feast of Corpus Christi a Thursday, Easter Monday a holiday
        // everywhere.
        "DE-SH, 2026-10-31T10:00, false",
        "DE-BY, 2026-10-31T10:00, true",
        "DE, 2026-10-31T10:00, true",
        "DE-SH, 2026-06-04T10:00, true",
        "DE-BY, 2026-06-04T10:00, false",
        "DE-SH, 2026-04-06T10:00, false",
        "DE-BY, 2026-04-06T10:00, false",
        "'', 2026-04-06T10:00, true",
        "XX, 2026-04-06T10:00, true"
    })
    void a_holiday_of_one_land_closes_there_only(String region, LocalDateTime local, boolean open) {
        OpeningHours hours = new OpeningHours(
                "service",
                "Service",
                BERLIN,
                region.isEmpty() ? Optional.empty() : Optional.of(region),
                List.of(hours(WeeklyHours.everyDay(), "08:00", "18:00")),
                List.of(),
                List.of());

        assertThat(hours.openAt(berlin(local), HOLIDAYS)).isEqualTo(open);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        // An exception comes before the holiday,
        "2026-12-25T09:30, true",
        "2026-12-25T10:30, false",
        "2026-12-25T12:30, false",
        // the holiday before the week,
        "2026-12-26T09:30, false",
        "2026-12-26T10:30, true",
        "2026-12-26T13:30, false",
        // and of two exceptions the first counts; both ends are included.
        "2026-12-27T13:30, true",
        "2026-12-28T13:30, false",
        "2026-12-29T13:30, false",
        "2026-12-30T13:30, false",
        "2026-12-31T13:30, true"
    })
    void exceptions_come_before_holidays_and_holidays_before_the_week(LocalDateTime local, boolean open) {
        OpeningHours hours = new OpeningHours(
                "service",
                "Service",
                BERLIN,
                Optional.of("DE-SH"),
                List.of(hours(WeeklyHours.everyDay(), "08:00", "18:00")),
                List.of(hours(WeeklyHours.everyDay(), "10:00", "13:00")),
                List.of(
                        new Exceptional(
                                LocalDate.of(2026, 12, 25),
                                LocalDate.of(2026, 12, 25),
                                List.of(hours(WeeklyHours.everyDay(), "09:00", "10:00")),
                                "Weihnachten"),
                        new Exceptional(LocalDate.of(2026, 12, 28), LocalDate.of(2026, 12, 30), List.of(), "Inventur"),
                        new Exceptional(
                                LocalDate.of(2026, 12, 30),
                                LocalDate.of(2026, 12, 30),
                                List.of(WeeklyHours.allDay(WeeklyHours.everyDay())),
                                "too late")));

        assertThat(hours.openAt(berlin(local), HOLIDAYS)).isEqualTo(open);
    }

    @Test
    void the_night_before_a_closed_day_lasts_until_its_own_end() {
        OpeningHours nights = new OpeningHours(
                "night",
                "Night",
                BERLIN,
                Optional.of("DE-SH"),
                List.of(hours(WeeklyHours.everyDay(), "22:00", "06:00")),
                List.of(),
                List.of());

        assertThat(nights.openAt(berlin(LocalDateTime.parse("2026-05-01T05:59")), HOLIDAYS))
                .isTrue();
        assertThat(nights.openAt(berlin(LocalDateTime.parse("2026-05-01T22:00")), HOLIDAYS))
                .isFalse();
        assertThat(nights.openAt(berlin(LocalDateTime.parse("2026-05-02T05:59")), HOLIDAYS))
                .isFalse();
        assertThat(nights.openAt(berlin(LocalDateTime.parse("2026-05-02T22:00")), HOLIDAYS))
                .isTrue();
    }

    @Test
    void hours_are_those_of_the_calendars_own_clock() {
        Instant noonInLondon = Instant.parse("2026-01-05T12:30:00Z");
        List<WeeklyHours> oneToTwo = List.of(hours(WeeklyHours.everyDay(), "13:00", "14:00"));

        assertThat(new OpeningHours("b", "b", BERLIN, Optional.empty(), oneToTwo, List.of(), List.of())
                        .openAt(noonInLondon, HOLIDAYS))
                .isTrue();
        assertThat(new OpeningHours(
                                "l", "l", ZoneId.of("Europe/London"), Optional.empty(), oneToTwo, List.of(), List.of())
                        .openAt(noonInLondon, HOLIDAYS))
                .isFalse();
    }

    private static OpeningHours week(WeeklyHours hours) {
        return new OpeningHours("service", "Service", BERLIN, Optional.empty(), List.of(hours), List.of(), List.of());
    }

    private static WeeklyHours hours(Set<DayOfWeek> days, String from, String until) {
        return WeeklyHours.of(days, LocalTime.parse(from), LocalTime.parse(until));
    }

    private static Instant berlin(LocalDateTime local) {
        return local.atZone(BERLIN).toInstant();
    }
}
