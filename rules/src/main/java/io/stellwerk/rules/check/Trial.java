package io.stellwerk.rules.check;

import io.stellwerk.engine.call.Deadline;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.engine.fact.Facts;
import io.stellwerk.engine.rule.RuleEngine;
import io.stellwerk.engine.rule.Ruling;
import io.stellwerk.engine.rule.Verdict;
import io.stellwerk.rules.index.RuleIndex;
import io.stellwerk.rules.index.UsedFacts;
import io.stellwerk.rules.space.Condition;
import io.stellwerk.rules.space.Surroundings;
import io.stellwerk.rules.witness.Witness;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts sample calls to the rules themselves: what the algebra promises must come true. */
final class Trial {

    private static final Deadline PATIENT = new Deadline(1, () -> 0);
    private static final String PERSON = "person:";

    /**
     * What the rules made of a call.
     *
     * @param decidedBy empty if no rule did
     */
    record Result(Optional<RuleId> decidedBy, Facts facts, Verdict verdict) {

        boolean isDecidedBy(Clause clause) {
            return decidedBy.equals(Optional.of(clause.id()));
        }

        /** Whether the call is one of those that a clause asks for, whoever takes it. */
        boolean fits(Clause clause) {
            Condition condition = clause.condition();
            UsedFacts used = UsedFacts.of(List.of(), List.of(condition.formula()));
            RuleIndex.Rule rule = new RuleIndex.Rule(condition.formula(), condition.from(), condition.until());
            return RuleIndex.of(List.of(rule), used)
                            .match(used.of(facts, Set.copyOf(verdict.segments())))
                            .next()
                    >= 0;
        }
    }

    private final RuleEngine rules;
    private final Surroundings where;
    private final Collection<String> plans;

    /** @param plans the ids of those that exist; persons are taken to exist */
    Trial(RuleEngine rules, Surroundings where, Collection<String> plans) {
        this.rules = rules;
        this.where = where;
        this.plans = plans;
    }

    Result of(Witness witness) {
        return of(witness, DecisionTrace.NONE);
    }

    /** The rows and rules that add a segment or an announcement to a call. */
    Set<RuleId> derivedBy(Witness witness) {
        Set<RuleId> by = new HashSet<>();
        Result unused = of(witness, new DecisionTrace() {
            @Override
            public boolean wanted() {
                return true;
            }

            @Override
            public void note(TraceEvent event) {
                if (event instanceof TraceEvent.Derived derived) {
                    by.add(derived.by());
                } else if (event instanceof TraceEvent.Announced announced) {
                    by.add(announced.by());
                }
            }
        });
        return by;
    }

    private Result of(Witness witness, DecisionTrace trace) {
        Facts facts = where.facts(witness);
        Verdict verdict =
                rules.evaluate(facts, plan -> plan.startsWith(PERSON) || plans.contains(plan), PATIENT, trace);
        return new Result(decidedBy(verdict.ruling()), facts, verdict);
    }

    private static Optional<RuleId> decidedBy(Ruling ruling) {
        if (ruling instanceof Ruling.RouteTo to) {
            return Optional.of(to.by());
        }
        return ruling instanceof Ruling.Refuse refuse ? Optional.of(refuse.by()) : Optional.empty();
    }
}
