package io.stellwerk.engine.router;

import io.stellwerk.engine.call.Call;
import io.stellwerk.engine.call.CallingParty;
import io.stellwerk.engine.call.Deadline;
import io.stellwerk.engine.call.LineType;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.customer.CustomerMatches;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Person;
import io.stellwerk.engine.customer.SeveralMatches;
import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.engine.fact.Facts;
import io.stellwerk.engine.fact.Regions;
import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.engine.port.CustomerDirectory;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.engine.route.OpeningHours;
import io.stellwerk.engine.route.PeopleTarget;
import io.stellwerk.engine.route.PlanStep;
import io.stellwerk.engine.route.PlanStep.Goal;
import io.stellwerk.engine.route.RoutePlan;
import io.stellwerk.engine.route.RouteTarget;
import io.stellwerk.engine.route.TargetAddress;
import io.stellwerk.engine.route.Template;
import io.stellwerk.engine.route.WeeklyHours;
import io.stellwerk.engine.rule.RuleEngine;
import io.stellwerk.engine.rule.RuleSet;
import io.stellwerk.engine.rule.Ruling;
import io.stellwerk.engine.rule.Verdict;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Predicate;

/** A small company to route calls for: plans, customers and people are put in, calls come out. */
final class RoutingHouse {

    static final ServiceNumber HOTLINE = ServiceNumber.of("+498001234567");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** A Tuesday. */
    static final Instant TUESDAY_TEN =
            LocalDate.of(2026, 11, 24).atTime(10, 0).atZone(BERLIN).toInstant();

    static final RuleId RULE = new RuleId("rules/test.csv", "row-1");
    static final Deadline NO_HURRY = Deadline.answering(Duration.ofSeconds(1), () -> 0);

    final Map<String, RoutePlan> plans = new HashMap<>();
    final Map<String, RouteTarget> targets = new HashMap<>();
    final Map<Long, CustomerMatches> customers = new HashMap<>();
    final Map<String, Person> people = new HashMap<>();
    final Set<String> outOfService = new HashSet<>();
    final List<String> faults = new ArrayList<>();
    final List<TraceEvent> noted = new ArrayList<>();

    Function<Facts, Ruling> rules = facts -> Ruling.SILENT;
    List<String> announcements = List.of();
    SeveralMatches severalMatches = SeveralMatches.MOST_VALUABLE;
    Set<LocalDate> holidays = Set.of();
    boolean storeBroken;
    Instant now = TUESDAY_TEN;

    RoutingHouse() {
        target("switchboard");
        plan("central", to("switchboard"));
    }

    RoutingHouse target(String id) {
        TargetAddress address = new TargetAddress("sip:" + id + "@pbx.example", "");
        targets.put(id, new RouteTarget(id, id, List.of(address), Duration.ofSeconds(20)));
        return this;
    }

    RoutingHouse plan(String id, PlanStep... steps) {
        plans.put(id, new RoutePlan(id, id, List.of(steps), Optional.empty()));
        return this;
    }

    RoutingHouse overflow(String id, String overflowId) {
        RoutePlan plan = plans.get(id);
        plans.put(id, new RoutePlan(id, id, plan.steps(), Optional.of(overflowId)));
        return this;
    }

    RoutingHouse person(String id, String number, String deputy) {
        people.put(id, new Person(id, id, PhoneNumber.of(number), deputy, ""));
        return this;
    }

    RoutingHouse customer(String number, CustomerProfile... profiles) {
        customers.put(PhoneNumber.of(number).digits(), new CustomerMatches(false, List.of(profiles)));
        return this;
    }

    RoutingHouse ruling(String planRef) {
        rules = facts -> new Ruling.RouteTo(planRef, RULE);
        return this;
    }

    static PlanStep to(String targetId) {
        return new PlanStep(new Goal.ToTarget(targetId), Optional.empty(), 0, Optional.empty());
    }

    static PlanStep share(String targetId, int percent) {
        return new PlanStep(new Goal.ToTarget(targetId), Optional.empty(), percent, Optional.empty());
    }

    static PlanStep toPlan(String planId) {
        return new PlanStep(new Goal.ToPlan(planId), Optional.empty(), 0, Optional.empty());
    }

    static PlanStep toPerson(String template) {
        return new PlanStep(new Goal.ToPerson(Template.parse(template)), Optional.empty(), 0, Optional.empty());
    }

    static PlanStep weekdays(String targetId, int fromHour, int untilHour) {
        WeeklyHours hours = WeeklyHours.of(
                Set.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
                LocalTime.of(fromHour, 0),
                LocalTime.of(untilHour, 0));
        OpeningHours calendar = new OpeningHours(
                "office", "office", BERLIN, Optional.of("DE-SH"), List.of(hours), List.of(), List.of());
        return new PlanStep(new Goal.ToTarget(targetId), Optional.of(calendar), 0, Optional.empty());
    }

    static CustomerProfile customer(String id, String value) {
        return new CustomerProfile(
                id,
                "",
                "A",
                new BigDecimal(value),
                Optional.empty(),
                0,
                0,
                List.of(),
                "",
                Set.of(),
                "",
                Set.of(),
                Map.of());
    }

    Call callFrom(String number) {
        CallingParty calling =
                number.isEmpty() ? CallingParty.ANONYMOUS : CallingParty.of(PhoneNumber.of(number), false);
        return new Call("call-1", "carrier", "", HOTLINE, calling, Optional.empty(), "", 1, now);
    }

    Decision decide(String callingNumber) {
        return decide(callFrom(callingNumber), NO_HURRY);
    }

    Decision decide(Call call, Deadline deadline) {
        return router().decide(call, deadline, new Noting());
    }

    Router router() {
        LiveTenant tenant = new LiveTenant(ruleSet(), new Directory(), id -> !outOfService.contains(id));
        return new Router(
                new OneTenant(tenant),
                new NoNumberPlan(),
                new SomeHolidays(),
                new SplittableRandom(7),
                () -> 0,
                (where, fault) -> faults.add(where + ": " + fault.getMessage()));
    }

    /** The ids of the targets in the order of trial. */
    static List<String> targetIds(Decision decision) {
        return decision.outcome()
                .fold(
                        routed -> routed.routes().stream(),
                        rejected -> List.<io.stellwerk.engine.decision.PlacedRoute>of().stream(),
                        defaulted -> defaulted.routes().stream())
                .map(route -> route.target().id())
                .toList();
    }

    private RuleSet ruleSet() {
        TenantSettings settings = new TenantSettings(
                "acme",
                "Acme",
                BERLIN,
                "DE",
                "DE-SH",
                severalMatches,
                90,
                List.of("A"),
                List.of(),
                Regions.NONE,
                List.of());
        Hotline hotline = new Hotline("service", "Service", HOTLINE, "freephone", "central");
        PeopleTarget peopleTarget =
                new PeopleTarget(new TargetAddress("sip:{number}@pbx.example", ""), Duration.ofSeconds(15));
        return new RuleSet(
                settings, 3, List.of(hotline), targets, plans, Map.of(), Optional.of(peopleTarget), new Rules());
    }

    private final class Rules implements RuleEngine {
        @Override
        public Verdict evaluate(Facts facts, Predicate<String> exists, Deadline deadline, DecisionTrace trace) {
            return new Verdict(List.of(), announcements, rules.apply(facts));
        }

        @Override
        public Optional<String> factText(String name, Facts facts) {
            return facts.customer().map(CustomerProfile::id);
        }
    }

    private final class Directory implements CustomerDirectory {
        @Override
        public CustomerMatches find(PhoneNumber caller) {
            if (storeBroken) {
                throw new IllegalStateException("the file is gone");
            }
            return customers.getOrDefault(caller.digits(), CustomerMatches.NOBODY);
        }

        @Override
        public Optional<CustomerProfile> customer(String customerId) {
            return Optional.empty();
        }

        @Override
        public Optional<Person> person(String personId) {
            return Optional.ofNullable(people.get(personId));
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

    private final class SomeHolidays implements Holidays {
        @Override
        public boolean isHoliday(LocalDate day, String region) {
            return holidays.contains(day);
        }

        @Override
        public boolean knows(String region) {
            return true;
        }
    }

    /** The router itself asks nothing of the number plan: only facts do. */
    private static final class NoNumberPlan implements NumberPlan {
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
            return LineType.UNKNOWN;
        }

        @Override
        public Optional<String> country(PhoneNumber number) {
            return Optional.empty();
        }
    }

    private final class Noting implements DecisionTrace {
        @Override
        public boolean wanted() {
            return true;
        }

        @Override
        public void note(TraceEvent event) {
            noted.add(event);
        }
    }
}
