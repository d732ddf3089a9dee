package io.stellwerk.server.explain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Times as an explanation writes them: the clock's minutes, weekdays by two letters as in rules. */
final class Times {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_AND_CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Times() {}

    static String text(Object value) {
        if (value instanceof DayOfWeek day) {
            return weekday(day);
        } else if (value instanceof LocalTime time) {
            return CLOCK.format(time);
        } else if (value instanceof LocalDateTime time) {
            return weekday(time.getDayOfWeek()) + " " + CLOCK.format(time);
        }
        return value.toString();
    }

    static String text(ZonedDateTime time) {
        return weekday(time.getDayOfWeek()) + " " + DAY_AND_CLOCK.format(time) + " " + time.getZone();
    }

    /** {@code 85 µs}, {@code 2.4 ms}, {@code 20 s}. */
    static String text(Duration duration) {
        long micros = duration.dividedBy(ChronoUnit.MICROS.getDuration());
        if (micros < 1000) {
            return micros + " µs";
        }
        return micros < 1_000_000
                ? String.format(Locale.ROOT, "%.1f ms", micros / 1000.0)
                : String.format(Locale.ROOT, micros % 1_000_000 == 0 ? "%.0f s" : "%.1f s", micros / 1_000_000.0);
    }

    private static String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH).substring(0, 2);
    }
}
