package io.stellwerk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.call.CallQuery;
import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.decision.trace.RecordedTrace;
import io.stellwerk.engine.intake.CallReading;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.rules.explain.Discretion;
import io.stellwerk.rules.explain.Explainer;
import io.stellwerk.rules.explain.Explanation;
import io.stellwerk.rules.explain.Explanation.Derivation;
import io.stellwerk.rules.explain.RuleBook;
import io.stellwerk.rules.explain.RuleTrial;
import io.stellwerk.rules.explain.RuleTrial.Outcome;
import io.stellwerk.rules.table.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explained or not, a call is decided the same; and what the explanation says of the rules fits the decision. */
class NordlichtExplanationsTest {

    private static final int CALLS = 3_000;
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void explained_and_live_decisions_agree_on_random_calls(@TempDir Path folder) throws IOException {
        long seed = System.nanoTime();
        RandomGenerator random = new SplittableRandom(seed);
        try (Nordlicht nordlicht = new Nordlicht(folder)) {
            RuleBook rules = RuleBook.of(nordlicht.source());
            Explainer explainer = new Explainer(rules, Discretion.RAW);
            List<String> callers = callers();
            Set<RuleId> decided = new HashSet<>();
            for (int i = 0; i < CALLS; i++) {
                CallReading.Understood call = call(nordlicht, callers, random, i);
                Set<String> outOfService = outOfService(nordlicht, random);
                String what = "seed " + seed + ", call " + i;

                Decision live = nordlicht.decide(call, outOfService, DecisionTrace.NONE);
                RecordedTrace trace = RecordedTrace.thoroughly();
                Decision explained = nordlicht.decide(call, outOfService, trace);
                Decision brief = nordlicht.decide(call, outOfService, RecordedTrace.briefly());

                assertThat(withoutIdAndTime(explained)).as(what).isEqualTo(withoutIdAndTime(live));
                assertThat(withoutIdAndTime(brief)).as(what).isEqualTo(withoutIdAndTime(live));
                Explanation explanation = explainer.explain(call.call(), explained, trace);
                checkRules(explanation, live, rules, what);
                explanation
                        .decider()
                        .ifPresent(trial -> decided.add(trial.rule().id()));
            }
            assertThat(decided).as("rules that decided, with seed " + seed).hasSizeGreaterThan(15);
        }
    }

    private static void checkRules(Explanation explanation, Decision live, RuleBook rules, String what) {
        Optional<RuleId> decider = live.outcome()
                .<Optional<RuleId>>fold(
                        routed -> Optional.of(routed.decidedBy()),
                        rejected -> rejected.decidedBy(),
                        defaulted -> Optional.empty());
        if (decider.isPresent()
                || live.outcome()
                        .fold(r -> false, r -> false, d -> d.reason().name().equals("NO_RULE_MATCHED"))) {
            assertThat(explanation.decider().map(trial -> trial.rule().id()))
                    .as(what)
                    .isEqualTo(decider);
        }
        assertThat(explanation.deciding().stream().map(trial -> trial.rule().id()))
                .as("every deciding rule is spoken of, " + what)
                .containsExactlyInAnyOrderElementsOf(enabled(rules, Phase.DECIDE));
        assertThat(explanation.deriving().stream().map(trial -> trial.rule().id()))
                .as("every deriving rule is spoken of, " + what)
                .containsExactlyElementsOf(enabled(rules, Phase.DERIVE));
        int place = explanation
                .decider()
                .map(explanation.deciding()::indexOf)
                .orElse(explanation.deciding().size());
        assertThat(explanation.deciding().subList(0, place))
                .as("no rule before the deciding one could have decided, " + what)
                .allMatch(trial -> trial.outcome() == Outcome.NOT_MATCHED || trial.outcome() == Outcome.SKIPPED);
        assertThat(explanation.derived().stream().filter(Derivation::segment).map(Derivation::name))
                .as(what)
                .containsExactlyElementsOf(live.segments());
        assertThat(explanation.derived().stream().map(Derivation::by))
                .as("who derived something counted or decided, " + what)
                .allMatch(by -> counted(explanation).contains(by.id()));
    }

    private static List<RuleId> enabled(RuleBook rules, Phase phase) {
        return rules.entries().stream()
                .filter(entry -> entry.phase() == phase && entry.enabled())
                .map(entry -> entry.rule().id())
                .toList();
    }

    private static Set<RuleId> counted(Explanation explanation) {
        Set<RuleId> counted = new HashSet<>();
        for (List<RuleTrial> trials : List.of(explanation.deriving(), explanation.deciding())) {
            trials.stream()
                    .filter(trial -> trial.outcome() == Outcome.COUNTED || trial.outcome() == Outcome.DECIDED)
                    .forEach(trial -> counted.add(trial.rule().id()));
        }
        return counted;
    }

    private static Decision withoutIdAndTime(Decision decision) {
        return new Decision(
                "",
                decision.tenant(),
                decision.hotline(),
                decision.ruleSetVersion(),
                decision.outcome(),
                decision.segments(),
                decision.announcements(),
                decision.customerLookUpFailed(),
                Duration.ZERO);
    }

    private static CallReading.Understood call(
            Nordlicht nordlicht, List<String> callers, RandomGenerator random, int number) {
        List<ServiceNumber> hotlines =
                nordlicht.ruleSet().hotlines().stream().map(Hotline::number).toList();
        String called = hotlines.get(random.nextInt(hotlines.size())).e164();
        Instant at = FROM.plus(Duration.ofMinutes(random.nextInt(2 * 365 * 24 * 60)));
        CallQuery query = new CallQuery(
                "call-" + number, "", called, callers.get(random.nextInt(callers.size())), "", "", "", "", 1);
        return (CallReading.Understood) nordlicht.read(query, at);
    }

    private static Set<String> outOfService(Nordlicht nordlicht, RandomGenerator random) {
        Set<String> targets = new HashSet<>();
        nordlicht.ruleSet().targets().keySet().forEach(target -> {
            if (random.nextInt(8) == 0) {
                targets.add(target);
            }
        });
        return targets;
    }

    /** Of the scenarios, which know every kind of caller, and of the sample calls. */
    private static List<String> callers() {
        List<String> callers = new ArrayList<>();
        for (String file : List.of("scenarios.csv", "calls.csv")) {
            for (CSVRecord record : Scenario.records(Nordlicht.DATA.resolve(file))) {
                callers.add(record.get("calling"));
            }
        }
        return callers;
    }
}
