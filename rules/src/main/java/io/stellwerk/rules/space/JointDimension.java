package io.stellwerk.rules.space;

import io.stellwerk.engine.fact.Facts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;

/**
 * Facts that follow from one thing, such as all that the instant of a call tells. Its slots are the combinations of their
 * values that occur among candidates: each candidate is drawn, and read as the rules will read it.
 */
final class JointDimension implements Dimension {

    /** One thing to be known about a call. */
    interface Aspect {

        /** A number for each of the answers, from 0. */
        int of(Facts facts);
    }

    private final List<int[]> slots;
    /** Some candidates for each; none for a combination that may occur, though no candidate shows it. */
    private final List<List<Consumer<Sketch>>> drawings;

    private final Map<World, SlotSet> domains;

    private JointDimension(List<int[]> slots, List<List<Consumer<Sketch>>> drawings, Map<World, SlotSet> domains) {
        this.slots = slots;
        this.drawings = drawings;
        this.domains = domains;
    }

    /** The slots where an aspect has certain answers. */
    SlotSet where(int aspect, IntPredicate answer) {
        BitSet found = new BitSet();
        for (int slot = 0; slot < slots.size(); slot++) {
            found.set(slot, answer.test(slots.get(slot)[aspect]));
        }
        return SlotSet.of(found);
    }

    @Override
    public int slots() {
        return slots.size();
    }

    @Override
    public SlotSet domain(World world) {
        return domains.getOrDefault(world, SlotSet.NONE);
    }

    @Override
    public boolean draw(int slot, int variant, Sketch sketch) {
        List<Consumer<Sketch>> known = drawings.get(slot);
        if (!known.isEmpty()) {
            known.get(variant % known.size()).accept(sketch);
        }
        return !known.isEmpty();
    }

    /** Collects the slots. */
    static final class Builder {

        /** Candidates of one slot that are worth keeping. */
        private static final int KEPT = 8;

        private final Sketches sketches;
        private final List<Aspect> aspects;
        private final Map<List<Integer>, Integer> known = new HashMap<>();
        private final List<int[]> slots = new ArrayList<>();
        private final List<List<Consumer<Sketch>>> drawings = new ArrayList<>();
        private final Map<World, BitSet> domains = new EnumMap<>(World.class);

        Builder(Sketches sketches, List<Aspect> aspects) {
            this.sketches = sketches;
            this.aspects = aspects;
        }

        /** Draws a call in one world; what is found holds in some others as well. */
        void add(Consumer<Sketch> drawing, World world, Set<World> alsoIn) {
            Sketch sketch = sketches.begin(world);
            drawing.accept(sketch);
            Facts facts = sketches.where().facts(sketch.witness());
            int slot =
                    slot(aspects.stream().mapToInt(aspect -> aspect.of(facts)).toArray(), alsoIn);
            if (drawings.get(slot).size() < KEPT) {
                drawings.get(slot).add(drawing);
            }
        }

        /** A combination that may occur. */
        void addPossible(int[] answers, Set<World> worlds) {
            int unused = slot(answers, worlds);
        }

        private int slot(int[] answers, Set<World> worlds) {
            int slot = known.computeIfAbsent(Arrays.stream(answers).boxed().toList(), fresh -> {
                slots.add(answers);
                drawings.add(new ArrayList<>());
                return slots.size() - 1;
            });
            worlds.forEach(world ->
                    domains.computeIfAbsent(world, fresh -> new BitSet()).set(slot));
            return slot;
        }

        List<int[]> answers() {
            return List.copyOf(slots);
        }

        JointDimension build() {
            Map<World, SlotSet> sets = new EnumMap<>(World.class);
            domains.forEach((world, set) -> sets.put(world, SlotSet.of(set)));
            return new JointDimension(slots, drawings, sets);
        }
    }
}
