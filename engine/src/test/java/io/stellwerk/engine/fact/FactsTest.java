package io.stellwerk.engine.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.call.Call;
import io.stellwerk.engine.call.CallingParty;
import io.stellwerk.engine.call.LineType;
import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.customer.CallerMatch;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.SeveralMatches;
import io.stellwerk.engine.port.SetHolidays;
import io.stellwerk.engine.port.TableNumberPlan;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.engine.route.OpeningHours;
import io.stellwerk.engine.route.WeeklyHours;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ServiceNumber NUMBER = ServiceNumber.of("+498001234567");

    @ParameterizedTest(name = "since {0}, new for {1} days, on {2}: {3}")
    @CsvSource({
        "2026-03-02, 90, 2026-03-02T12:00:00Z, NEW",
        "2026-03-01, 2, 2026-03-02T12:00:00Z, NEW",
        "2026-03-01, 1, 2026-03-02T12:00:00Z, EXISTING",
        "2025-12-03, 90, 2026-03-02T12:00:00Z, NEW",
        "2025-12-02, 90, 2026-03-02T12:00:00Z, EXISTING",
        "2026-03-09, 90, 2026-03-02T12:00:00Z, NEW",
        "2026-03-02, 0, 2026-03-02T12:00:00Z, EXISTING",
        ", 90, 2026-03-02T12:00:00Z, EXISTING",
        // The tenant's midnight, not that of UTC.
        "2026-03-01, 2, 2026-03-02T22:59:59Z, NEW",
        "2026-03-01, 2, 2026-03-02T23:00:00Z, EXISTING"
    })
    void a_customer_is_new_for_so_many_of_the_tenants_days(
            @Nullable LocalDate since, int days, Instant at, CustomerStatus expected) {
        Facts facts = facts("+4930111222", at, days, Optional.of(customer(Optional.ofNullable(since))));

        assertThat(facts.customerStatus()).contains(expected);
    }

    @Test
    void without_a_customer_nobody_is_new_or_existing() {
        assertThat(facts("+4930111222", Instant.EPOCH, 90, Optional.empty()).customerStatus())
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}: {1} of {2}, region {3}")
    @CsvSource({
        "+4930111222, GEOGRAPHIC, DE, berlin",
        "+4915112345678, MOBILE, DE, -",
        "+43158858, FOREIGN, AT, -",
        ", UNKNOWN, -, -"
    })
    void the_calling_number_tells_line_country_and_region(
            @Nullable String calling, LineType type, String country, String region) {
        Facts facts = facts(calling, Instant.EPOCH, 90, Optional.empty());

        assertThat(facts.lineType()).isEqualTo(type);
        assertThat(facts.country().orElse("-")).isEqualTo(country);
        assertThat(facts.region().orElse("-")).isEqualTo(region);
    }

    @ParameterizedTest(name = "{0}: holiday {1}")
    @CsvSource({
        "2026-10-31T12:00:00Z, true",
        "2026-10-30T23:00:00Z, true",
        "2026-10-30T22:59:59Z, false",
        "2026-10-31T22:59:59Z, true",
        "2026-10-31T23:00:00Z, false"
    })
    void a_holiday_begins_at_the_tenants_midnight(Instant at, boolean expected) {
        assertThat(facts("+4930111222", at, 90, Optional.empty()).holiday()).isEqualTo(expected);
    }

    @Test
    void the_open_calendars_are_those_open_when_the_call_arrived() {
        // A Monday, 17:59 and 18:00 in Berlin.
        assertThat(facts("+4930111222", Instant.parse("2026-03-02T16:59:59Z"), 90, Optional.empty())
                        .openCalendars())
                .containsExactlyInAnyOrder("day", "always");
        assertThat(facts("+4930111222", Instant.parse("2026-03-02T17:00:00Z"), 90, Optional.empty())
                        .openCalendars())
                .containsExactlyInAnyOrder("always");
    }

    private static Facts facts(
            @Nullable String calling, Instant at, int newCustomerDays, Optional<CustomerProfile> customer) {
        CallingParty party = calling == null ? CallingParty.ANONYMOUS : CallingParty.of(PhoneNumber.of(calling), false);
        Call call = new Call("id", "kam", "", NUMBER, party, Optional.empty(), "", 1, at);
        TenantSettings tenant = new TenantSettings(
                "nordlicht",
                "Nordlicht",
                BERLIN,
                "DE",
                "DE-SH",
                SeveralMatches.FIRST,
                newCustomerDays,
                List.of("A"),
                List.of(),
                new Regions(Map.of("berlin", List.of(new NumberPrefix(4930)))),
                List.of());
        return new Facts(
                call,
                new Hotline("service", "Service", NUMBER, "freephone", "switchboard"),
                CallerMatch.UNKNOWN,
                customer,
                tenant,
                List.of(calendar("day", 8 * 60, 18 * 60), calendar("always", 0, WeeklyHours.DAY)),
                new TableNumberPlan(),
                SetHolidays.germany2026());
    }

    private static OpeningHours calendar(String id, int from, int until) {
        List<WeeklyHours> week = List.of(new WeeklyHours(WeeklyHours.everyDay(), from, until));
        return new OpeningHours(id, id, BERLIN, Optional.empty(), week, List.of(), List.of());
    }

    private static CustomerProfile customer(Optional<LocalDate> since) {
        return new CustomerProfile(
                "k1",
                "Erika Mustermann",
                "A",
                BigDecimal.ZERO,
                since,
                0,
                0,
                List.of(),
                "de",
                Set.of(),
                "",
                Set.of(),
                Map.of());
    }
}
