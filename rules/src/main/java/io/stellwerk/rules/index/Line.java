package io.stellwerk.rules.index;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.route.WeeklyHours;
import io.stellwerk.rules.fact.FactType;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** The line of whole numbers on which the values of most types have a place: comparing them is comparing places. */
final class Line {

    /** Minutes. */
    static final long WEEK = 7L * WeeklyHours.DAY;

    private Line() {}

    /** Whether each value of the type has a place; numbers and texts have not, since between two there is always a third. */
    static boolean places(FactType type) {
        return switch (type) {
            case YES_NO, DATE, TIME, WEEKDAY, PHONE_NUMBER, SCHEDULE -> true;
            case TEXT, NUMBER, ONE_OF, TEXT_SET -> false;
        };
    }

    /** Days, nanoseconds of the day, minutes of the week from Monday's midnight: by the value's own type. */
    static long place(Object value) {
        if (value instanceof PhoneNumber number) {
            return number.position();
        } else if (value instanceof LocalTime time) {
            return time.toNanoOfDay();
        } else if (value instanceof LocalDateTime instant) {
            return minuteOfWeek(instant.getDayOfWeek(), instant.getHour() * 60 + instant.getMinute());
        } else if (value instanceof DayOfWeek day) {
            return day.getValue();
        } else if (value instanceof LocalDate day) {
            return day.toEpochDay();
        } else if (value instanceof Boolean yes) {
            return yes ? 1 : 0;
        }
        throw new IllegalArgumentException("No place on a line: " + value.getClass());
    }

    static long minuteOfWeek(DayOfWeek day, int minuteOfDay) {
        return (day.getValue() - 1) * (long) WeeklyHours.DAY + minuteOfDay;
    }
}
