package io.stellwerk.rules.check;

import io.stellwerk.engine.call.Deadline;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.engine.rule.RuleEngine;
import io.stellwerk.engine.rule.Ruling;
import io.stellwerk.engine.rule.Verdict;
import io.stellwerk.rules.space.Surroundings;
import io.stellwerk.rules.witness.Witness;
import java.util.Collection;
import java.util.HashSet;
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
     * @param alsoMatched deciding rules behind that one that would have matched too
     * @param derivedBy those that added a segment or an announcement
     */
    record Result(Optional<RuleId> decidedBy, Set<RuleId> alsoMatched, Set<RuleId> derivedBy, Verdict verdict) {

        boolean matched(RuleId id) {
            return decidedBy.equals(Optional.of(id)) || alsoMatched.contains(id);
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
        Noted noted = new Noted();
        Verdict verdict = rules.evaluate(
                where.facts(witness), plan -> plan.startsWith(PERSON) || plans.contains(plan), PATIENT, noted);
        return new Result(decidedBy(verdict.ruling()), noted.alsoMatched, noted.derivedBy, verdict);
    }

    private static Optional<RuleId> decidedBy(Ruling ruling) {
        if (ruling instanceof Ruling.RouteTo to) {
            return Optional.of(to.by());
        }
        return ruling instanceof Ruling.Refuse refuse ? Optional.of(refuse.by()) : Optional.empty();
    }

    private static final class Noted implements DecisionTrace {

        private final Set<RuleId> alsoMatched = new HashSet<>();
        private final Set<RuleId> derivedBy = new HashSet<>();

        @Override
        public boolean wanted() {
            return true;
        }

        @Override
        public void note(TraceEvent event) {
            if (event instanceof TraceEvent.AlsoMatched also) {
                alsoMatched.add(also.rule());
            } else if (event instanceof TraceEvent.Derived derived) {
                derivedBy.add(derived.by());
            } else if (event instanceof TraceEvent.Announced announced) {
                derivedBy.add(announced.by());
            }
        }
    }
}
