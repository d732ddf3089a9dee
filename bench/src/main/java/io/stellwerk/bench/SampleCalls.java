package io.stellwerk.bench;

import io.stellwerk.engine.call.Call;
import io.stellwerk.engine.call.CallingParty;
import io.stellwerk.engine.call.LineType;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.customer.CallerMatch;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.SeveralMatches;
import io.stellwerk.engine.fact.Facts;
import io.stellwerk.engine.fact.Regions;
import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.route.Hotline;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Calls of recognised customers, drawn with a fixed seed: the same in every run. */
final class SampleCalls {

    static final int COUNT = 1024;

    private static final TenantSettings TENANT = new TenantSettings(
            "bench",
            "Bench",
            ZoneId.of("Europe/Berlin"),
            "DE",
            "DE-SH",
            SeveralMatches.FIRST,
            90,
            List.of("A", "B", "C"),
            List.of(),
            Regions.NONE,
            List.of());

    private final Call[] calls = new Call[COUNT];
    private final CustomerProfile[] customers = new CustomerProfile[COUNT];
    private final Hotline hotline =
            new Hotline("service", "Service", ServiceNumber.of("+498001234567"), "freephone", "switchboard");
    private final NoPlan plan = new NoPlan();
    private int next;

    /** @param codes calls come from so many different numbers' beginnings and contact codes, see {@link SampleTables} */
    SampleCalls(int codes) {
        Random random = new Random(42);
        for (int i = 0; i < COUNT; i++) {
            int code = random.nextInt(codes);
            calls[i] = new Call(
                    "call-" + i,
                    "carrier",
                    "",
                    hotline.number(),
                    CallingParty.of(new PhoneNumber(SampleTables.prefixOf(code) * 1000 + random.nextInt(1000)), false),
                    Optional.empty(),
                    "",
                    1,
                    Instant.parse("2026-11-18T09:15:00Z").plusSeconds(random.nextInt(7 * 86_400)));
            customers[i] = new CustomerProfile(
                    "c" + i,
                    "Customer " + i,
                    List.of("A", "B", "C").get(random.nextInt(3)),
                    BigDecimal.valueOf(random.nextInt(10_000)),
                    Optional.empty(),
                    random.nextInt(4),
                    random.nextInt(3),
                    List.of(),
                    "de",
                    Set.of("tag-" + random.nextInt(20)),
                    SampleTables.codeOf(code),
                    Set.of(),
                    Map.of());
        }
    }

    /** The next call's facts, as fresh as the router makes them. */
    Facts next() {
        next = (next + 1) % COUNT;
        return new Facts(
                calls[next], hotline, CallerMatch.UNIQUE, Optional.of(customers[next]), TENANT, List.of(), plan, plan);
    }

    private static final class NoPlan implements NumberPlan, Holidays {

        @Override
        public Optional<PhoneNumber> read(String text, String country) {
            return Optional.empty();
        }

        @Override
        public boolean isEmergency(String text, String country) {
            return false;
        }

        @Override
        public LineType lineType(PhoneNumber number, String country) {
            return LineType.MOBILE;
        }

        @Override
        public Optional<String> country(PhoneNumber number) {
            return Optional.of("DE");
        }

        @Override
        public boolean isHoliday(LocalDate day, String region) {
            return false;
        }

        @Override
        public boolean knows(String region) {
            return true;
        }
    }
}
