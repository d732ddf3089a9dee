package io.stellwerk.rules.check;

import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.index.CellSlots;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.Row;
import io.stellwerk.rules.table.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Proves that at most one row of a UNIQUE table matches any call, with each fact taken for itself.
 *
 * <p>Rows are boxes with a side for each condition. Those that share a slot of one column are compared in the next, so
 * that rows apart are never compared one by one; the number of steps is bounded, and beyond it the table is undecided.
 */
final class OverlapCheck {

    /** About a second. */
    private static final int STEPS = 20_000_000;

    private static final int TOLD = 10;
    private static final int FEW = 8;

    private final DecisionTable table;
    private final Findings findings;
    private final List<Row> rows;
    /** For each condition on single values the ranges of its cells. */
    private final List<CellSlots> slots = new ArrayList<>();

    /** The conditions on sets. */
    private final List<Integer> sets = new ArrayList<>();

    private final Set<Long> told = new HashSet<>();
    private final int allowedSteps;
    private int steps;

    OverlapCheck(DecisionTable table, Findings findings) {
        this(table, findings, STEPS);
    }

    OverlapCheck(DecisionTable table, Findings findings, int allowedSteps) {
        this.allowedSteps = allowedSteps;
        this.table = table;
        this.findings = findings;
        this.rows = table.rows().stream().filter(Row::enabled).toList();
    }

    void run() {
        if (table.hitPolicy() != HitPolicy.UNIQUE) {
            return;
        }
        for (int i = 0; i < table.conditions().size(); i++) {
            int column = i;
            List<Cell> cells = rows.stream().map(row -> row.cells().get(column)).toList();
            if (table.conditions().get(i).fact().type() == FactType.TEXT_SET) {
                sets.add(i);
            } else {
                slots.add(CellSlots.of(table.conditions().get(i).fact(), cells));
            }
        }
        int[] all = new int[rows.size()];
        Arrays.setAll(all, row -> row);
        compare(all, new BitSet());
        if (steps > allowedSteps && told.isEmpty()) {
            findings.add(FindingCode.OVERLAP_UNDECIDED.at(
                    Place.of(table.file()),
                    "Whether two rows of this UNIQUE table can match one call was not decided within " + allowedSteps
                            + " steps.",
                    "Take the hit policy FIRST, or split the table."));
        }
    }

    private boolean enough() {
        return steps > allowedSteps || told.size() >= TOLD;
    }

    /** @param used columns in which these rows share a slot already */
    private void compare(int[] some, BitSet used) {
        steps += some.length;
        if (some.length < 2 || enough()) {
            return;
        }
        if (some.length <= FEW) {
            compareEach(some);
            return;
        }
        List<int[]> best = List.of();
        int bestColumn = -1;
        int bestSize = some.length;
        for (int column = used.nextClearBit(0); column < slots.size(); column = used.nextClearBit(column + 1)) {
            List<int[]> groups = groups(some, slots.get(column));
            int size = groups.stream().mapToInt(group -> group.length).max().orElse(0);
            if (size < bestSize) {
                best = groups;
                bestColumn = column;
                bestSize = size;
            }
        }
        if (bestColumn < 0) {
            compareEach(some);
            return;
        }
        BitSet next = (BitSet) used.clone();
        next.set(bestColumn);
        best.forEach(group -> compare(group, next));
    }

    /** The largest groups of rows that share a slot: a group ends where one of its rows ends, if one has come since the last. */
    private List<int[]> groups(int[] some, CellSlots column) {
        List<long[]> ends = new ArrayList<>();
        for (int row : some) {
            int[] ranges = column.ranges(row);
            for (int i = 0; i < ranges.length; i++) {
                // Of one slot the ends come first.
                ends.add(new long[] {((long) ranges[i] << 1) + (i % 2 == 0 ? 1 : 0), row});
            }
        }
        steps += ends.size();
        ends.sort((a, b) -> Long.compare(a[0], b[0]));
        List<int[]> groups = new ArrayList<>();
        BitSet open = new BitSet();
        int count = 0;
        boolean grown = false;
        for (long[] end : ends) {
            if ((end[0] & 1) == 1) {
                open.set((int) end[1]);
                count++;
                grown = true;
            } else {
                if (grown && count > 1) {
                    groups.add(open.stream().toArray());
                    steps += count;
                }
                grown = false;
                open.clear((int) end[1]);
                count--;
            }
            if (steps > allowedSteps) {
                break;
            }
        }
        return groups;
    }

    private void compareEach(int[] some) {
        for (int i = 0; i < some.length && !enough(); i++) {
            for (int j = i + 1; j < some.length && !enough(); j++) {
                steps += slots.size() + sets.size();
                if (overlap(some[i], some[j])) {
                    tell(some[i], some[j]);
                }
            }
        }
    }

    private boolean overlap(int one, int other) {
        for (CellSlots column : slots) {
            if (!CellSlots.meets(column.ranges(one), column.ranges(other))) {
                return false;
            }
        }
        return sets.stream()
                .allMatch(column -> SetCells.meet(
                        rows.get(one).cells().get(column),
                        rows.get(other).cells().get(column)));
    }

    private void tell(int one, int other) {
        if (told.add((long) one * rows.size() + other)) {
            Row first = rows.get(one);
            Row second = rows.get(other);
            findings.add(FindingCode.OVERLAPPING_ROWS.at(
                    Place.at(table.file(), second.line(), 0).in(second.id(), ""),
                    "A call can match this row and the row '" + first.id() + "' in line " + first.line()
                            + ", but the hit policy is UNIQUE.",
                    "Narrow one of the two, or take the hit policy FIRST."));
        }
    }

    /** Cells on facts that are sets. */
    private static final class SetCells {

        /** Whether a set can pass both. */
        static boolean meet(Cell one, Cell other) {
            if (one.any() || other.any()) {
                return true;
            } else if (one.negated() && other.negated()) {
                // A set of something that neither names.
                return true;
            } else if (one.negated() || other.negated()) {
                Cell asks = one.negated() ? other : one;
                Cell denies = one.negated() ? one : other;
                return asks.terms().stream().anyMatch(term -> !denies.terms().contains(term));
            }
            boolean both = asksForText(one) && asksForText(other);
            return both || (asksForNothing(one) && asksForNothing(other));
        }

        private static boolean asksForText(Cell cell) {
            return cell.terms().stream().anyMatch(Term.Is.class::isInstance);
        }

        private static boolean asksForNothing(Cell cell) {
            return cell.terms().contains(new Term.NoValue());
        }
    }
}
