package io.stellwerk.bench;

import io.stellwerk.connector.carrier.CarrierAccess;
import io.stellwerk.connector.carrier.Carriers;
import io.stellwerk.connector.carrier.KeyHash;
import io.stellwerk.connector.carrier.QueryDesk;
import io.stellwerk.connector.numbers.libphonenumber.LibPhoneNumberPlan;
import io.stellwerk.engine.call.CallReader;
import io.stellwerk.engine.call.Carrier;
import io.stellwerk.engine.call.Deadline;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.customer.CustomerMatches;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Person;
import io.stellwerk.engine.customer.SeveralMatches;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.fact.Facts;
import io.stellwerk.engine.fact.Regions;
import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.engine.port.CustomerDirectory;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.port.TargetStatus;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.engine.route.PlanStep;
import io.stellwerk.engine.route.PlanStep.Goal;
import io.stellwerk.engine.route.RoutePlan;
import io.stellwerk.engine.route.RouteTarget;
import io.stellwerk.engine.route.TargetAddress;
import io.stellwerk.engine.router.LiveTenant;
import io.stellwerk.engine.router.LiveTenants;
import io.stellwerk.engine.router.Router;
import io.stellwerk.engine.rule.RuleEngine;
import io.stellwerk.engine.rule.RuleSet;
import io.stellwerk.engine.rule.Ruling;
import io.stellwerk.engine.rule.Verdict;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** One hotline whose only rule always decides at no cost, nobody known, so that only the carrier's side is measured. */
final class TrivialHouse {

    private static final ServiceNumber HOTLINE = ServiceNumber.of("+498001234567");

    private final LiveTenants tenants =
            new OneTenant(new LiveTenant(ruleSet(), new Nobody(), TargetStatus.ALL_IN_SERVICE));
    private final Carriers carriers = new Carriers(List.of(CarrierAccess.byKeys(
            new Carrier("kam", "DE", true, Set.of(), Duration.ofMillis(400), Duration.ofSeconds(2)),
            KeyHash.of(QueryLoad.KEY))));

    Carriers carriers() {
        return carriers;
    }

    LiveTenants tenants() {
        return tenants;
    }

    QueryDesk desk() {
        NumberPlan numbers = new LibPhoneNumberPlan();
        RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        Router router = new Router(tenants, numbers, new NoHolidays(), random, System::nanoTime, TrivialHouse::fail);
        return new QueryDesk(router, new CallReader(numbers), InstantSource.system(), random, TrivialHouse::fail);
    }

    private static void fail(String where, Throwable fault) {
        throw new AssertionError(where, fault);
    }

    private static RuleSet ruleSet() {
        RouteTarget target = new RouteTarget(
                "key-account-berlin",
                "",
                List.of(new TargetAddress("sip:+49301112220@pbx-a.example", "sip:192.0.2.10:5060")),
                Duration.ofSeconds(20));
        PlanStep step = new PlanStep(new Goal.ToTarget(target.id()), Optional.empty(), 0, Optional.empty());
        TenantSettings settings = new TenantSettings(
                "nordlicht",
                "",
                ZoneId.of("Europe/Berlin"),
                "DE",
                "DE-SH",
                SeveralMatches.FIRST,
                90,
                List.of(),
                List.of(),
                Regions.NONE,
                List.of());
        return new RuleSet(
                settings,
                17,
                List.of(new Hotline("service", "", HOTLINE, "freephone", "key-account")),
                Map.of(target.id(), target),
                Map.of("key-account", new RoutePlan("key-account", "", List.of(step), Optional.empty())),
                Map.of(),
                Optional.empty(),
                new OneRule());
    }

    private static final class OneRule implements RuleEngine {
        private final Verdict verdict = new Verdict(
                List.of(),
                List.of("greeting-vip"),
                new Ruling.RouteTo("key-account", new RuleId("rules/offers.csv", "row-7")));

        @Override
        public Verdict evaluate(Facts facts, Predicate<String> exists, Deadline deadline, DecisionTrace trace) {
            return verdict;
        }

        @Override
        public Optional<String> factText(String name, Facts facts) {
            return Optional.empty();
        }
    }

    private record OneTenant(LiveTenant tenant) implements LiveTenants {
        @Override
        public Optional<LiveTenant> owning(ServiceNumber called) {
            return called.equals(HOTLINE) ? Optional.of(tenant) : Optional.empty();
        }

        @Override
        public Collection<LiveTenant> all() {
            return List.of(tenant);
        }
    }

    private static final class Nobody implements CustomerDirectory {
        @Override
        public CustomerMatches find(PhoneNumber caller) {
            return CustomerMatches.NOBODY;
        }

        @Override
        public Optional<CustomerProfile> customer(String customerId) {
            return Optional.empty();
        }

        @Override
        public Optional<Person> person(String personId) {
            return Optional.empty();
        }
    }

    private static final class NoHolidays implements Holidays {
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
