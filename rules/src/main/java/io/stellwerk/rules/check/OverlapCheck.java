package io.stellwerk.rules.check;

import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.lower.Part;
import io.stellwerk.rules.space.Reach;
import io.stellwerk.rules.space.Reach.Answer;
import io.stellwerk.rules.space.Shape;
import io.stellwerk.rules.space.Takers;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.Phase;
import io.stellwerk.rules.table.Row;
import io.stellwerk.rules.witness.Witness;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Rows of one table that match one call although its hit policy says that they do not, or although it looks as if their
 * author thought so.
 *
 * <p>Under FIRST most rows overlap, and are meant to: the exception stands before the rule. Told are only two rows that
 * ask the same, but for one condition whose ranges or lists run into each other.
 */
final class OverlapCheck {

    /** Findings of one kind for one table. */
    private static final int TOLD = 10;

    private final Terrain terrain;
    private final Trials trials;
    private final Findings findings;
    private final Phase phase;
    private final int from;
    private final int until;
    private final DecisionTable table;
    private final Map<String, Row> rows = new HashMap<>();
    private int told;
    private boolean undecided;

    /** @param from the table's clauses begin there, and end before {@code until} */
    private OverlapCheck(
            Terrain terrain, Trials trials, Findings findings, Phase phase, int from, int until, DecisionTable table) {
        this.terrain = terrain;
        this.trials = trials;
        this.findings = findings;
        this.phase = phase;
        this.from = from;
        this.until = until;
        this.table = table;
        table.rows().forEach(row -> rows.put(row.id(), row));
    }

    /** Checks every table. */
    static void run(Terrain terrain, Trials trials, Findings findings) {
        for (Phase phase : Phase.values()) {
            List<Clause> clauses = terrain.clauses().of(phase);
            int from = 0;
            for (int until = 1; until <= clauses.size(); until++) {
                Part part = clauses.get(from).part();
                if (until == clauses.size() || clauses.get(until).part() != part) {
                    if (part instanceof Part.OfTable of) {
                        new OverlapCheck(terrain, trials, findings, phase, from, until, of.table()).run();
                    }
                    from = until;
                }
            }
        }
    }

    private void run() {
        if (table.hitPolicy() == HitPolicy.COLLECT) {
            return;
        }
        for (int later = from + 1; later < until && told < TOLD && !undecided; later++) {
            BitSet met = terrain.reach(phase).meeting(terrain.condition(phase, later), from, later);
            for (int earlier = met.nextSetBit(0); earlier >= 0 && told < TOLD; earlier = met.nextSetBit(earlier + 1)) {
                check(earlier, later);
            }
            undecided |= terrain.reach(phase).outOfSteps();
        }
        if (undecided && told == 0 && table.hitPolicy() == HitPolicy.UNIQUE) {
            findings.add(FindingCode.OVERLAP_UNDECIDED.at(
                    Place.of(table.file()),
                    "Whether two rows of this UNIQUE table can match one call was not decided in the allowed steps.",
                    "Take the hit policy FIRST, or split the table."));
        }
    }

    private void check(int earlier, int later) {
        if (table.hitPolicy() == HitPolicy.UNIQUE) {
            checkUnique(earlier, later);
        } else if (differ(earlier, later) && table.hitPolicy() == HitPolicy.PRIORITY) {
            checkPriority(earlier, later);
        } else if (differ(earlier, later)) {
            checkEdge(earlier, later);
        }
    }

    private Clause clause(int number) {
        return terrain.clauses().of(phase).get(number);
    }

    private Shape both(int earlier, int later) {
        return terrain.condition(phase, earlier).and(terrain.condition(phase, later));
    }

    private boolean differ(int earlier, int later) {
        return !clause(earlier).action().equals(clause(later).action());
    }

    private void checkUnique(int earlier, int later) {
        Answer common = terrain.reach(phase).left(both(earlier, later), Takers.NOBODY);
        undecided |= common instanceof Answer.Undecided;
        if (common instanceof Answer.Some) {
            tell(
                    FindingCode.OVERLAPPING_ROWS.at(
                            clause(later).place(),
                            "A call can match this row and the "
                                    + clause(earlier).name(table.file()) + ", but the hit policy is UNIQUE.",
                            "Narrow one of the two, or take the hit policy FIRST."),
                    witness(earlier, later, Takers.NOBODY));
        }
    }

    private void checkPriority(int earlier, int later) {
        if (row(earlier).priority() == row(later).priority()) {
            tellIfShown(
                    FindingCode.EQUAL_PRIORITY.at(
                            clause(later).place(),
                            "A call can match this row and the "
                                    + clause(earlier).name(table.file())
                                    + ", and both have the priority "
                                    + row(later).priority()
                                    + ": the first in the table counts.",
                            "Give them different priorities, or narrow one of the two."),
                    witness(earlier, later, terrain.before(phase, 0, earlier)));
        }
    }

    private void checkEdge(int earlier, int later) {
        int column = onlyDifference(earlier, later);
        Shape one = terrain.condition(phase, earlier);
        if (column >= 0 && one.overlapsAtAnEdge(terrain.condition(phase, later))) {
            String fact = table.conditions().get(column).fact().name();
            tellIfShown(
                    FindingCode.PARTIAL_OVERLAP.at(
                            clause(later).place().in(clause(later).id().rule(), fact),
                            "'" + row(later).cells().get(column).text() + "' runs into '"
                                    + row(earlier).cells().get(column).text() + "' of the "
                                    + clause(earlier).name(table.file()) + ", which takes the calls that fit both.",
                            "Let one end where the other begins."),
                    witness(earlier, later, terrain.before(phase, 0, earlier)));
        }
    }

    private Row row(int number) {
        return Objects.requireNonNull(rows.get(clause(number).id().rule()));
    }

    /**
     * The one condition in which two rows differ; -1 if there are more, or if it is on a set: sets have several members, so
     * such rows are meant to overlap.
     */
    private int onlyDifference(int earlier, int later) {
        int found = -1;
        for (int i = 0; i < table.conditions().size(); i++) {
            Cell one = row(earlier).cells().get(i);
            Cell other = row(later).cells().get(i);
            if (!one.terms().equals(other.terms()) || one.negated() != other.negated()) {
                if (found >= 0 || table.conditions().get(i).fact().type() == FactType.TEXT_SET) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    /** A call that the earlier row takes, and the later one would take after it. */
    private Optional<Witness> witness(int earlier, int later, Takers before) {
        Reach reach = terrain.reach(phase);
        return trials.trial()
                .flatMap(trial ->
                        reach.witness(both(earlier, later), before, call -> shows(trial.of(call), earlier, later)));
    }

    private boolean shows(Trial.Result result, int earlier, int later) {
        return result.fits(clause(earlier)) && result.fits(clause(later));
    }

    private void tellIfShown(Finding finding, Optional<Witness> witness) {
        if (witness.isPresent()) {
            tell(finding, witness);
        }
    }

    private void tell(Finding finding, Optional<Witness> witness) {
        findings.add(finding.shownBy(witness));
        told++;
    }
}
