package io.stellwerk.connector.holidays.jollyday;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.HolidaysContract;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JollydayHolidaysTest extends HolidaysContract {

    /** What a Land has beyond the holidays of the whole country, by the laws of the Länder on Sundays and holidays. */
    private static final String[] LAENDER = {
        "DE-BW | 01-06 CORPUS_CHRISTI 11-01",
        "DE-BY | 01-06 CORPUS_CHRISTI 11-01",
        "DE-BE | 03-08",
        "DE-BB | EASTER PENTECOST 10-31",
        "DE-HB | 10-31",
        "DE-HH | 10-31",
        "DE-HE | CORPUS_CHRISTI",
        "DE-MV | 03-08 10-31",
        "DE-NI | 10-31",
        "DE-NW | CORPUS_CHRISTI 11-01",
        "DE-RP | CORPUS_CHRISTI 11-01",
        "DE-SL | CORPUS_CHRISTI 08-15 11-01",
        "DE-SN | 10-31 REPENTANCE",
        "DE-ST | 01-06 10-31",
        "DE-SH | 10-31",
        "DE-TH | 09-20 10-31"
    };

    private final JollydayHolidays holidays = new JollydayHolidays();

    @Override
    protected Holidays holidays() {
        return holidays;
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("laenderAndYears")
    void every_land_has_exactly_its_own_holidays(String land, int year, Set<LocalDate> expected) {
        assertThat(holidaysOf(land, year)).containsExactlyElementsOf(expected);
    }

    static Stream<Object[]> laenderAndYears() {
        List<Object[]> cases = new ArrayList<>();
        for (int year = 2025; year <= 2027; year++) {
            cases.add(new Object[] {"DE", year, german(year, "")});
            for (String line : LAENDER) {
                String[] landAndDays = line.split(" \\| ", -1);
                cases.add(new Object[] {landAndDays[0], year, german(year, landAndDays[1])});
            }
        }
        return cases.stream();
    }

    private static Set<LocalDate> german(int year, String own) {
        Set<LocalDate> days = new TreeSet<>();
        String everywhere = "01-01 GOOD_FRIDAY EASTER_MONDAY 05-01 ASCENSION WHIT_MONDAY 10-03 12-25 12-26";
        for (String day : (everywhere + " " + own).trim().split(" ", -1)) {
            days.add(day(year, day));
        }
        if (year == 2025 && own.equals("03-08")) {
            days.add(LocalDate.of(2025, 5, 8)); // Berlin: 80 years after the end of the war, once
        }
        return days;
    }

    private static LocalDate day(int year, String name) {
        // Easter Sundays and days of repentance as printed in the calendar, not as calculated by the same formula.
        LocalDate easter = LocalDate.parse(year == 2025 ? "2025-04-20" : year == 2026 ? "2026-04-05" : "2027-03-28");
        return switch (name) {
            case "GOOD_FRIDAY" -> easter.minusDays(2);
            case "EASTER" -> easter;
            case "EASTER_MONDAY" -> easter.plusDays(1);
            case "ASCENSION" -> easter.plusDays(39);
            case "PENTECOST" -> easter.plusDays(49);
            case "WHIT_MONDAY" -> easter.plusDays(50);
            case "CORPUS_CHRISTI" -> easter.plusDays(60);
            case "REPENTANCE" -> LocalDate.of(year, 11, year == 2025 ? 19 : year == 2026 ? 18 : 17);
            default -> LocalDate.parse(year + "-" + name);
        };
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "2026-10-26, AT, true",
        "2026-10-26, AT-9, true",
        "2026-12-24, AT-9, false",
        "2026-11-15, AT-9, false",
        "2026-08-01, CH, true",
        "2026-08-01, CH-ZH, true",
        "2026-12-26, CH-ZH, true",
        "2026-07-14, FR, true",
        "2026-04-03, FR, false",
        "2026-04-03, FR-57, true",
        "2026-04-06, GB-ENG, true",
        "2026-04-06, GB-SCT, false",
        "2026-11-30, GB-SCT, true",
        "2026-12-28, GB-ENG, true",
        "2026-07-03, US, true",
        "2026-11-26, US, true",
        "2026-11-26, US-NY, true",
        "2027-04-27, NL, true"
    })
    void other_countries_and_their_parts_have_their_own_holidays(LocalDate day, String region, boolean expected) {
        assertThat(holidays.isHoliday(day, region)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} in {1}")
    @CsvSource({
        "2027-12-25, GB-ENG",
        "2027-12-27, GB-ENG",
        "2027-12-26, GB-ENG",
        "2027-12-28, GB-ENG",
        "2022-01-01, US",
        "2021-12-31, US"
    })
    void a_holiday_at_a_weekend_and_the_day_that_makes_up_for_it_are_both_holidays(LocalDate day, String region) {
        assertThat(holidays.isHoliday(day, region)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AT", "AT-9", "CH", "CH-ZH", "FR", "FR-57", "GB", "GB-ENG", "US-NY", "NL", "DK", "ES-MD"})
    void countries_with_a_calendar_and_their_parts_are_known(String region) {
        assertThat(holidays.knows(region)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE-BY-MU", "DE-MU", "AT-10", "CH-XX", "NYSE", "TARGET", "LME", "UK", "EU", "DE-TARGET"})
    void what_is_no_region_by_iso_3166_is_not_known(String region) {
        assertThat(holidays.knows(region)).isFalse();
    }

    @Test
    void warming_changes_no_answer_and_leaves_out_what_is_not_known() {
        JollydayHolidays warmed = new JollydayHolidays();

        warmed.warm(List.of("DE-SH", "DE-XX"), List.of(Year.of(2026), Year.of(9999)));

        assertThat(warmed.isHoliday(LocalDate.of(2026, 10, 31), "DE-SH")).isTrue();
        assertThat(warmed.isHoliday(LocalDate.of(2026, 10, 30), "DE-SH")).isFalse();
        assertThat(warmed.isHoliday(LocalDate.of(2025, 10, 31), "DE-SH")).isTrue();
        assertThat(warmed.knows("DE-XX")).isFalse();
    }

    private Set<LocalDate> holidaysOf(String region, int year) {
        Set<LocalDate> found = new TreeSet<>();
        LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(day -> holidays.isHoliday(day, region))
                .forEach(found::add);
        return found;
    }
}
