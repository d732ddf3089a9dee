package io.stellwerk.rules.index;

import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A condition column of a table, turned round: from the fact's value to the rows whose cells it passes. */
final class Column {

    private final int fact;
    private final Axis axis;
    /** One set for each slot of the axis, and behind them one for facts without a value. */
    private final RowSets rows;

    private final double openness;

    private Column(int fact, Axis axis, RowSets rows, double openness) {
        this.fact = fact;
        this.axis = axis;
        this.rows = rows;
        this.openness = openness;
    }

    /** @param cells those of the rows that take part, in the order in which the rows count */
    static Column of(int fact, FactType type, List<Cell> cells) {
        Axis axis = axis(type, cells);
        RowSets.Builder rows = new RowSets.Builder(cells.size(), axis.slots() + 1);
        for (int row = 0; row < cells.size(); row++) {
            int at = row;
            toggle(cells.get(row), type, axis, slot -> rows.toggle(at, slot));
        }
        return new Column(fact, axis, rows.build(), openness(cells, axis.slots()));
    }

    /** Which share of its rows a value may be expected to leave over, roughly: 0 to 1. */
    double openness() {
        return openness;
    }

    /** A cell that lets anything pass always stays; of the others as many as if values were spread evenly. */
    private static double openness(List<Cell> cells, int slots) {
        double anything =
                cells.stream().filter(cell -> cell.any() || cell.negated()).count();
        return (anything + (cells.size() - anything) / slots) / cells.size();
    }

    /** The rows that do not refuse the fact's value. */
    RowSet rows(FactValues values) {
        Object value = values.value(fact);
        if (value == null) {
            return rows.of(axis.slots());
        } else if (value instanceof Collection<?> texts) {
            return rowsOfSet(texts);
        }
        return rows.of(axis.slot(values, fact));
    }

    /** The value as a table's explanation needs it; null if there is none. */
    @Nullable Object value(FactValues values) {
        return values.value(fact);
    }

    /** A cell that names several of the texts is turned once, not once for each. */
    private RowSet rowsOfSet(Collection<?> texts) {
        if (texts.isEmpty()) {
            return rows.of(axis.slots());
        }
        int only = 0;
        long[] naming = null;
        for (Object text : texts) {
            int slot = ((Axis.Exact) axis).slot((String) text);
            if (slot > 0 && only > 0) {
                naming = naming == null ? naming(only) : naming;
                rows.of(slot).addDifference(rows.of(0), naming);
            }
            only = only > 0 ? only : slot;
        }
        return naming == null ? rows.of(only) : turned(naming);
    }

    private long[] naming(int slot) {
        long[] naming = new long[rows.words()];
        rows.of(slot).addDifference(rows.of(0), naming);
        return naming;
    }

    private RowSet turned(long[] naming) {
        RowSet unnamed = rows.of(0);
        for (int i = 0; i < naming.length; i++) {
            naming[i] ^= unnamed.word(i);
        }
        return new RowSet(naming, new int[0], 0, 0);
    }

    static Axis axis(FactType type, List<Cell> cells) {
        List<Term> terms =
                cells.stream().flatMap(cell -> cell.terms().stream()).distinct().toList();
        if (type == FactType.TEXT_SET || (isText(type) && terms.stream().noneMatch(Column::needsOrder))) {
            return Axis.exact(terms.stream()
                    .filter(Term.Is.class::isInstance)
                    .map(term -> (String) ((Term.Is) term).value())
                    .toList());
        }
        List<Cut> cuts = new ArrayList<>();
        for (Term term : terms) {
            for (Stretch stretch : Stretch.of(type, term)) {
                addIfPresent(stretch.from(), cuts);
                addIfPresent(stretch.until(), cuts);
            }
        }
        return Line.places(type) ? Axis.line(cuts) : Axis.ordered(cuts);
    }

    private static boolean isText(FactType type) {
        return type == FactType.TEXT || type == FactType.ONE_OF;
    }

    private static boolean needsOrder(Term term) {
        return !(term instanceof Term.Is || term instanceof Term.NoValue);
    }

    private static void addIfPresent(@Nullable Cut cut, List<Cut> cuts) {
        if (cut != null) {
            cuts.add(cut);
        }
    }

    /** Tells, in no order, the slots from which on a cell begins or ceases to be passed; behind the axis' slots stands that of no value. */
    static void toggle(Cell cell, FactType type, Axis axis, IntConsumer toggles) {
        int absent = axis.slots();
        if (cell.any()) {
            toggles.accept(0);
            return;
        }
        if (cell.negated()) {
            toggles.accept(0);
        }
        boolean passesAbsent = cell.negated();
        SlotRanges ranges = new SlotRanges();
        for (Term term : cell.terms()) {
            if (term instanceof Term.NoValue) {
                passesAbsent = !cell.negated();
            } else {
                addSlots(type, term, axis, ranges);
            }
        }
        ranges.forEachEnd(toggles);
        if (passesAbsent != cell.negated()) {
            toggles.accept(absent);
        }
    }

    private static void addSlots(FactType type, Term term, Axis axis, SlotRanges ranges) {
        if (axis instanceof Axis.Exact exact) {
            int slot = exact.slot((String) ((Term.Is) term).value());
            ranges.add(slot, slot + 1);
        } else if (axis instanceof Axis.Divided divided) {
            for (Stretch stretch : Stretch.of(type, term)) {
                int from = stretch.from() == null ? 0 : divided.slotFrom(stretch.from());
                int until = stretch.until() == null ? axis.slots() : divided.slotFrom(stretch.until());
                ranges.add(from, until);
            }
        }
    }
}
