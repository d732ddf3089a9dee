package io.stellwerk.rules.space;

import io.stellwerk.engine.customer.CallerMatch;
import io.stellwerk.engine.customer.SeveralMatches;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.index.FactSlots;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of one fact that does not depend on others. */
final class PlainDimension implements Dimension {

    private static final String CUSTOMER = "customer.";
    private static final String KNOWN = "customer.known";
    private static final String MATCH = "call.callerMatch";
    private static final String CARRIER = "call.carrier";

    private static final Set<String> COUNTS = Set.of("customer.dunningLevel", "customer.openComplaints");

    /** What every customer has. */
    private static final Set<String> NEVER_ABSENT = Set.of(
            "customer.id", "customer.value", "customer.status", "customer.dunningLevel", "customer.openComplaints");

    private final FactSlots slots;
    private final Surroundings where;
    private final SlotSet present;

    PlainDimension(FactSlots slots, Surroundings where) {
        this.slots = slots;
        this.where = where;
        SlotSet possible = SlotSet.of(slots.possible());
        this.present = COUNTS.contains(name()) ? counts(possible) : possible;
    }

    private String name() {
        return slots.fact().name();
    }

    /** Where there are whole numbers from 0 on. */
    private SlotSet counts(SlotSet possible) {
        BitSet counts = new BitSet();
        possible.slots()
                .filter(slot -> slots.samples(slot).stream().anyMatch(PlainDimension::isCount))
                .forEach(counts::set);
        return SlotSet.of(counts);
    }

    private static boolean isCount(Object value) {
        BigDecimal number = (BigDecimal) value;
        return number.signum() >= 0
                && number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
    }

    @Override
    public int slots() {
        return slots.count();
    }

    @Override
    public SlotSet domain(World world) {
        String fact = name();
        if (fact.equals(KNOWN)) {
            return SlotSet.one(slots.slot(world == World.CUSTOMER));
        } else if (fact.equals(MATCH)) {
            return matches(world);
        } else if (fact.equals(CARRIER)) {
            return present;
        } else if (!fact.startsWith(CUSTOMER)) {
            return withAbsent(present);
        } else if (world != World.CUSTOMER) {
            return SlotSet.one(slots.absent());
        }
        return NEVER_ABSENT.contains(fact) ? present : withAbsent(present);
    }

    private SlotSet withAbsent(SlotSet set) {
        BitSet both = new BitSet();
        set.slots().forEach(both::set);
        both.set(slots.absent());
        return SlotSet.of(both);
    }

    private SlotSet matches(World world) {
        boolean ambiguousIsNobody = where.tenant().severalMatches() == SeveralMatches.NONE;
        List<CallerMatch> matches = switch (world) {
            case CUSTOMER ->
                ambiguousIsNobody
                        ? List.of(CallerMatch.UNIQUE, CallerMatch.ORGANISATION)
                        : List.of(CallerMatch.UNIQUE, CallerMatch.ORGANISATION, CallerMatch.AMBIGUOUS);
            case STRANGER ->
                ambiguousIsNobody ? List.of(CallerMatch.UNKNOWN, CallerMatch.AMBIGUOUS) : List.of(CallerMatch.UNKNOWN);
            case ANONYMOUS -> List.of(CallerMatch.ANONYMOUS);
        };
        BitSet set = new BitSet();
        matches.forEach(match -> set.set(slots.slot(FactDictionary.code(match))));
        return SlotSet.of(set);
    }

    @Override
    public boolean draw(int slot, int variant, Sketch sketch) {
        if (slot == slots.absent()) {
            return set(sketch, null);
        }
        List<Object> samples = slots.samples(slot).stream()
                .filter(value -> !COUNTS.contains(name()) || isCount(value))
                .toList();
        return !samples.isEmpty() && set(sketch, samples.get(variant % samples.size()));
    }

    private boolean set(Sketch sketch, @Nullable Object value) {
        // Whether there is a customer is the world's.
        if (!name().equals(KNOWN)) {
            sketch.set(name(), value);
        }
        return true;
    }
}
