package io.stellwerk.bench.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.call.Deadline;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.fact.Facts;
import io.stellwerk.engine.rule.RuleEngine;
import io.stellwerk.engine.rule.Ruling;
import io.stellwerk.engine.rule.Verdict;
import io.stellwerk.rules.drl.DrlReader;
import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.drl.DrlScope;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Severity;
import io.stellwerk.rules.lower.LoweredRules;
import io.stellwerk.rules.table.RejectWord;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Our rules of the same text, answering in the same words. */
record OurRules(RuleEngine engine) {

    private static final Deadline PATIENT = new Deadline(1, () -> 0);

    static OurRules of(String text) {
        Findings findings = new Findings();
        List<DrlRule> rules = new DrlReader(
                        new DrlScope(RandomCalls.DICTIONARY, Set.of(), true, RandomCalls.ZONE), findings)
                .read("rules/random.drl", text);
        assertThat(findings.sorted().stream().filter(each -> each.severity() == Severity.ERROR))
                .as(text)
                .isEmpty();
        return new OurRules(LoweredRules.of(List.of(), rules, RandomCalls.DICTIONARY));
    }

    /** @param fired which rules fired, which is only known of standard Drools: after a decision ours asks no further */
    StandardDrools.Outcome decide(Facts facts, Predicate<String> exists, Set<String> fired) {
        Verdict verdict = engine.evaluate(facts, exists, PATIENT, DecisionTrace.NONE);
        return new StandardDrools.Outcome(
                verdict.segments(), verdict.announcements(), decision(verdict.ruling()), fired);
    }

    private static Optional<String> decision(Ruling ruling) {
        if (ruling instanceof Ruling.RouteTo to) {
            return Optional.of(to.by().rule() + " to " + to.planRef());
        } else if (ruling instanceof Ruling.Refuse refuse) {
            return Optional.of(refuse.by().rule() + " reject " + RejectWord.text(refuse.cause()));
        }
        assertThat(ruling).isEqualTo(Ruling.SILENT);
        return Optional.empty();
    }
}
