package io.stellwerk.rules.formula;

import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.formula.Formula.All;
import io.stellwerk.rules.formula.Formula.Any;
import io.stellwerk.rules.formula.Formula.Not;
import io.stellwerk.rules.formula.Formula.Test;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The same formula with as much of it as possible in cells; exact, since formulas know only true and false.
 *
 * <p>A {@link Not} remains only directly around a leaf that is no test, {@link All} and {@link Any} do not stand directly
 * within themselves, alternatives for one fact are one cell, and so are refusals of one fact.
 */
public final class NormalForm {

    private NormalForm() {}

    public static Formula of(Formula formula) {
        return of(formula, false);
    }

    /** The conditions that must all hold. */
    public static List<Formula> conjuncts(Formula formula) {
        Formula normal = of(formula);
        return normal instanceof All all ? all.parts() : List.of(normal);
    }

    private static Formula of(Formula formula, boolean negated) {
        if (formula instanceof Not not) {
            return of(not.formula(), !negated);
        } else if (formula instanceof All all) {
            return negated ? any(all.parts(), true) : all(all.parts(), false);
        } else if (formula instanceof Any any) {
            return negated ? all(any.parts(), true) : any(any.parts(), false);
        } else if (formula instanceof Test test) {
            return test(test, negated);
        }
        return negated ? new Not(formula) : formula;
    }

    private static Formula test(Test test, boolean negated) {
        Cell cell = test.cell();
        if (cell.any()) {
            return negated ? new Any(List.of()) : Formula.ALWAYS;
        }
        return negated
                ? new Test(test.fact(), new Cell(cell.terms(), !cell.negated(), "not(" + cell.text() + ")"))
                : test;
    }

    private static Formula all(List<Formula> parts, boolean negated) {
        List<Formula> flat = parts.stream()
                .map(part -> of(part, negated))
                .flatMap(part -> part instanceof All all ? all.parts().stream() : Stream.of(part))
                .toList();
        List<Formula> merged = merged(flat, true);
        return merged.size() == 1 ? merged.get(0) : new All(merged);
    }

    private static Formula any(List<Formula> parts, boolean negated) {
        List<Formula> flat = parts.stream()
                .map(part -> of(part, negated))
                .flatMap(part -> part instanceof Any any ? any.parts().stream() : Stream.of(part))
                .toList();
        if (flat.contains(Formula.ALWAYS)) {
            return Formula.ALWAYS;
        }
        List<Formula> merged = merged(flat, false);
        return merged.size() == 1 ? merged.get(0) : new Any(merged);
    }

    /** With the tests of one fact that are negated, or those that are not, put together where the first of them stands. */
    private static List<Formula> merged(List<Formula> parts, boolean negated) {
        Map<FactField, List<Cell>> mergeable = new LinkedHashMap<>();
        List<Formula> merged = new ArrayList<>();
        for (Formula part : parts) {
            if (part instanceof Test test && test.cell().negated() == negated) {
                List<Cell> cells = mergeable.computeIfAbsent(test.fact(), fact -> new ArrayList<>());
                if (cells.isEmpty()) {
                    merged.add(part);
                }
                cells.add(test.cell());
            } else {
                merged.add(part);
            }
        }
        merged.replaceAll(part -> part instanceof Test test && test.cell().negated() == negated
                ? new Test(test.fact(), merged(mergeable.getOrDefault(test.fact(), List.of()), test.cell()))
                : part);
        return merged;
    }

    private static Cell merged(List<Cell> cells, Cell first) {
        if (cells.size() < 2) {
            return first;
        }
        List<Term> terms =
                cells.stream().map(Cell::terms).flatMap(Collection::stream).toList();
        return new Cell(terms, first.negated(), cells.stream().map(Cell::text).collect(Collectors.joining(", ")));
    }
}
