package io.stellwerk.engine.rule;

import io.stellwerk.engine.call.Deadline;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.fact.Facts;
import java.util.Optional;
import java.util.function.Predicate;

/** The rules of one published rule set. Immutable, any thread, takes no lock and does no I/O. */
public interface RuleEngine {

    /**
     * Derives to a fixpoint, then lets the first deciding rule by precedence decide.
     *
     * @param exists whether a plan reference leads anywhere; a rule whose does not is skipped, noted, and evaluation
     *     goes on
     * @param deadline watched: once passed the evaluation is given up
     * @param trace what is noted of the way; the same evaluation with and without
     */
    Verdict evaluate(Facts facts, Predicate<String> exists, Deadline deadline, DecisionTrace trace);

    /** A fact's value as text, for filling a template; empty if it has none or there is no such fact. */
    Optional<String> factText(String name, Facts facts);
}
