package io.stellwerk.engine.route;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * A span of the day on some weekdays, by the wall clock: half-open, and past midnight it belongs to the day on which it
 * starts.
 *
 * @param untilMinute minutes after the midnight before {@code from}: 1 to 2880, so 1440 is midnight and 1800 is six in
 *     the morning after
 */
public record WeeklyHours(Set<DayOfWeek> days, int fromMinute, int untilMinute) {

    public static final int DAY = 24 * 60;

    public WeeklyHours {
        days = Set.copyOf(days);
        if (fromMinute < 0 || fromMinute >= DAY || untilMinute <= fromMinute || untilMinute > fromMinute + DAY) {
            throw new IllegalArgumentException("Not a span of a day: " + fromMinute + " to " + untilMinute);
        }
    }

    /** From and until as on a clock; {@code until} at or before {@code from} means the next day. */
    public static WeeklyHours of(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
        int start = from.toSecondOfDay() / 60;
        int end = until.toSecondOfDay() / 60;
        return new WeeklyHours(days, start, end <= start ? end + DAY : end);
    }

    /** The whole of some days. */
    public static WeeklyHours allDay(Set<DayOfWeek> days) {
        return new WeeklyHours(days, 0, DAY);
    }

    public static Set<DayOfWeek> everyDay() {
        return EnumSet.allOf(DayOfWeek.class);
    }

    /** Whether the span that starts on {@code day} covers the minute, counted from that day's midnight. */
    public boolean covers(DayOfWeek day, int minute) {
        return fromMinute <= minute && minute < untilMinute && days.contains(day);
    }
}
