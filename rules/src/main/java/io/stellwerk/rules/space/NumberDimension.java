package io.stellwerk.rules.space;

import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.rules.index.FactSlots;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.Term;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The calling number with its region, which follows from it; without line types and countries, which it does not tell. */
final class NumberDimension implements Dimension {

    private static final int NOWHERE = -1;

    private final FactSlots slots;
    private final List<String> regions;
    /** For each slot which of the regions it lies in. */
    private final int[] regionOf;

    private final SampleNumbers samples;

    /** @param slots divided by the prefixes of the regions too, if regions matter */
    NumberDimension(FactSlots slots, Surroundings where, SampleNumbers samples, boolean withRegions) {
        this.slots = slots;
        this.samples = samples;
        this.regions = List.copyOf(where.tenant().regions().byName().keySet());
        this.regionOf = new int[slots.count()];
        Arrays.fill(regionOf, NOWHERE);
        if (withRegions) {
            placeRegions(where);
        }
    }

    /** The cell that asks for numbers with a prefix. */
    static Cell cell(NumberPrefix prefix) {
        return new Cell(List.of(new Term.HasPrefix(prefix)), false, "");
    }

    /** Longer prefixes count more, so they come later. */
    private void placeRegions(Surroundings where) {
        record Claim(NumberPrefix prefix, int region) {}
        Stream<Claim> claims = regions.stream()
                .flatMap(name -> Objects.requireNonNull(
                                where.tenant().regions().byName().get(name))
                        .stream()
                        .map(prefix -> new Claim(prefix, regions.indexOf(name))));
        claims.sorted(Comparator.comparingLong(claim -> claim.prefix().digits()))
                .forEach(claim -> SlotSet.of(slots.ranges(cell(claim.prefix())))
                        .slots()
                        .forEach(slot -> regionOf[slot] = claim.region()));
    }

    SlotSet numbers(Cell cell) {
        return SlotSet.of(slots.ranges(cell));
    }

    /** The numbers whose region passes. */
    SlotSet regions(FactSlots regionSlots, Cell cell) {
        SlotSet passing = SlotSet.of(regionSlots.ranges(cell));
        BitSet passed = new BitSet();
        for (int slot = 0; slot < regionOf.length; slot++) {
            String region = regionOf[slot] == NOWHERE ? null : regions.get(regionOf[slot]);
            passed.set(slot, passing.meets(SlotSet.one(regionSlots.slot(region))));
        }
        return SlotSet.of(passed);
    }

    @Override
    public int slots() {
        return slots.count();
    }

    @Override
    public SlotSet domain(World world) {
        return world == World.ANONYMOUS ? SlotSet.one(slots.absent()) : SlotSet.of(slots.possible());
    }

    @Override
    public boolean draw(int slot, int variant, Sketch sketch) {
        if (slot == slots.absent()) {
            return true;
        }
        List<PhoneNumber> numbers = Stream.concat(
                        samples.ordinaryAndElsewhere().filter(each -> slots.slot(each) == slot),
                        slots.samples(slot).stream().map(PhoneNumber.class::cast))
                .filter(samples::isReadAsItStands)
                .limit(variant + 1L)
                .toList();
        if (!numbers.isEmpty()) {
            sketch.number(numbers.get(variant % numbers.size()));
        }
        return !numbers.isEmpty();
    }
}
