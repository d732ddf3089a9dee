package io.stellwerk.samples;

import io.stellwerk.engine.call.Call;
import io.stellwerk.engine.call.CallQuery;
import io.stellwerk.engine.call.Carrier;
import io.stellwerk.engine.call.Deadline;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.customer.CustomerMatches;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Person;
import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.engine.intake.CallReader;
import io.stellwerk.engine.intake.CallReading;
import io.stellwerk.engine.port.CustomerDirectory;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.router.FaultReport;
import io.stellwerk.engine.router.LiveTenant;
import io.stellwerk.engine.router.LiveTenants;
import io.stellwerk.engine.router.Router;
import io.stellwerk.engine.rule.RuleSet;
import io.stellwerk.rules.witness.Witness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Sends a sample call the whole way: as a carrier's query, with a directory that knows just its caller. */
final class WitnessRouting {

    private static final Deadline NO_HURRY = Deadline.answering(Duration.ofMillis(400), () -> 0);
    private static final FaultReport FAULTS_ARE_FAILURES = (where, fault) -> {
        throw new AssertionError("A fault while " + where, fault);
    };

    private final RuleSet ruleSet;
    private final NumberPlan numbers;
    private final Holidays holidays;

    WitnessRouting(RuleSet ruleSet, NumberPlan numbers, Holidays holidays) {
        this.ruleSet = ruleSet;
        this.numbers = numbers;
        this.holidays = holidays;
    }

    /** @param events what was noted on the way */
    record Routed(Decision decision, List<TraceEvent> events) {}

    Routed route(Witness witness) {
        LiveTenant tenant = new LiveTenant(ruleSet, new OneCaller(witness, ruleSet), target -> true);
        Router router =
                new Router(new One(tenant), numbers, holidays, new SplittableRandom(1), () -> 0, FAULTS_ARE_FAILURES);
        List<TraceEvent> events = new ArrayList<>();
        Decision decision = router.decide(call(witness), NO_HURRY, new DecisionTrace() {
            @Override
            public boolean wanted() {
                return true;
            }

            @Override
            public void note(TraceEvent event) {
                events.add(event);
            }
        });
        return new Routed(decision, events);
    }

    private Call call(Witness witness) {
        String carrierName = witness.carrier().isEmpty() ? "nordnetz" : witness.carrier();
        Carrier carrier = new Carrier(
                carrierName,
                ruleSet.tenant().country(),
                true,
                Set.of(),
                Duration.ofMillis(400),
                Duration.ofMillis(400));
        CallQuery query = new CallQuery(
                "witness",
                "",
                witness.called().e164(),
                witness.calling().map(PhoneNumber::e164).orElse("anonymous"),
                "",
                "",
                witness.divertedFrom().map(from -> "<tel:" + from.e164() + ">").orElse(""),
                witness.digits(),
                1);
        CallReading reading =
                new CallReader(numbers).read(query, carrier, witness.at().toInstant());
        return ((CallReading.Understood) reading).call();
    }

    private record OneCaller(Witness witness, RuleSet ruleSet) implements CustomerDirectory {

        @Override
        public CustomerMatches find(PhoneNumber caller) {
            Optional<CustomerProfile> customer = witness.customer();
            return switch (witness.match()) {
                case UNIQUE -> new CustomerMatches(false, customer.stream().toList());
                case ORGANISATION -> new CustomerMatches(true, customer.stream().toList());
                case AMBIGUOUS -> throw new AssertionError("Two callers with one number: not needed here");
                case UNKNOWN, ANONYMOUS -> CustomerMatches.NOBODY;
            };
        }

        @Override
        public Optional<CustomerProfile> customer(String customerId) {
            return witness.customer();
        }

        /** Everybody exists. */
        @Override
        public Optional<Person> person(String personId) {
            return Optional.of(new Person(personId, personId, PhoneNumber.of("+494315558100"), "", ""));
        }
    }

    private record One(LiveTenant tenant) implements LiveTenants {

        @Override
        public Optional<LiveTenant> owning(ServiceNumber called) {
            return Optional.of(tenant);
        }

        @Override
        public Collection<LiveTenant> all() {
            return List.of(tenant);
        }
    }
}
