package io.stellwerk.engine.router;

import io.stellwerk.engine.call.Call;
import io.stellwerk.engine.call.Deadline;
import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.port.CustomerDirectory;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.port.TargetStatus;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.engine.rule.RuleSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * Decides sample calls by one rule set, without a server: by the same {@link Router}, each call with customers and target
 * status of its own, and with all the time that it needs. One thread.
 */
public final class OfflineRouter {

    /** Time stands still: no sample call is given up for being slow. The limit of steps holds. */
    private static final Deadline NO_HURRY = new Deadline(1, () -> 0);

    private final RuleSet ruleSet;
    private final Set<ServiceNumber> numbers;
    private final NumberPlan numberPlan;
    private final Holidays holidays;
    private final SplittableRandom random = new SplittableRandom(1);

    public OfflineRouter(RuleSet ruleSet, NumberPlan numberPlan, Holidays holidays) {
        this.ruleSet = ruleSet;
        this.numbers = ruleSet.hotlines().stream().map(Hotline::number).collect(Collectors.toUnmodifiableSet());
        this.numberPlan = numberPlan;
        this.holidays = holidays;
    }

    public RuleSet ruleSet() {
        return ruleSet;
    }

    /**
     * The answer that a server with these customers and targets would give, save for its id.
     *
     * @throws IllegalStateException for a bug of ours, which a server would answer with the default route
     */
    public Decision decide(Call call, CustomerDirectory customers, TargetStatus targetStatus, DecisionTrace trace) {
        LiveTenants only = new OnlyTenant(new LiveTenant(ruleSet, customers, targetStatus), numbers);
        Router router = new Router(only, numberPlan, holidays, random, System::nanoTime, OfflineRouter::rethrow);
        return router.decide(call, NO_HURRY, trace);
    }

    private static void rethrow(String where, Throwable fault) {
        throw new IllegalStateException("While " + where, fault);
    }

    private record OnlyTenant(LiveTenant tenant, Set<ServiceNumber> numbers) implements LiveTenants {

        @Override
        public Optional<LiveTenant> owning(ServiceNumber called) {
            return numbers.contains(called) ? Optional.of(tenant) : Optional.empty();
        }

        @Override
        public Collection<LiveTenant> all() {
            return List.of(tenant);
        }
    }
}
