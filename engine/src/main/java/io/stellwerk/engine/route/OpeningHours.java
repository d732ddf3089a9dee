package io.stellwerk.engine.route;

import io.stellwerk.engine.port.Holidays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * When something is open: a week, what differs on holidays, and single days that differ from both.
 *
 * <p>Each day is judged as a whole by the first of exception, holiday, week that speaks of it, and a span past midnight
 * belongs to the day on which it starts. Times are the wall clock's: an hour repeated at the end of daylight saving
 * counts twice, one skipped at its beginning never.
 *
 * @param id the calendar's name, or the hours as written in a plan
 * @param zone whose wall clock counts
 * @param holidayRegion such as {@code DE-SH}; empty if holidays do not matter
 * @param week hours of ordinary days
 * @param onHolidays hours of holidays, whatever the weekday; none if closed
 */
public record OpeningHours(
        String id,
        String name,
        ZoneId zone,
        Optional<String> holidayRegion,
        List<WeeklyHours> week,
        List<WeeklyHours> onHolidays,
        List<Exceptional> exceptions) {

    /** Days that differ, both ends included; closed if there are no hours. */
    public record Exceptional(LocalDate from, LocalDate until, List<WeeklyHours> hours, String reason) {

        public Exceptional {
            hours = List.copyOf(hours);
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    public OpeningHours {
        week = List.copyOf(week);
        onHolidays = List.copyOf(onHolidays);
        exceptions = List.copyOf(exceptions);
    }

    public boolean openAt(Instant instant, Holidays holidays) {
        ZonedDateTime local = instant.atZone(zone);
        LocalDate today = local.toLocalDate();
        int minute = local.getHour() * 60 + local.getMinute();
        return open(today, minute, holidays) || open(today.minusDays(1), minute + WeeklyHours.DAY, holidays);
    }

    private boolean open(LocalDate day, int minute, Holidays holidays) {
        for (WeeklyHours hours : hoursOf(day, holidays)) {
            if (hours.covers(day.getDayOfWeek(), minute)) {
                return true;
            }
        }
        return false;
    }

    private List<WeeklyHours> hoursOf(LocalDate day, Holidays holidays) {
        for (Exceptional exception : exceptions) {
            if (exception.covers(day)) {
                return exception.hours();
            }
        }
        boolean holiday = holidayRegion.isPresent() && holidays.isHoliday(day, holidayRegion.get());
        return holiday ? onHolidays : week;
    }
}
