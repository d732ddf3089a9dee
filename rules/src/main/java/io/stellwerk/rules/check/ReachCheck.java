package io.stellwerk.rules.check;

import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.lower.Part;
import io.stellwerk.rules.space.Reach;
import io.stellwerk.rules.space.Reach.Answer;
import io.stellwerk.rules.space.Takers;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.Phase;
import io.stellwerk.rules.witness.Witness;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Rows and rules that no call reaches: because their conditions exclude each other, or because others come before. */
final class ReachCheck {

    /** Owners of calls among whom the fewest are sought that will do; more are named as they were found. */
    private static final int FEW = 16;

    private static final int NAMED = 4;

    /** Findings for which a call is drawn and the fewest takers are sought: who has more has another problem. */
    private static final int SHOWN = 50;

    private final Terrain terrain;
    private final Trials trials;
    private final Findings findings;
    /** By file the first clause that was not decided on, and how many. */
    private final Map<String, Clause> firstUndecided = new LinkedHashMap<>();

    private final Map<String, Integer> undecided = new HashMap<>();
    private int shown;

    ReachCheck(Terrain terrain, Trials trials, Findings findings) {
        this.terrain = terrain;
        this.trials = trials;
        this.findings = findings;
    }

    void run() {
        for (Phase phase : List.of(Phase.DERIVE, Phase.DECIDE)) {
            List<Clause> clauses = terrain.clauses().of(phase);
            int start = 0;
            for (int i = 0; i < clauses.size(); i++) {
                start = i == 0 || clauses.get(i).part() != clauses.get(i - 1).part() ? i : start;
                check(phase, i, before(phase, start, i));
            }
        }
        tellUndecided();
    }

    /**
     * A deciding clause gives way to all before it; a deriving one only to those of its table, unless all count. That rows
     * of a UNIQUE table take each other's calls is told as their overlap.
     */
    private Takers before(Phase phase, int start, int clause) {
        Part part = terrain.clauses().of(phase).get(clause).part();
        boolean unique = part instanceof Part.OfTable of && of.table().hitPolicy() == HitPolicy.UNIQUE;
        if (phase == Phase.DECIDE) {
            return terrain.before(phase, 0, unique ? start : clause);
        }
        boolean oneCounts =
                !unique && part instanceof Part.OfTable of && of.table().hitPolicy() != HitPolicy.COLLECT;
        // What a row derives may let another match before it: one that asks for segments may be late.
        BitSet early = new BitSet();
        for (int i = start; oneCounts && i < clause; i++) {
            early.set(i, !Asked.segments(terrain.clauses().of(phase).get(i).formula()));
        }
        return Takers.only(early);
    }

    private void check(Phase phase, int number, Takers before) {
        Clause clause = terrain.clauses().of(phase).get(number);
        Reach reach = terrain.reach(phase);
        Answer left = reach.left(terrain.works(phase, number), before);
        if (left instanceof Answer.Undecided undecidedAnswer && undecidedAnswer.outOfSteps()) {
            firstUndecided.putIfAbsent(clause.id().file(), clause);
            undecided.merge(clause.id().file(), 1, Integer::sum);
        } else if (left instanceof Answer.None none) {
            if (reach.left(terrain.condition(phase, number), Takers.NOBODY) instanceof Answer.None) {
                new Contradiction(terrain, clause).finding().ifPresent(findings::add);
            } else {
                tellUnreachable(phase, number, none.takenBy());
            }
        }
    }

    private void tellUnreachable(Phase phase, int number, BitSet takenBy) {
        Clause clause = terrain.clauses().of(phase).get(number);
        boolean show = shown++ < SHOWN;
        BitSet takers = show ? fewest(phase, number, takenBy) : takenBy;
        Finding finding = FindingCode.UNREACHABLE.at(
                clause.place(),
                "No call reaches this " + kind(clause) + ": " + names(phase, takers, clause)
                        + (takers.cardinality() == 1 ? " takes" : " together take")
                        + " all that its conditions ask for.",
                "Move it before them, narrow them, or take it out.");
        findings.add(show ? finding.shownBy(witness(phase, number)) : finding);
    }

    private static String kind(Clause clause) {
        return clause.part() instanceof Part.OfTable ? "row" : "rule";
    }

    private String names(Phase phase, BitSet takers, Clause clause) {
        String named = takers.stream()
                .limit(NAMED)
                .mapToObj(taker ->
                        terrain.clauses().of(phase).get(taker).name(clause.id().file()))
                .collect(Collectors.joining(", "));
        int more = takers.cardinality() - NAMED;
        return (more > 0 ? named + " and " + more + " more" : named.replaceFirst(", (?=[^,]*$)", " and "));
    }

    /** One alone if there is one, or else as few as can be found by leaving each out in turn. */
    private BitSet fewest(Phase phase, int number, BitSet takenBy) {
        for (int taker = takenBy.nextSetBit(0); taker >= 0; taker = takenBy.nextSetBit(taker + 1)) {
            BitSet one = new BitSet();
            one.set(taker);
            if (suffice(phase, number, one)) {
                return one;
            }
        }
        BitSet fewest = (BitSet) takenBy.clone();
        for (int taker = fewest.length() - 1; taker >= 0 && takenBy.cardinality() <= FEW; taker--) {
            if (fewest.get(taker)) {
                fewest.clear(taker);
                fewest.set(taker, !suffice(phase, number, fewest));
            }
        }
        return fewest;
    }

    private boolean suffice(Phase phase, int number, BitSet takers) {
        return terrain.reach(phase).left(terrain.works(phase, number), Takers.only(takers)) instanceof Answer.None;
    }

    /** A call that somebody else takes. */
    private Optional<Witness> witness(Phase phase, int number) {
        Clause clause = terrain.clauses().of(phase).get(number);
        return trials.trial()
                .flatMap(trial -> terrain.reach(phase).witness(terrain.works(phase, number), Takers.NOBODY, call -> {
                    Trial.Result result = trial.of(call);
                    return result.fits(clause) && !result.isDecidedBy(clause);
                }));
    }

    private void tellUndecided() {
        firstUndecided.forEach((file, clause) -> {
            int count = undecided.getOrDefault(file, 0);
            findings.add(FindingCode.REACH_UNDECIDED.at(
                    Place.at(file, clause.place().line(), 0).in(clause.id().rule(), ""),
                    "Whether any call reaches this " + kind(clause)
                            + (count > 1 ? " and " + (count - 1) + " others of the file" : "")
                            + " was not decided within the allowed steps.",
                    "Nothing need be wrong with it; a table with fewer columns or plainer cells can be decided."));
        });
    }
}
