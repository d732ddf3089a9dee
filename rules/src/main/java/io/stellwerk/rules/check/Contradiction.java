package io.stellwerk.rules.check;

import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.formula.Formula;
import io.stellwerk.rules.lower.Part;
import io.stellwerk.rules.space.Condition;
import io.stellwerk.rules.space.Reach.Answer;
import io.stellwerk.rules.space.Takers;
import io.stellwerk.rules.table.Term;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells why no call can fulfil the conditions of a row or rule: the fewest of them that exclude each other. */
final class Contradiction {

    private final Terrain terrain;
    private final Clause clause;

    Contradiction(Terrain terrain, Clause clause) {
        this.terrain = terrain;
        this.clause = clause;
    }

    /** Empty if it follows from a segment that nothing derives, which is told elsewhere. */
    Optional<Finding> finding() {
        List<Formula> core = core();
        boolean segmentAlone = core.size() == 1 && Asked.segments(core.get(0));
        if (segmentAlone && core.get(0) instanceof Formula.Test test && neverDerived(test)) {
            return Optional.empty();
        }
        return Optional.of(FindingCode.NEVER_TRUE.at(place(core), message(core), remedy(core)));
    }

    private boolean neverDerived(Formula.Test test) {
        return test.cell().terms().stream()
                .filter(Term.Is.class::isInstance)
                .map(term -> ((Term.Is) term).value().toString())
                .noneMatch(segment -> terrain.clauses().deriving().stream()
                        .anyMatch(deriving -> deriving.action().segments().contains(segment)));
    }

    /** Conditions of which none can be left out. */
    private List<Formula> core() {
        if (!(clause.formula() instanceof Formula.All all)) {
            return List.of(clause.formula());
        }
        List<Formula> core = new ArrayList<>(all.parts());
        for (Formula part : all.parts()) {
            if (core.size() > 1) {
                core.remove(part);
                if (!isNever(core)) {
                    core.add(part);
                }
            }
        }
        core.sort(Comparator.comparingInt(all.parts()::indexOf));
        return core;
    }

    private boolean isNever(List<Formula> parts) {
        Condition condition = new Condition(
                new Formula.All(parts),
                clause.condition().from(),
                clause.condition().until());
        return terrain.reach(clause.phase()).left(terrain.space().shape(condition), Takers.NOBODY)
                instanceof Answer.None;
    }

    private Place place(List<Formula> core) {
        boolean row = clause.part() instanceof Part.OfTable;
        return row && core.get(0) instanceof Formula.Test test
                ? clause.place().in(clause.id().rule(), test.fact().name())
                : clause.place();
    }

    private String message(List<Formula> core) {
        String kind = clause.part() instanceof Part.OfTable ? "row" : "rule";
        if (core.stream().allMatch(Formula.Test.class::isInstance)) {
            String conditions = core.stream()
                    .map(part -> text((Formula.Test) part))
                    .collect(Collectors.joining(", "))
                    .replaceFirst(", (?='[^']*'$)", " and ");
            return core.size() == 1
                    ? "No call fulfils " + conditions + "."
                    : "No call fulfils both " + conditions + ".";
        }
        return "No call fulfils the conditions of this " + kind + ": they exclude each other.";
    }

    private static String text(Formula.Test test) {
        return "'" + test.fact().name() + " " + test.cell().text() + "'";
    }

    private static String remedy(List<Formula> core) {
        boolean segments = core.stream().anyMatch(Asked::segments);
        return segments
                ? "Look at what derives the segment, change the condition, or take the row out."
                : core.size() == 1
                        ? "Change the condition, or take it out."
                        : "Change one of them, or make two rows of it.";
    }
}
