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
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A fact's values, divided into slots that no cell of a rule set divides further: what is true of one value of a slot is
 * true of all. Behind the slots of values stands that of no value. Not for facts that are sets. Not for several threads.
 */
public final class FactSlots {

    private final FactField fact;
    private final Axis axis;
    private final Map<Cell, int[]> ranges = new HashMap<>();

    private FactSlots(FactField fact, Axis axis) {
        this.fact = fact;
        this.axis = axis;
    }

    /**
     * @param cells all that test the fact
     * @throws IllegalArgumentException for a fact that is a set
     */
    public static FactSlots of(FactField fact, Collection<Cell> cells) {
        if (fact.type() == FactType.TEXT_SET) {
            throw new IllegalArgumentException("A set has no place among slots: " + fact.name());
        }
        List<Cell> all = new ArrayList<>(new LinkedHashSet<>(cells));
        domain(fact).ifPresent(all::add);
        return new FactSlots(fact, Column.axis(fact.type(), all));
    }

    public FactField fact() {
        return fact;
    }

    /** With that of no value. */
    public int count() {
        return axis.slots() + 1;
    }

    /** The slot of no value. */
    public int absent() {
        return axis.slots();
    }

    /** Where a value of the fact belongs. */
    public int slot(@Nullable Object value) {
        return value == null ? absent() : axis.slotOf(value);
    }

    /**
     * The slots that a cell lets pass, ascending and apart: each range from an even place, included, to the odd one behind
     * it, excluded. The cell is one of those that the slots were made for.
     */
    public int[] ranges(Cell cell) {
        return ranges.computeIfAbsent(cell, this::passed);
    }

    /** The slots of the values that the fact can have by its type, without that of no value. */
    public int[] possible() {
        return domain(fact).map(this::passed).orElse(new int[] {0, absent()});
    }

    /** Some values of a slot, the plainest first; none in the slot of no value, or if none was found. */
    public List<Object> samples(int slot) {
        if (slot == absent()) {
            return List.of();
        }
        return Samples.of(fact, axis, slot).stream()
                .filter(value -> slot(value) == slot)
                .distinct()
                .toList();
    }

    private int[] passed(Cell cell) {
        List<Integer> toggles = new ArrayList<>();
        Column.toggle(cell, fact.type(), axis, toggles::add);
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
