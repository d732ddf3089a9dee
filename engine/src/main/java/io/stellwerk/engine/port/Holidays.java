package io.stellwerk.engine.port;

import java.time.LocalDate;

/** Public holidays. Any thread; fast enough for the way of a call. */
public interface Holidays {

    /**
     * @param region a country, or one of its parts, by ISO 3166: {@code DE}, {@code DE-SH}
     * @return whether the day is a public holiday there; false for a region that is not {@link #knows known}
     */
    boolean isHoliday(LocalDate day, String region);

    /** Whether the holidays of this region are known; asked when a rule set is checked. */
    boolean knows(String region);
}
