package io.stellwerk.rules.index;

import io.stellwerk.engine.route.WeeklyHours;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.Term;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The values that the cells of one column let pass, as ranges of slots: two cells let a value pass in common just if their
 * ranges meet. Not for facts that are sets.
 */
public final class CellSlots {

    /** Facts that every call has. */
    private static final Set<String> ALWAYS_THERE = Set.of(
            "call.callerMatch",
            "call.lineType",
            "call.carrier",
            "call.date",
            "call.time",
            "call.weekday",
            "call.when",
            "call.holiday",
            "hotline",
            "customer.known");

    private final List<int[]> ranges;

    private CellSlots(List<int[]> ranges) {
        this.ranges = ranges;
    }

    /** @throws IllegalArgumentException for a fact that is a set */
    public static CellSlots of(FactField fact, List<Cell> cells) {
        if (fact.type() == FactType.TEXT_SET) {
            throw new IllegalArgumentException("The cells of a set let no ranges of values pass: " + fact.name());
        }
        Optional<Cell> domain = domain(fact);
        List<Cell> all = new ArrayList<>(cells);
        domain.ifPresent(all::add);
        Axis axis = Column.axis(fact.type(), all);
        int[] possible = possible(fact, axis, domain);
        Map<Cell, int[]> known = new HashMap<>();
        List<int[]> ranges = cells.stream()
                .map(cell -> known.computeIfAbsent(cell, each -> meet(passed(each, fact.type(), axis), possible)))
                .toList();
        return new CellSlots(ranges);
    }

    /** Ascending and apart: each from an even place, included, to the odd one behind it, excluded. */
    public int[] ranges(int cell) {
        return ranges.get(cell);
    }

    /** Whether there is a slot in both. */
    public static boolean meets(int[] one, int[] other) {
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            if (Math.max(one[i], other[j]) < Math.min(one[i + 1], other[j + 1])) {
                return true;
            }
            if (one[i + 1] < other[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return false;
    }

    private static int[] meet(int[] one, int[] other) {
        List<Integer> met = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            int from = Math.max(one[i], other[j]);
            int until = Math.min(one[i + 1], other[j + 1]);
            if (from < until) {
                met.add(from);
                met.add(until);
            }
            if (one[i + 1] < other[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return met.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] passed(Cell cell, FactType type, Axis axis) {
        List<Integer> toggles = new ArrayList<>();
        Column.toggle(cell, type, axis, toggles::add);
        int[] sorted = toggles.stream().mapToInt(Integer::intValue).sorted().toArray();
        int[] ends = new int[sorted.length + 1];
        int count = 0;
        for (int toggle : sorted) {
            // Two toggles at one slot undo each other.
            if (count > 0 && ends[count - 1] == toggle) {
                count--;
            } else {
                ends[count++] = toggle;
            }
        }
        if (count % 2 == 1) {
            ends[count++] = axis.slots() + 1;
        }
        return Arrays.copyOf(ends, count);
    }

    /** The slots of values that the fact can have, and if need be that of no value. */
    private static int[] possible(FactField fact, Axis axis, Optional<Cell> domain) {
        int absent = axis.slots();
        int[] present = domain.map(cell -> passed(cell, fact.type(), axis)).orElse(new int[] {0, absent});
        if (ALWAYS_THERE.contains(fact.name())) {
            return present;
        }
        int[] both = Arrays.copyOf(present, present.length + 2);
        both[present.length] = absent;
        both[present.length + 1] = absent + 1;
        return both;
    }

    /** All values that the fact can have, as far as they are limited. */
    private static Optional<Cell> domain(FactField fact) {
        Stream<Term> terms = switch (fact.type()) {
            case ONE_OF -> fact.values().stream().map(Term.Is::new);
            case YES_NO -> Stream.of(new Term.Is(true), new Term.Is(false));
            case WEEKDAY -> Stream.of(DayOfWeek.values()).map(Term.Is::new);
            case TIME -> Stream.of(new Term.Between(LocalTime.MIN, true, LocalTime.MAX, true));
            case SCHEDULE -> Stream.of(new Term.During(WeeklyHours.allDay(WeeklyHours.everyDay())));
            case TEXT, NUMBER, DATE, PHONE_NUMBER, TEXT_SET -> Stream.empty();
        };
        List<Term> listed = terms.toList();
        return listed.isEmpty() ? Optional.empty() : Optional.of(new Cell(listed, false, ""));
    }
}
