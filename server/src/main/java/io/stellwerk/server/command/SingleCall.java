package io.stellwerk.server.command;

import io.stellwerk.connector.numbers.libphonenumber.LibPhoneNumberPlan;
import io.stellwerk.engine.call.Call;
import io.stellwerk.engine.call.CallQuery;
import io.stellwerk.engine.call.Carrier;
import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.decision.trace.RecordedTrace;
import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.engine.intake.CallReader;
import io.stellwerk.engine.intake.CallReading;
import io.stellwerk.engine.port.CustomerDirectory;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.port.TargetStatus;
import io.stellwerk.engine.router.OfflineRouter;
import io.stellwerk.engine.rule.RuleSet;
import io.stellwerk.rules.explain.Explainer;
import io.stellwerk.rules.explain.Explanation;
import io.stellwerk.rules.finding.Suggestion;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;

/**
 * A call as somebody types it, decided by the same router as in a server.
 *
 * @param carrierName of whoever asks
 * @param divertedFrom empty if nobody diverted the call
 */
record SingleCall(
        String called,
        String calling,
        String carrierName,
        String divertedFrom,
        String digits,
        Instant at,
        Set<String> outOfService) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** The first decisions of a process load classes: these are not the ones to measure. */
    private static final int WARM_UP = 200;

    private static final int TRACED_WARM_UP = 20;

    Explanation decide(RuleSet ruleSet, CustomerDirectory customers, Holidays holidays, Explainer explainer) {
        checkTargets(ruleSet);
        NumberPlan numberPlan = new LibPhoneNumberPlan();
        Call call = read(numberPlan, ruleSet);
        OfflineRouter router = new OfflineRouter(ruleSet, numberPlan, holidays);
        TargetStatus status = target -> !outOfService.contains(target);
        for (int i = 0; i < WARM_UP; i++) {
            Decision unused = router.decide(call, customers, status, DecisionTrace.NONE);
        }
        for (int i = 0; i < TRACED_WARM_UP; i++) {
            Decision unused = router.decide(call, customers, status, RecordedTrace.thoroughly());
        }
        RecordedTrace trace = RecordedTrace.thoroughly();
        Decision decision = router.decide(call, customers, status, trace);
        return explainer.explain(call, decision, trace);
    }

    private Call read(NumberPlan numberPlan, RuleSet ruleSet) {
        TenantSettings tenant = ruleSet.tenant();
        Carrier carrier = new Carrier(carrierName, tenant.country(), false, Set.of(), PATIENCE, PATIENCE);
        CallQuery query = new CallQuery("command-line", "", called, calling, "", "", diversion(), digits, 1);
        CallReading reading = new CallReader(numberPlan).read(query, carrier, at);
        if (reading instanceof CallReading.Emergency emergency) {
            throw new WrongUseException(
                    emergency.number() + " is an emergency number: networks route it themselves, no rule is asked.");
        }
        if (reading instanceof CallReading.Understood understood) {
            return owned(understood.call(), ruleSet);
        }
        throw new WrongUseException("'" + called + "' is no number. Write +498001234567, or as it is dialled.");
    }

    /** As a network would write it (RFC 5806). */
    private String diversion() {
        return divertedFrom.isEmpty() ? "" : "<tel:" + divertedFrom.replace(" ", "") + ">";
    }

    private static Call owned(Call call, RuleSet ruleSet) {
        Set<String> numbers = new TreeSet<>();
        ruleSet.hotlines().forEach(hotline -> numbers.add(hotline.number().e164()));
        if (!numbers.contains(call.called().e164())) {
            throw new WrongUseException(call.called() + " is no service number of '"
                    + ruleSet.tenant().id() + "'. It has " + String.join(", ", numbers) + ".");
        }
        return call;
    }

    private void checkTargets(RuleSet ruleSet) {
        for (String target : outOfService) {
            if (!target.startsWith("person:") && !ruleSet.targets().containsKey(target)) {
                throw new WrongUseException("--out-of-service: there is no target '" + target + "'. "
                        + Suggestion.nearest(target, ruleSet.targets().keySet())
                                .map(near -> "Did you mean '" + near + "'?")
                                .orElse("targets.yaml lists them."));
            }
        }
    }
}
