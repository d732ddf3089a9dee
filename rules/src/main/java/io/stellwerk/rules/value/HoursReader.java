package io.stellwerk.rules.value;

import io.stellwerk.engine.route.WeeklyHours;
import io.stellwerk.rules.finding.FindingCode;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads hours of the week: {@code Mo-Fr 08:00-18:00, Sa 09:00-12:00}.
 *
 * <p>Days that are listed one after the other share the next span: {@code Sa,Su 09:00-12:00}. A span without days is
 * meant every day, and does not stand beside one with days: there it would be read as belonging to those.
 */
public final class HoursReader {

    private static final String REMEDY = "Write it like Mo-Fr 08:00-18:00.";
    private static final String DAYS = "Days are Mo Tu We Th Fr Sa Su, in German Mo Di Mi Do Fr Sa So.";
    private static final Map<String, DayOfWeek> BY_NAME = Map.ofEntries(
            Map.entry("mo", DayOfWeek.MONDAY),
            Map.entry("tu", DayOfWeek.TUESDAY),
            Map.entry("di", DayOfWeek.TUESDAY),
            Map.entry("we", DayOfWeek.WEDNESDAY),
            Map.entry("mi", DayOfWeek.WEDNESDAY),
            Map.entry("th", DayOfWeek.THURSDAY),
            Map.entry("do", DayOfWeek.THURSDAY),
            Map.entry("fr", DayOfWeek.FRIDAY),
            Map.entry("sa", DayOfWeek.SATURDAY),
            Map.entry("su", DayOfWeek.SUNDAY),
            Map.entry("so", DayOfWeek.SUNDAY));

    private final CellScanner scanner;

    private HoursReader(CellScanner scanner) {
        this.scanner = scanner;
    }

    /** All hours in a text. */
    public static List<WeeklyHours> read(String text) throws Misread {
        CellScanner scanner = new CellScanner(text);
        List<WeeklyHours> hours = list(scanner);
        if (!scanner.atEnd()) {
            throw malformed(scanner.at(), "'" + scanner.until("") + "' is not understood here.");
        }
        return hours;
    }

    /** Hours up to the end or the first character that cannot belong to them. */
    public static List<WeeklyHours> list(CellScanner scanner) throws Misread {
        List<WeeklyHours> hours = new ArrayList<>();
        boolean withDays = false;
        do {
            scanner.skipBlanks();
            int at = scanner.at();
            boolean daysHere = Character.isLetter(scanner.peek());
            if (!hours.isEmpty() && daysHere != withDays) {
                throw malformed(at, "It is not clear on which days '" + scanner.until(",)") + "' is meant.");
            }
            withDays = daysHere;
            hours.add(new HoursReader(scanner).one());
            scanner.skipBlanks();
        } while (scanner.take(','));
        return hours;
    }

    private WeeklyHours one() throws Misread {
        boolean withDays = Character.isLetter(scanner.peek());
        Set<DayOfWeek> days = withDays ? dayList() : WeeklyHours.everyDay();
        scanner.skipBlanks();
        if (Character.isDigit(scanner.peek())) {
            return span(days);
        } else if (withDays) {
            return WeeklyHours.allDay(days);
        }
        throw malformed(scanner.at(), "Here days or a span of the day are needed.");
    }

    private Set<DayOfWeek> dayList() throws Misread {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        days.addAll(dayRange(scanner));
        scanner.skipBlanks();
        while (scanner.peek() == ',' && letterFollows()) {
            scanner.take(',');
            scanner.skipBlanks();
            days.addAll(dayRange(scanner));
            scanner.skipBlanks();
        }
        return days;
    }

    private boolean letterFollows() {
        int ahead = 1;
        while (Character.isWhitespace(scanner.peek(ahead))) {
            ahead++;
        }
        return Character.isLetter(scanner.peek(ahead));
    }

    /** A day, or a range of days that may wrap; in the order of the range. */
    public static List<DayOfWeek> dayRange(CellScanner scanner) throws Misread {
        DayOfWeek first = day(scanner);
        scanner.skipBlanks();
        if (!scanner.takeDash()) {
            return List.of(first);
        }
        scanner.skipBlanks();
        DayOfWeek last = day(scanner);
        List<DayOfWeek> days = new ArrayList<>(List.of(first));
        for (DayOfWeek day = first; day != last; ) {
            day = day.plus(1);
            days.add(day);
        }
        return days;
    }

    /** A day by its short name in English or German, such as {@code Mo}; letter case does not matter. */
    public static Optional<DayOfWeek> day(String name) {
        return Optional.ofNullable(BY_NAME.get(name.toLowerCase(Locale.ROOT)));
    }

    private static DayOfWeek day(CellScanner scanner) throws Misread {
        int at = scanner.at();
        String name = scanner.letters();
        return day(name).orElseThrow(() -> {
            String what = name.isEmpty() ? "A day is missing here." : "'" + name + "' is not a day.";
            return new Misread(FindingCode.MALFORMED_HOURS, at, what, DAYS);
        });
    }

    private WeeklyHours span(Set<DayOfWeek> days) throws Misread {
        int at = scanner.at();
        int from = minute(scanner);
        scanner.skipBlanks();
        if (!scanner.takeDash()) {
            throw malformed(scanner.at(), "A span of the day needs a dash and an end.");
        }
        scanner.skipBlanks();
        int until = minute(scanner);
        if (from == WeeklyHours.DAY || from == until) {
            throw new Misread(
                    FindingCode.REVERSED_RANGE,
                    at,
                    "'" + scanner.from(at) + "' is an empty span.",
                    "A whole day is 00:00-24:00; a span that passes midnight is 22:00-06:00.");
        }
        return new WeeklyHours(days, from, until < from ? until + WeeklyHours.DAY : until);
    }

    /** Minutes since midnight, up to 1440 for 24:00. */
    public static int minute(CellScanner scanner) throws Misread {
        int at = scanner.at();
        int hour = number(scanner);
        boolean colon = scanner.take(':');
        int digits = scanner.at();
        int minute = colon ? number(scanner) : -1;
        boolean right = scanner.at() - digits == 2 && hour >= 0 && minute >= 0 && minute < 60;
        if (!right || hour > 24 || (hour == 24 && minute > 0)) {
            String written = scanner.from(at);
            throw malformed(at, written.isEmpty() ? "A time is missing here." : "'" + written + "' is not a time.");
        }
        return hour * 60 + minute;
    }

    /** Up to two digits, -1 without any. */
    private static int number(CellScanner scanner) {
        int number = -1;
        for (int i = 0; i < 2 && scanner.peek() >= '0' && scanner.peek() <= '9'; i++) {
            char digit = scanner.peek();
            scanner.take(digit);
            number = Math.max(0, number) * 10 + digit - '0';
        }
        return number;
    }

    private static Misread malformed(int at, String what) {
        return new Misread(FindingCode.MALFORMED_HOURS, at, what, REMEDY);
    }
}
