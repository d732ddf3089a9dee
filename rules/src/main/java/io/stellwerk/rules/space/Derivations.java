package io.stellwerk.rules.space;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Segments do not come by themselves: who wants a call with one needs a row that derives it, and who wants a call without
 * must keep away from all of them.
 */
final class Derivations {

    /** What became of the wish to have a call with just these segments. */
    enum Outcome {
        FOUND,
        /** There is no such call. */
        IMPOSSIBLE,
        UNDECIDED
    }

    private record Source(Box box, boolean sure) {}

    private final Space space;
    /** By world and the segment's dimension. */
    private final Map<World, Map<Integer, List<Source>>> sources = new EnumMap<>(World.class);

    /** Whether all derivations are known, so that a segment without one is never there. */
    private final boolean complete;

    private final Set<Integer> unclear = new HashSet<>();

    /** @param complete whether these are all */
    Derivations(Space space, Collection<Derivation> derivations, boolean complete) {
        this.space = space;
        this.complete = complete;
        for (World world : World.values()) {
            Map<Integer, List<Source>> bySegment = new HashMap<>();
            for (Derivation derivation : derivations) {
                add(derivation, world, bySegment);
            }
            sources.put(world, bySegment);
        }
    }

    private void add(Derivation derivation, World world, Map<Integer, List<Source>> bySegment) {
        for (OptionalInt dimension : List.of(space.segment(derivation.segment()), space.anySegment())) {
            if (dimension.isEmpty()) {
                continue;
            }
            if (!derivation.shape().exact()) {
                unclear.add(dimension.getAsInt());
            }
            for (Box box : derivation.shape().boxes()) {
                Box inWorld = space.in(world, box);
                if (inWorld != null) {
                    bySegment
                            .computeIfAbsent(dimension.getAsInt(), fresh -> new ArrayList<>())
                            .add(new Source(inWorld, derivation.sure()));
                }
            }
        }
    }

    /**
     * Narrows a box down to calls that have the segments it asks for, and none that it forbids.
     *
     * @param willDo told each way to do so, until one will do
     */
    Outcome settle(Box box, World world, Steps steps, Predicate<Box> willDo) {
        return new Settling(world, steps, willDo).settle(box);
    }

    private boolean isSegment(int dimension) {
        return space.segmentDimensions().contains(dimension)
                || space.anySegment().equals(OptionalInt.of(dimension));
    }

    private List<Source> sources(World world, int segment) {
        return sources.getOrDefault(world, Map.of()).getOrDefault(segment, List.of());
    }

    private final class Settling {

        private final World world;
        private final Steps steps;
        private final Predicate<Box> willDo;
        private boolean undecided;

        Settling(World world, Steps steps, Predicate<Box> willDo) {
            this.world = world;
            this.steps = steps;
            this.willDo = willDo;
        }

        Outcome settle(Box box) {
            return search(box, Map.of()) ? Outcome.FOUND : undecided ? Outcome.UNDECIDED : Outcome.IMPOSSIBLE;
        }

        /** @param reasons the segments that are there, each with those that its row builds on */
        private boolean search(Box box, Map<Integer, Set<Integer>> reasons) {
            steps.take(1);
            if (steps.spent()) {
                undecided = true;
                return false;
            }
            for (int i = 0; i < box.size(); i++) {
                int dimension = box.dimension(i);
                boolean wanted = isSegment(dimension) && box.sideAt(i).equals(SwitchDimension.ON);
                if (wanted && !reasons.containsKey(dimension)) {
                    return derive(dimension, box, reasons);
                }
            }
            return avoid(box, reasons);
        }

        /** Tries every row that derives the segment. */
        private boolean derive(int segment, Box box, Map<Integer, Set<Integer>> reasons) {
            undecided |= !complete || unclear.contains(segment);
            for (Source source : sources(world, segment)) {
                Set<Integer> needs = segmentsIn(source.box(), SwitchDimension.ON);
                Box both = isReasonForItself(segment, needs, reasons) ? null : box.and(source.box());
                if (both != null) {
                    Map<Integer, Set<Integer>> more = new HashMap<>(reasons);
                    more.put(segment, needs);
                    if (search(both, more)) {
                        return true;
                    }
                }
            }
            return false;
        }

        private boolean isReasonForItself(int segment, Set<Integer> needs, Map<Integer, Set<Integer>> reasons) {
            Set<Integer> seen = new HashSet<>();
            Deque<Integer> open = new ArrayDeque<>(needs);
            while (!open.isEmpty()) {
                int next = open.pop();
                if (next == segment) {
                    return true;
                }
                if (seen.add(next)) {
                    open.addAll(reasons.getOrDefault(next, Set.of()));
                }
            }
            return false;
        }

        /** Keeps away from the rows that derive what must not be there. */
        private boolean avoid(Box box, Map<Integer, Set<Integer>> reasons) {
            List<Cover> covers = new ArrayList<>();
            boolean sure = complete;
            for (int segment : segmentsIn(box, SwitchDimension.OFF)) {
                sure &= !unclear.contains(segment);
                for (Source source : sources(world, segment)) {
                    if (source.box().meets(box)) {
                        covers.add(new Cover(source.box(), Cover.NOBODY));
                        sure &= source.sure();
                    }
                }
            }
            if (covers.isEmpty()) {
                boolean done = willDo.test(box);
                undecided |= !done;
                return done;
            }
            Cutting cutting = new Cutting(space, world, steps, piece -> search(piece, reasons));
            boolean found = cutting.outside(box, covers);
            undecided |= !found && (!sure || cutting.givenUp());
            return found;
        }

        private Set<Integer> segmentsIn(Box box, SlotSet side) {
            Set<Integer> segments = new HashSet<>();
            for (int i = 0; i < box.size(); i++) {
                if (isSegment(box.dimension(i)) && box.sideAt(i).equals(side)) {
                    segments.add(box.dimension(i));
                }
            }
            return segments;
        }
    }
}
