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
import org.jspecify.annotations.Nullable;

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
    /** Null for a combination that may occur, though no candidate shows it. */
    private final List<@Nullable Consumer<Sketch>> drawings;

    private final Map<World, SlotSet> domains;

    private JointDimension(List<int[]> slots, List<@Nullable Consumer<Sketch>> drawings, Map<World, SlotSet> domains) {
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
        Consumer<Sketch> drawing = drawings.get(slot);
        if (drawing != null) {
            drawing.accept(sketch);
        }
        return drawing != null;
    }

    /** Collects the slots. */
    static final class Builder {

        private final Sketches sketches;
        private final List<Aspect> aspects;
        private final Map<List<Integer>, Integer> known = new HashMap<>();
        private final List<int[]> slots = new ArrayList<>();
        private final List<@Nullable Consumer<Sketch>> drawings = new ArrayList<>();
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
            add(aspects.stream().mapToInt(aspect -> aspect.of(facts)).toArray(), drawing, alsoIn);
        }

        /** A combination that may occur. */
        void addPossible(int[] answers, Set<World> worlds) {
            add(answers, null, worlds);
        }

        private void add(int[] answers, @Nullable Consumer<Sketch> drawing, Set<World> worlds) {
            int slot = known.computeIfAbsent(Arrays.stream(answers).boxed().toList(), fresh -> {
                slots.add(answers);
                drawings.add(drawing);
                return slots.size() - 1;
            });
            worlds.forEach(world ->
                    domains.computeIfAbsent(world, fresh -> new BitSet()).set(slot));
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
