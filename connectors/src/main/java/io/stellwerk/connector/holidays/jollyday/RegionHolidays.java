package io.stellwerk.connector.holidays.jollyday;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The public holidays of one region, a set for each year that somebody asked for. Any thread, no lock. */
final class RegionHolidays {

    /** A country (ISO 3166-1 alpha-2), or one of its parts (ISO 3166-2). */
    private static final Pattern REGION = Pattern.compile("([A-Z]{2})(?:-([A-Z0-9]{1,3}))?");

    /** Calls are routed today; the range only bounds what is kept. */
    private static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 2199;

    private final HolidayManager calendar;
    private final String[] part;
    private final AtomicReferenceArray<@Nullable Set<LocalDate>> years =
            new AtomicReferenceArray<>(LAST_YEAR - FIRST_YEAR + 1);

    private RegionHolidays(HolidayManager calendar, String... part) {
        this.calendar = calendar;
        this.part = part;
    }

    /** Empty if there is no such region, or no calendar of it. */
    static Optional<RegionHolidays> open(String region) {
        Matcher name = REGION.matcher(region);
        // Jollyday also has calendars of exchanges and banks, and one asks for a calendar that it lacks by an
        // exception.
        if (!name.matches() || !calendars().contains(name.group(1))) {
            return Optional.empty();
        }
        HolidayManager calendar = HolidayManager.getInstance(ManagerParameters.create(name.group(1)));
        String part = name.group(2);
        if (part == null) {
            return Optional.of(new RegionHolidays(calendar));
        }
        CalendarHierarchy whole = calendar.getCalendarHierarchy();
        return whole.getChildren().keySet().stream()
                .filter(child -> child.toUpperCase(Locale.ROOT).equals(part))
                .findFirst()
                .map(child -> new RegionHolidays(calendar, child));
    }

    boolean isHoliday(LocalDate day) {
        int year = day.getYear();
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return false;
        }
        Set<LocalDate> known = years.get(year - FIRST_YEAR);
        return (known == null ? warm(year) : known).contains(day);
    }

    /** Two threads may both calculate a year that neither has found, which costs less than a lock on every call. */
    Set<LocalDate> warm(int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Set.of();
        }
        Set<LocalDate> known = years.get(year - FIRST_YEAR);
        if (known == null) {
            known = holidaysIn(year);
            years.set(year - FIRST_YEAR, known);
        }
        return known;
    }

    private Set<LocalDate> holidaysIn(int year) {
        Set<LocalDate> days = new HashSet<>();
        // A New Year's Day on a Saturday may be made up for in the year before.
        for (int each = year - 1; each <= year + 1; each++) {
            calendar.getHolidays(Year.of(each), HolidayType.PUBLIC_HOLIDAY, part).stream()
                    .flatMap(RegionHolidays::days)
                    .filter(day -> day.getYear() == year)
                    .forEach(days::add);
        }
        return Set.copyOf(days);
    }

    /** A holiday at a weekend that is made up for on a working day: nobody works on either. */
    private static Stream<LocalDate> days(Holiday holiday) {
        LocalDate actual = holiday.getActualDate();
        boolean weekend = actual.getDayOfWeek() == DayOfWeek.SATURDAY || actual.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? Stream.of(actual, holiday.getDate()) : Stream.of(holiday.getDate());
    }

    private static Set<String> calendars() {
        return Calendars.CODES;
    }

    /** Read when the first region is asked for, not at the start of the server. */
    private static final class Calendars {
        static final Set<String> CODES = codes();

        private static Set<String> codes() {
            Set<String> codes = new HashSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));
            Set<String> supported = new HashSet<>();
            HolidayManager.getSupportedCalendarCodes().forEach(code -> supported.add(code.toUpperCase(Locale.ROOT)));
            codes.retainAll(supported);
            return Set.copyOf(codes);
        }
    }
}
