package io.stellwerk.connector.holidays.jollyday;

import io.stellwerk.engine.port.Holidays;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Public holidays by Jollyday's calendars, for the countries and their parts that have one.
 *
 * <p>A look-up finds a set and asks it: no lock, no calculation. The calendar of a country is read when one of its regions
 * is first asked for, a year is calculated when it is first asked for; both cost milliseconds, the very first of them some
 * hundred, so regions are {@linkplain #warm warmed} when a rule set is published, not by its first call. Any thread.
 */
public final class JollydayHolidays implements Holidays {

    /** Of regions that exist only, so garbage does not fill it. */
    private final Map<String, RegionHolidays> regions = new ConcurrentHashMap<>();

    @Override
    public boolean isHoliday(LocalDate day, String region) {
        RegionHolidays known = regions.get(region);
        return known == null
                ? region(region).filter(found -> found.isHoliday(day)).isPresent()
                : known.isHoliday(day);
    }

    @Override
    public boolean knows(String region) {
        return region(region).isPresent();
    }

    /** Calculates these years of these regions now, so that no call has to; regions that are not known are left out. */
    public void warm(Collection<String> regionsInUse, Collection<Year> years) {
        for (String name : regionsInUse) {
            region(name).ifPresent(region -> years.forEach(year -> region.warm(year.getValue())));
        }
    }

    private Optional<RegionHolidays> region(String name) {
        RegionHolidays known = regions.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<RegionHolidays> opened = RegionHolidays.open(name);
        return opened.map(fresh -> {
            RegionHolidays earlier = regions.putIfAbsent(name, fresh);
            return earlier == null ? fresh : earlier;
        });
    }
}
