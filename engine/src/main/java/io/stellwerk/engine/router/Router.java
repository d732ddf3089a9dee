package io.stellwerk.engine.router;

import io.stellwerk.engine.call.Call;
import io.stellwerk.engine.call.Deadline;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.CallerMatch;
import io.stellwerk.engine.customer.CustomerMatches;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.DecisionId;
import io.stellwerk.engine.decision.DefaultReason;
import io.stellwerk.engine.decision.PlacedRoute;
import io.stellwerk.engine.decision.RejectReason;
import io.stellwerk.engine.decision.RouteDecision;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.engine.fact.Facts;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.engine.route.ReleaseCause;
import io.stellwerk.engine.rule.RuleSet;
import io.stellwerk.engine.rule.Ruling;
import io.stellwerk.engine.rule.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Decides calls: recognises the caller, asks the rules, places the plan they chose, or takes the default route.
 *
 * <p>Any thread. Every call gets an answer: whatever fails on the way, a bug of ours included, costs it its rules but not
 * its default route.
 */
public final class Router {

    private static final Verdict NOTHING = new Verdict(List.of(), List.of(), Ruling.SILENT);

    private final LiveTenants tenants;
    private final NumberPlan numberPlan;
    private final Holidays holidays;
    private final RandomGenerator random;
    private final LongSupplier nanoTime;
    private final FaultReport faults;

    /**
     * @param random where decision ids come from; must allow many threads
     * @param nanoTime monotonic nanoseconds for the time a decision took
     */
    public Router(
            LiveTenants tenants,
            NumberPlan numberPlan,
            Holidays holidays,
            RandomGenerator random,
            LongSupplier nanoTime,
            FaultReport faults) {
        this.tenants = tenants;
        this.numberPlan = numberPlan;
        this.holidays = holidays;
        this.random = random;
        this.nanoTime = nanoTime;
        this.faults = faults;
    }

    /** The rules' answer to a call. */
    public Decision decide(Call call, Deadline deadline, DecisionTrace trace) {
        long started = nanoTime.getAsLong();
        Optional<LiveTenant> owner = tenants.owning(call.called());
        if (owner.isEmpty()) {
            return unknownServiceNumber(call, started);
        }
        return new Deciding(call, owner.get(), started).decide(deadline, trace);
    }

    /** The default route at once, without asking the rules: for the moments when there is no time to. */
    public Decision defaultRoute(Call call, DefaultReason reason) {
        long started = nanoTime.getAsLong();
        return tenants.owning(call.called())
                .map(tenant -> new Deciding(call, tenant, started).fallBack(NOTHING, reason, DecisionTrace.NONE))
                .orElseGet(() -> unknownServiceNumber(call, started));
    }

    private Decision unknownServiceNumber(Call call, long started) {
        return new Decision(
                DecisionId.at(call.at().toEpochMilli(), random),
                Optional.empty(),
                Optional.empty(),
                0,
                new RouteDecision.Rejected(
                        ReleaseCause.UNKNOWN_SERVICE_NUMBER, RejectReason.UNKNOWN_SERVICE_NUMBER, Optional.empty()),
                List.of(),
                List.of(),
                false,
                since(started));
    }

    private Duration since(long nanos) {
        return Duration.ofNanos(nanoTime.getAsLong() - nanos);
    }

    /** One call on its way through one rule set. */
    private final class Deciding {

        private final Call call;
        private final LiveTenant tenant;
        private final RuleSet ruleSet;
        private final Hotline hotline;
        private final long started;
        private boolean lookUpFailed;

        Deciding(Call call, LiveTenant tenant, long started) {
            this.call = call;
            this.tenant = tenant;
            this.ruleSet = tenant.ruleSet();
            this.hotline = ruleSet.hotline(call.called());
            this.started = started;
        }

        Decision decide(Deadline deadline, DecisionTrace trace) {
            Verdict verdict = NOTHING;
            try {
                Facts facts = recognise(trace);
                if (deadline.passed()) {
                    return fallBack(verdict, DefaultReason.DEADLINE, trace);
                }
                verdict = evaluate(facts, deadline, trace);
                return answer(verdict, facts, trace);
            } catch (RuntimeException | StackOverflowError | LinkageError bug) {
                faults.caught("deciding a call of " + ruleSet.tenant().id(), bug);
                return fallBack(verdict, DefaultReason.RULE_FAILED, trace);
            }
        }

        private Verdict evaluate(Facts facts, Deadline deadline, DecisionTrace trace) {
            if (!trace.wanted()) {
                return ruleSet.rules().evaluate(facts, this::exists, deadline, trace);
            }
            trace.note(new TraceEvent.Evaluating(facts));
            long before = nanoTime.getAsLong();
            Verdict verdict = ruleSet.rules().evaluate(facts, this::exists, deadline, trace);
            trace.note(new TraceEvent.Evaluated(since(before)));
            return verdict;
        }

        private boolean exists(String planRef) {
            return Placement.exists(tenant, planRef);
        }

        private List<PlacedRoute> place(String planRef, Facts facts, DecisionTrace trace) {
            Placement placement = new Placement(tenant, facts, holidays, trace);
            if (!trace.wanted()) {
                return placement.of(planRef);
            }
            long before = nanoTime.getAsLong();
            List<PlacedRoute> routes = placement.of(planRef);
            trace.note(new TraceEvent.Placed(since(before)));
            return routes;
        }

        private Decision answer(Verdict verdict, Facts facts, DecisionTrace trace) {
            Ruling ruling = verdict.ruling();
            if (ruling instanceof Ruling.RouteTo to) {
                List<PlacedRoute> routes = place(to.planRef(), facts, trace);
                return routes.isEmpty()
                        ? fallBack(verdict, DefaultReason.PLAN_EMPTY, trace)
                        : decision(new RouteDecision.Routed(to.planRef(), routes, to.by()), verdict);
            } else if (ruling instanceof Ruling.Refuse refuse) {
                return decision(
                        new RouteDecision.Rejected(
                                refuse.cause(), RejectReason.REJECTED_BY_RULE, Optional.of(refuse.by())),
                        new Verdict(verdict.segments(), List.of(), ruling));
            } else if (ruling instanceof Ruling.GivenUp givenUp) {
                return fallBack(verdict, givenUp.reason(), trace);
            }
            return fallBack(verdict, DefaultReason.NO_RULE_MATCHED, trace);
        }

        Decision fallBack(Verdict verdict, DefaultReason reason, DecisionTrace trace) {
            if (trace.wanted()) {
                trace.note(new TraceEvent.FellBack(reason));
            }
            List<PlacedRoute> routes = ruleSet.defaultRoute(hotline);
            return decision(new RouteDecision.Defaulted(hotline.defaultPlanId(), routes, reason), verdict);
        }

        private Decision decision(RouteDecision outcome, Verdict verdict) {
            return new Decision(
                    DecisionId.at(call.at().toEpochMilli(), random),
                    Optional.of(ruleSet.tenant().id()),
                    Optional.of(hotline.id()),
                    ruleSet.version(),
                    outcome,
                    verdict.segments(),
                    verdict.announcements(),
                    lookUpFailed,
                    since(started));
        }

        private Facts recognise(DecisionTrace trace) {
            long before = trace.wanted() ? nanoTime.getAsLong() : 0;
            Optional<PhoneNumber> caller = call.calling().number();
            CustomerMatches matches = caller.isPresent() ? lookUp(caller.get(), trace) : CustomerMatches.NOBODY;
            CallerMatch match = caller.isPresent() ? match(matches) : CallerMatch.ANONYMOUS;
            if (trace.wanted()) {
                trace.note(new TraceEvent.Recognised(match, matches.candidates().size(), since(before)));
            }
            return new Facts(
                    call,
                    hotline,
                    match,
                    pick(matches.candidates()),
                    ruleSet.tenant(),
                    ruleSet.calendars().values(),
                    numberPlan,
                    holidays);
        }

        /** A broken store makes its callers unknown ones, which routes them better than the default route would. */
        private CustomerMatches lookUp(PhoneNumber caller, DecisionTrace trace) {
            try {
                return tenant.customers().find(caller);
            } catch (RuntimeException broken) {
                lookUpFailed = true;
                faults.caught("looking up a caller of " + ruleSet.tenant().id(), broken);
                if (trace.wanted()) {
                    trace.note(new TraceEvent.LookUpFailed(String.valueOf(broken.getMessage())));
                }
                return CustomerMatches.NOBODY;
            }
        }

        private Optional<CustomerProfile> pick(List<CustomerProfile> candidates) {
            return candidates.size() > 1
                    ? ruleSet.tenant().severalMatches().pick(candidates)
                    : candidates.stream().findFirst();
        }

        private CallerMatch match(CustomerMatches matches) {
            return switch (matches.candidates().size()) {
                case 0 -> CallerMatch.UNKNOWN;
                case 1 -> matches.organisationTrunk() ? CallerMatch.ORGANISATION : CallerMatch.UNIQUE;
                default -> CallerMatch.AMBIGUOUS;
            };
        }
    }
}
