package io.stellwerk.rules.space;

import io.stellwerk.engine.route.OpeningHours;
import io.stellwerk.engine.route.WeeklyHours;
import io.stellwerk.rules.index.FactSlots;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Enough instants to see everything that rules can tell apart: the days that differ by weekday, date, holidays and
 * calendars, each at the times that differ.
 */
final class Moments {

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);
    private static final int WEEK = 7;
    /** Days looked through for holidays: three years, in which fixed dates fall on several weekdays. */
    private static final int HORIZON = 3 * 365 + 1;

    private static final int MOST_DAYS = 20_000;
    private static final List<LocalTime> ORDINARY =
            List.of(LocalTime.of(10, 15), LocalTime.of(14, 30), LocalTime.of(19, 30), LocalTime.of(3, 0));

    private final Surroundings where;
    private final Aspects aspects;
    private final Tests tests;
    private final boolean holidays;
    private final List<OpeningHours> calendars;
    private final Set<LocalDate> days = new LinkedHashSet<>();
    private final Set<List<Object>> kinds = new HashSet<>();
    private final Set<LocalTime> times = new LinkedHashSet<>(ORDINARY);

    private Moments(Surroundings where, Tests tests, Aspects aspects) {
        this.where = where;
        this.tests = tests;
        this.aspects = aspects;
        this.holidays = tests.asksFor("call.holiday");
        this.calendars = tests.asksFor("call.openCalendars") ? where.calendars() : List.of();
    }

    /** By the tenant's wall clock. */
    static Moments of(Surroundings where, Tests tests, Aspects aspects) {
        Moments moments = new Moments(where, tests, aspects);
        moments.addTimes();
        moments.addDays();
        return moments;
    }

    int count() {
        return days.size() * times.size();
    }

    Stream<LocalDateTime> all() {
        return times.stream().flatMap(time -> days.stream().map(day -> day.atTime(time)));
    }

    private void addTimes() {
        times.add(LocalTime.MIDNIGHT);
        samples("call.time").forEach(sample -> times.add((LocalTime) sample));
        samples("call.when").forEach(sample -> times.add(((LocalDateTime) sample).toLocalTime()));
        for (OpeningHours calendar : calendars) {
            for (WeeklyHours hours : hours(calendar)) {
                addTime(hours.fromMinute(), calendar.zone());
                addTime(hours.untilMinute(), calendar.zone());
            }
        }
        edges().forEach(edge -> times.add(edge.toLocalTime()));
    }

    private static List<WeeklyHours> hours(OpeningHours calendar) {
        return Stream.of(
                        calendar.week().stream(),
                        calendar.onHolidays().stream(),
                        calendar.exceptions().stream().flatMap(exception -> exception.hours().stream()))
                .flatMap(hours -> hours)
                .toList();
    }

    /** The same instant by the tenant's clock, in winter and in summer. */
    private void addTime(int minute, ZoneId zone) {
        LocalTime time = LocalTime.ofSecondOfDay(minute % WeeklyHours.DAY * 60L);
        for (LocalDate day : List.of(MONDAY, MONDAY.plusMonths(8))) {
            times.add(day.atTime(time)
                    .atZone(zone)
                    .withZoneSameInstant(where.tenant().zone())
                    .toLocalTime());
        }
    }

    /** Where the times of rules that do not count always begin and end. */
    private List<LocalDateTime> edges() {
        return tests.windows().stream()
                .flatMap(window -> Stream.of(window.from(), window.until()).flatMap(Optional::stream))
                .map(this::local)
                .toList();
    }

    private LocalDateTime local(Instant instant) {
        return instant.atZone(where.tenant().zone()).toLocalDateTime();
    }

    private void addDays() {
        scan(MONDAY, WEEK);
        samples("call.date").forEach(sample -> scan((LocalDate) sample, 1));
        edges().forEach(edge -> scan(edge.toLocalDate().minusDays(WEEK), 2 * WEEK + 1));
        if (!holidays && calendars.isEmpty()) {
            return;
        }
        scan(MONDAY, HORIZON);
        for (OpeningHours calendar : calendars) {
            calendar.exceptions().forEach(exception -> {
                scan(exception.from().minusDays(1), WEEK);
                scan(exception.until().minusDays(1), WEEK);
            });
        }
        // Of each stretch of dates that rules tell apart the first year: samples are its first week.
        samples("call.date").forEach(sample -> {
            if (days.size() < MOST_DAYS) {
                scan(((LocalDate) sample), 366);
            }
        });
    }

    private void scan(LocalDate from, int count) {
        for (int i = 0; i < count; i++) {
            LocalDate day = from.plusDays(i);
            if (kinds.add(kind(day))) {
                days.add(day);
            }
        }
    }

    /** Two days of one kind differ in nothing. */
    private List<Object> kind(LocalDate day) {
        List<Object> kind = new ArrayList<>();
        kind.add(day.getDayOfWeek());
        if (tests.asksFor("call.date")) {
            kind.add(aspects.slots("call.date").slot(day));
        }
        if (!tests.windows().isEmpty()) {
            tests.windows().forEach(window -> kind.add(windowKind(window, day)));
        }
        if (holidays) {
            kind.add(where.holidays().isHoliday(day, where.tenant().holidayRegion()));
        }
        for (OpeningHours calendar : calendars) {
            // A span past midnight belongs to the day before, and another zone's day may be another.
            for (int i = -1; i <= 1; i++) {
                kind.add(calendarKind(calendar, day.plusDays(i)));
            }
        }
        return kind;
    }

    private Object windowKind(Condition window, LocalDate day) {
        Instant first = day.atStartOfDay(where.tenant().zone()).toInstant();
        Instant last = first.plus(Duration.ofDays(1)).minusNanos(1);
        boolean edge = edges().stream().anyMatch(each -> each.toLocalDate().equals(day));
        return edge ? day : window.countsAt(first) && window.countsAt(last);
    }

    private Object calendarKind(OpeningHours calendar, LocalDate day) {
        for (int i = 0; i < calendar.exceptions().size(); i++) {
            OpeningHours.Exceptional exception = calendar.exceptions().get(i);
            if (!day.isBefore(exception.from()) && !day.isAfter(exception.until())) {
                return i;
            }
        }
        return calendar.holidayRegion()
                .filter(region -> where.holidays().isHoliday(day, region))
                .isPresent();
    }

    private Collection<Object> samples(String fact) {
        FactSlots slots = tests.asksFor(fact) ? aspects.slots(fact) : null;
        List<Object> samples = new ArrayList<>();
        for (int slot = 0; slots != null && slot < slots.absent(); slot++) {
            samples.addAll(slots.samples(slot));
        }
        return samples;
    }
}
