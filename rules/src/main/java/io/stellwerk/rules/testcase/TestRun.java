package io.stellwerk.rules.testcase;

import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.decision.trace.RecordedTrace;
import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.engine.router.OfflineRouter;
import io.stellwerk.rules.explain.Explainer;
import io.stellwerk.rules.explain.Explanation;
import io.stellwerk.rules.explain.RuleBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Runs test cases through the real router. One thread. */
public final class TestRun {

    private final RuleBook rules;
    private final Explainer explainer;
    private final OfflineRouter router;
    private final Map<RuleId, Integer> hits = new HashMap<>();

    public TestRun(RuleBook rules, Explainer explainer, OfflineRouter router) {
        this.rules = rules;
        this.explainer = explainer;
        this.router = router;
    }

    /** All cases that are switched on, with the coverage of the rules. */
    public TestReport run(CaseReading reading) {
        TestReport all = run(reading, testCase -> true);
        return new TestReport(
                all.results(), all.switchedOff(), all.findings(), Optional.of(Coverage.of(rules, hits)), all.took());
    }

    /** Those of the cases that are switched on and wanted; of the rules' coverage that says nothing. */
    public TestReport run(CaseReading reading, Predicate<TestCase> wanted) {
        long started = System.nanoTime();
        List<CaseResult> results = new ArrayList<>();
        for (TestCase testCase : reading.cases()) {
            if (testCase.enabled() && wanted.test(testCase)) {
                results.add(run(testCase));
            }
        }
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        return new TestReport(results, switchedOff(reading), reading.findings(), Optional.empty(), took);
    }

    private static int switchedOff(CaseReading reading) {
        return (int)
                reading.cases().stream().filter(testCase -> !testCase.enabled()).count();
    }

    private CaseResult run(TestCase testCase) {
        long started = System.nanoTime();
        Hits counted = new Hits();
        Decision decision = testCase.sample().decide(router, counted);
        counted.rules.forEach(rule -> hits.merge(rule, 1, Integer::sum));
        List<Difference> differences = differences(testCase, decision);
        Optional<Diagnosis> diagnosis =
                differences.isEmpty() ? Optional.empty() : Optional.of(diagnose(testCase, differences));
        return new CaseResult(testCase, differences, diagnosis, Duration.ofNanos(System.nanoTime() - started));
    }

    private static List<Difference> differences(TestCase testCase, Decision decision) {
        List<Difference> differences = new ArrayList<>();
        for (Expected expected : testCase.expected()) {
            if (!expected.metBy(decision)) {
                differences.add(new Difference(expected, expected.aspect().of(decision)));
            }
        }
        return differences;
    }

    /** Decides the call once more, now listening to everything: mostly nothing fails, and then nobody wants to know. */
    private Diagnosis diagnose(TestCase testCase, List<Difference> differences) {
        RecordedTrace trace = RecordedTrace.thoroughly();
        Decision decision = testCase.sample().decide(router, trace);
        Explanation explanation = explainer.explain(testCase.sample().call(), decision, trace);
        return new Detective(rules, explanation, differences).diagnosis();
    }

    /** The rules that count for one call. */
    private static final class Hits implements DecisionTrace {

        private final Set<RuleId> rules = new HashSet<>();

        @Override
        public boolean wanted() {
            return true;
        }

        @Override
        public boolean thorough() {
            return false;
        }

        @Override
        public void note(TraceEvent event) {
            if (event instanceof TraceEvent.Counted counted) {
                rules.add(counted.rule());
            } else if (event instanceof TraceEvent.Decided decided) {
                rules.add(decided.by());
            }
        }
    }
}
