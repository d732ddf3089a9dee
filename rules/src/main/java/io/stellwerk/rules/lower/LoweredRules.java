package io.stellwerk.rules.lower;

import io.stellwerk.engine.call.Deadline;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.fact.Facts;
import io.stellwerk.engine.rule.RuleEngine;
import io.stellwerk.engine.rule.Verdict;
import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.index.UsedFacts;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.Phase;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A rule set's tables and DRL rules, lowered to Drools: one rule for each table that derives and for DRL rules that
 * follow each other, one for all that decides. The engine that a published rule set decides with.
 */
public final class LoweredRules implements RuleEngine {

    /**
     * Each segment is derived once, so every evaluation ends by itself; this bounds the harm of a rule set in which each
     * table waits for all others, to some milliseconds.
     */
    static final int STEPS = 20_000;

    private final FactDictionary dictionary;
    private final UsedFacts usedFacts;
    private final List<HitSource> inOrder;
    private final RuleSession sessions;

    private final int steps;

    private LoweredRules(List<HitSource> inOrder, UsedFacts usedFacts, FactDictionary dictionary, int steps) {
        this.steps = steps;
        this.dictionary = dictionary;
        this.usedFacts = usedFacts;
        this.inOrder = List.copyOf(inOrder);
        this.sessions = new RuleSession(inOrder);
    }

    /** A rule set without DRL, see {@link #of(List, List, FactDictionary)}. */
    public static RuleEngine of(List<DecisionTable> tables, FactDictionary dictionary) {
        return of(tables, List.of(), dictionary);
    }

    /**
     * Lowers checked tables and rules; takes milliseconds, and nothing needs to be closed when the engine is no longer
     * used.
     *
     * @param tables each from a file of its own
     * @throws IllegalArgumentException if one asks for the absence of a segment that is derived from that absence; the
     *     checks find that before
     */
    public static RuleEngine of(List<DecisionTable> tables, List<DrlRule> rules, FactDictionary dictionary) {
        return of(tables, rules, dictionary, STEPS);
    }

    /** @param steps how many looks for rows, and rows that derive something, one evaluation may take */
    static RuleEngine of(List<DecisionTable> tables, List<DrlRule> rules, FactDictionary dictionary, int steps) {
        Strata strata = Strata.of(tables, rules);
        if (!strata.contradictory().isEmpty()) {
            throw new IllegalArgumentException("These ask for the absence of a segment that is derived from its own"
                    + " absence: "
                    + strata.contradictory().stream().map(Part::toString).collect(Collectors.joining(", ")));
        }
        UsedFacts usedFacts =
                UsedFacts.of(tables, rules.stream().map(DrlRule::when).toList());
        List<HitSource> lowered = new ArrayList<>(Derivation.of(strata.inOrder(), usedFacts));
        List<DecidingTable> deciding = Derivation.runs(Part.byPrecedence(Phase.DECIDE, tables, rules)).stream()
                .map(run -> new DecidingTable(Derivation.lowered(run, usedFacts)))
                .toList();
        if (!deciding.isEmpty()) {
            lowered.add(new DecidingTables(deciding));
        }
        return new LoweredRules(lowered, usedFacts, dictionary, steps);
    }

    @Override
    public Verdict evaluate(Facts facts, Predicate<String> exists, Deadline deadline, DecisionTrace trace) {
        Set<String> segments = new LinkedHashSet<>();
        Evaluation evaluation = new Evaluation(
                usedFacts.of(facts, segments), segments, name -> factText(name, facts), exists, deadline, trace, steps);
        sessions.run(evaluation, evaluation.segmentsSoFar());
        if (evaluation.explained()) {
            inOrder.forEach(source -> source.noteRefusals(evaluation));
        }
        return evaluation.verdict();
    }

    @Override
    public Optional<String> factText(String name, Facts facts) {
        return dictionary
                .field(name)
                .map(field -> field.value().apply(facts))
                .map(FactDictionary::text)
                .filter(text -> !text.isEmpty());
    }
}
