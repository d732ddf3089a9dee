package io.stellwerk.engine.port;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holidays that somebody wrote down: those of a region are exactly the days given for it. */
public final class SetHolidays implements Holidays {

    /** Knows no region. */
    public static final SetHolidays NONE = new SetHolidays(Map.of());

    private final Map<String, Set<LocalDate>> byRegion;

    public SetHolidays(Map<String, Set<LocalDate>> byRegion) {
        this.byRegion = Map.copyOf(byRegion);
    }

    /** The public holidays of 2026 in all of Germany, in Schleswig-Holstein, in Hamburg and in Bavaria. */
    public static SetHolidays germany2026() {
        String[] everywhere = {
            "2026-01-01",
            "2026-04-03",
            "2026-04-06",
            "2026-05-01",
            "2026-05-14",
            "2026-05-25",
            "2026-10-03",
            "2026-12-25",
            "2026-12-26"
        };
        return NONE.with("DE", everywhere)
                .with("DE-SH", everywhere)
                .with("DE-SH", "2026-10-31")
                .with("DE-HH", everywhere)
                .with("DE-HH", "2026-10-31")
                .with("DE-BY", everywhere)
                .with("DE-BY", "2026-01-06", "2026-06-04", "2026-11-01");
    }

    /** These and some days more of a region, which is known from then on. */
    public SetHolidays with(String region, String... days) {
        Map<String, Set<LocalDate>> more = new HashMap<>(byRegion);
        Set<LocalDate> added = Arrays.stream(days).map(LocalDate::parse).collect(Collectors.toSet());
        added.addAll(byRegion.getOrDefault(region, Set.of()));
        more.put(region, Set.copyOf(added));
        return new SetHolidays(more);
    }

    @Override
    public boolean isHoliday(LocalDate day, String region) {
        return byRegion.getOrDefault(region, Set.of()).contains(day);
    }

    @Override
    public boolean knows(String region) {
        return byRegion.containsKey(region);
    }
}
