package io.stellwerk.rules.diff;

import io.stellwerk.engine.route.WeeklyHours;
import io.stellwerk.rules.fact.FactDictionary;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Hours as their authors write them. */
final class HoursText {

    private static final int HOUR = 60;

    private HoursText() {}

    static String of(List<WeeklyHours> hours) {
        return hours.isEmpty() ? "closed" : hours.stream().map(HoursText::of).collect(Collectors.joining("; "));
    }

    private static String of(WeeklyHours hours) {
        String days = hours.days().size() == DayOfWeek.values().length
                ? ""
                : hours.days().stream().sorted().map(FactDictionary::text).collect(Collectors.joining(",")) + " ";
        int until = hours.untilMinute() > WeeklyHours.DAY ? hours.untilMinute() - WeeklyHours.DAY : hours.untilMinute();
        return days + clock(hours.fromMinute()) + "-" + clock(until);
    }

    private static String clock(int minute) {
        return String.format(Locale.ROOT, "%02d:%02d", minute / HOUR, minute % HOUR);
    }
}
