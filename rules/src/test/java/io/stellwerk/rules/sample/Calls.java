package io.stellwerk.rules.sample;

import io.stellwerk.engine.call.Call;
import io.stellwerk.engine.call.CallingParty;
import io.stellwerk.engine.call.Deadline;
import io.stellwerk.engine.call.LineType;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.customer.CallerMatch;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Offer;
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
import java.util.Set;

/** Facts of calls to one hotline of one tenant. */
public final class Calls {

    /** Long after any test. */
    public static final Deadline PATIENT = new Deadline(1, () -> 0);

    public static final Deadline PASSED = new Deadline(0, () -> 1);

    /** Wednesday, 10:15 in Berlin. */
    public static final Instant WEDNESDAY_MORNING = Instant.parse("2026-11-18T09:15:00Z");

    private static final TenantSettings TENANT = new TenantSettings(
            "nordlicht",
            "Nordlicht Energie",
            ZoneId.of("Europe/Berlin"),
            "DE",
            "DE-SH",
            SeveralMatches.MOST_VALUABLE,
            90,
            List.of("A", "B", "C"),
            List.of(),
            Regions.NONE,
            List.of());

    private static final Holidays NO_HOLIDAYS = new Holidays() {
        @Override
        public boolean isHoliday(LocalDate day, String region) {
            return false;
        }

        @Override
        public boolean knows(String region) {
            return true;
        }
    };

    /** Refuses to work, so that a test sees when a fact is read that no table needs. */
    public static final NumberPlan UNUSED_NUMBER_PLAN = new NumberPlan() {
        @Override
        public Optional<PhoneNumber> read(String text, String country) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean isEmergency(String text, String country) {
            throw new UnsupportedOperationException();
        }

        @Override
        public LineType lineType(PhoneNumber number, String country) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> country(PhoneNumber number) {
            throw new UnsupportedOperationException();
        }
    };

    private Calls() {}

    public static Facts from(String calling, Optional<CustomerProfile> customer) {
        Call call = new Call(
                "call-1",
                "carrier",
                "",
                ServiceNumber.of("+498001234567"),
                CallingParty.of(PhoneNumber.of(calling), false),
                Optional.empty(),
                "",
                1,
                WEDNESDAY_MORNING);
        return new Facts(
                call,
                new Hotline("service", "Service", call.called(), "freephone", "switchboard"),
                customer.isPresent() ? CallerMatch.UNIQUE : CallerMatch.UNKNOWN,
                customer,
                TENANT,
                List.of(),
                UNUSED_NUMBER_PLAN,
                NO_HOLIDAYS);
    }

    public static Facts from(String calling) {
        return from(calling, Optional.empty());
    }

    /** A call of a customer of this class with so many open offers, all of {@code owner}. */
    public static Facts ofCustomer(String customerClass, int offers, String owner) {
        CustomerProfile customer = new CustomerProfile(
                "4711",
                "Erika Muster",
                customerClass,
                BigDecimal.valueOf(1000),
                Optional.empty(),
                0,
                0,
                java.util.Collections.nCopies(offers, new Offer(owner, BigDecimal.TEN)),
                "de",
                Set.of("newsletter"),
                "",
                Set.of(),
                Map.of());
        return from("+4943112345", Optional.of(customer));
    }
}
