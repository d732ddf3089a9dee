package io.stellwerk.rules.space;

import io.stellwerk.engine.route.Hotline;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.formula.Formula;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.Term;
import io.stellwerk.rules.witness.Witness;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All calls that a rule set can tell apart, with their dimensions. Conditions become {@link Shape}s in it. Not for several
 * threads.
 */
public final class Space {

    /** Boxes that one condition may fall apart into; more are not looked at. */
    static final int MOST_BOXES = 64;

    /** Slots of one side that are tried until a call can be drawn. */
    private static final int MOST_TRIED = 2_000;

    /** How one fact is asked for. */
    private interface View {

        List<Box> boxes(Cell cell, boolean positive);
    }

    private final Sketches sketches;
    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<Map<World, SlotSet>> domains = new ArrayList<>();
    private final Map<String, View> views = new HashMap<>();
    private final Map<TextTest, Box> textTests = new HashMap<>();
    private final Map<Formula, Integer> others = new HashMap<>();
    private final Map<Condition, Box> windows = new HashMap<>();
    /** What no call is: a set that is empty and has a member. */
    private final List<Box> impossible = new ArrayList<>();

    private final Map<String, Integer> segments = new LinkedHashMap<>();
    private OptionalInt anySegment = OptionalInt.empty();
    private final Map<Hotline, Box> hotlines = new LinkedHashMap<>();
    private boolean exhaustive = true;

    private Space(Surroundings where) {
        this.sketches = new Sketches(where);
    }

    /** @param conditions all that will be asked about */
    public static Space of(Surroundings where, Collection<Condition> conditions) {
        Space space = new Space(where);
        new SpaceBuilder(space, where, Tests.of(conditions)).build();
        return space;
    }

    /** The calls of which a condition is true; to be asked about only if it was named when the space was made. */
    public Shape shape(Condition condition) {
        try {
            List<Box> boxes = boxes(condition.formula(), true);
            if (condition.limited()) {
                Condition window = new Condition(Formula.ALWAYS, condition.from(), condition.until());
                boxes = product(boxes, List.of(windows.get(window)));
            }
            return new Shape(boxes, true);
        } catch (TooManyBoxes tooMany) {
            return new Shape(List.of(), false);
        }
    }

    /** All calls of a hotline. */
    public Shape shape(Hotline hotline) {
        return new Shape(Stream.ofNullable(hotlines.get(hotline)).toList(), true);
    }

    /** The calls of one shape that are not of some others; not exact if that is too much to be looked at. */
    public Shape minus(Shape shape, List<Shape> others) {
        List<Box> left = shape.boxes();
        for (Shape other : others) {
            for (Box taken : other.boxes()) {
                List<Box> pieces = new ArrayList<>();
                left.forEach(box -> addPieces(box, taken, pieces));
                left = pieces;
                if (left.size() > MOST_BOXES) {
                    return new Shape(List.of(), false);
                }
            }
        }
        return new Shape(left, shape.exact() && others.stream().allMatch(Shape::exact));
    }

    private void addPieces(Box box, Box taken, List<Box> pieces) {
        if (!box.meets(taken)) {
            pieces.add(box);
            return;
        }
        Box rest = box;
        for (int i = 0; i < taken.size(); i++) {
            int dimension = taken.dimension(i);
            SlotSet named = rest.side(dimension);
            SlotSet side =
                    named == null ? SlotSet.first(dimensions.get(dimension).slots()) : named;
            SlotSet sticking = side.minus(taken.sideAt(i));
            if (!sticking.isEmpty()) {
                pieces.add(rest.with(dimension, sticking));
                rest = rest.with(dimension, side.and(taken.sideAt(i)));
            }
        }
    }

    /** Whether every call has a place in the space, so that what is nowhere in it does not exist. */
    boolean exhaustive() {
        return exhaustive;
    }

    SlotSet domain(int dimension, World world) {
        return domains.get(dimension).getOrDefault(world, SlotSet.NONE);
    }

    List<Box> impossible() {
        return impossible;
    }

    /** The dimension that tells whether a segment is there; empty if no condition asks. */
    OptionalInt segment(String name) {
        Integer dimension = segments.get(name);
        return dimension == null ? OptionalInt.empty() : OptionalInt.of(dimension);
    }

    /** The dimension that tells whether any segment is there; empty if no condition asks. */
    OptionalInt anySegment() {
        return anySegment;
    }

    Collection<Integer> segmentDimensions() {
        return segments.values();
    }

    /**
     * What of a box there is in a world, without the sides that are as wide as the world.
     *
     * @return null if there is nothing
     */
    @Nullable Box in(World world, Box box) {
        Box result = Box.ALL;
        for (int i = 0; i < box.size(); i++) {
            SlotSet domain = domain(box.dimension(i), world);
            SlotSet side = box.sideAt(i).and(domain);
            if (side.isEmpty()) {
                return null;
            }
            if (!side.contains(domain)) {
                result = result.with(box.dimension(i), side);
            }
        }
        return result;
    }

    /** The slots of a box in a world. */
    SlotSet side(Box box, int dimension, World world) {
        SlotSet side = box.side(dimension);
        return side == null ? domain(dimension, world) : side;
    }

    /**
     * A call out of a box; empty if it is not known how to draw one. What follows from the rest may be different.
     *
     * @param variant which of several, from 0, the plainest
     */
    Optional<Witness> draw(Box box, World world, int variant) {
        Sketch sketch = sketches.begin(world);
        for (int i = 0; i < box.size(); i++) {
            Dimension dimension = dimensions.get(box.dimension(i));
            int shift = variant * (i + 1);
            int[] slots = box.sideAt(i).slots().limit(MOST_TRIED).toArray();
            boolean drawn = false;
            for (int j = 0; j < slots.length && !drawn; j++) {
                drawn = dimension.draw(slots[(j + shift) % slots.length], variant, sketch);
            }
            if (!drawn) {
                return Optional.empty();
            }
        }
        return Optional.of(sketch.witness());
    }

    int add(Dimension dimension) {
        dimensions.add(dimension);
        Map<World, SlotSet> byWorld = new HashMap<>();
        for (World world : World.values()) {
            byWorld.put(world, dimension.domain(world));
        }
        domains.add(byWorld);
        return dimensions.size() - 1;
    }

    Sketches sketches() {
        return sketches;
    }

    void notExhaustive() {
        exhaustive = false;
    }

    void view(String fact, int dimension, Function<Cell, SlotSet> sides) {
        Map<Cell, SlotSet> known = new HashMap<>();
        SlotSet all = SlotSet.first(dimensions.get(dimension).slots());
        views.put(fact, (cell, positive) -> {
            SlotSet side = known.computeIfAbsent(cell, sides);
            return box(dimension, positive ? side : all.minus(side), all);
        });
    }

    /** @param any the dimension that tells whether the set has members */
    void viewSet(String fact, Map<String, Integer> members, OptionalInt any) {
        any.ifPresent(dimension -> members.values()
                .forEach(member ->
                        impossible.add(Box.of(member, SwitchDimension.ON).with(dimension, SwitchDimension.OFF))));
        views.put(fact, (cell, positive) -> setBoxes(cell, positive != cell.negated(), members, any));
    }

    void segments(Map<String, Integer> members, OptionalInt any) {
        segments.putAll(members);
        anySegment = any;
    }

    void textTest(TextTest test, int dimension, SlotSet side) {
        textTests.put(test, Box.of(dimension, side));
    }

    void window(Condition window, int dimension, SlotSet side) {
        windows.put(window, Box.of(dimension, side));
    }

    void hotline(Hotline hotline, int dimension, SlotSet side) {
        hotlines.put(hotline, Box.of(dimension, side));
    }

    private static List<Box> box(int dimension, SlotSet side, SlotSet all) {
        if (side.isEmpty()) {
            return List.of();
        }
        return List.of(side.contains(all) ? Box.ALL : Box.of(dimension, side));
    }

    private static List<Box> setBoxes(Cell cell, boolean some, Map<String, Integer> members, OptionalInt any) {
        List<Box> found = new ArrayList<>();
        Box none = Box.ALL;
        for (Term term : cell.terms()) {
            int dimension = term instanceof Term.Is is
                    ? Objects.requireNonNull(members.get((String) is.value()))
                    : any.orElseThrow();
            SlotSet holds = term instanceof Term.Is ? SwitchDimension.ON : SwitchDimension.OFF;
            found.add(Box.of(dimension, holds));
            none = none.with(dimension, term instanceof Term.Is ? SwitchDimension.OFF : SwitchDimension.ON);
        }
        return some ? found : List.of(none);
    }

    private List<Box> boxes(Formula formula, boolean positive) throws TooManyBoxes {
        if (formula instanceof Formula.Not not) {
            return boxes(not.formula(), !positive);
        } else if (formula instanceof Formula.All all) {
            return positive ? product(all.parts(), true) : union(all.parts(), false);
        } else if (formula instanceof Formula.Any any) {
            return positive ? union(any.parts(), true) : product(any.parts(), false);
        } else if (formula instanceof Formula.Test test) {
            return test.cell().any()
                    ? positive ? List.of(Box.ALL) : List.of()
                    : Objects.requireNonNull(views.get(test.fact().name())).boxes(test.cell(), positive);
        }
        return leaf(formula, positive);
    }

    /** What cells cannot say. */
    private List<Box> leaf(Formula formula, boolean positive) throws TooManyBoxes {
        Box known = TextTest.of(formula).map(textTests::get).orElse(null);
        if (known == null) {
            int dimension = others.computeIfAbsent(formula, fresh -> add(SwitchDimension.following()));
            return positive
                    ? product(presence(formula), List.of(Box.of(dimension, SwitchDimension.ON)))
                    : List.of(Box.of(dimension, SwitchDimension.OFF));
        }
        int dimension = known.dimension(0);
        SlotSet all = SlotSet.first(dimensions.get(dimension).slots());
        return box(dimension, positive ? known.sideAt(0) : all.minus(known.sideAt(0)), all);
    }

    /** A relation between facts is false where one has no value. */
    private List<Box> presence(Formula formula) throws TooManyBoxes {
        List<Box> boxes = List.of(Box.ALL);
        for (FactField fact : formula.facts().toList()) {
            boxes = product(
                    boxes, Objects.requireNonNull(views.get(fact.name())).boxes(Tests.SOME, true));
        }
        return boxes;
    }

    private List<Box> union(List<Formula> parts, boolean positive) throws TooManyBoxes {
        List<Box> union = new ArrayList<>();
        for (Formula part : parts) {
            union.addAll(boxes(part, positive));
            TooManyBoxes.refuse(union.size());
        }
        return union;
    }

    private List<Box> product(List<Formula> parts, boolean positive) throws TooManyBoxes {
        List<Box> product = List.of(Box.ALL);
        for (Formula part : parts) {
            product = product(product, boxes(part, positive));
        }
        return product;
    }

    private static List<Box> product(List<Box> one, List<Box> other) throws TooManyBoxes {
        if (one.size() == 1 && one.get(0).equals(Box.ALL)) {
            return other;
        }
        List<Box> product = new ArrayList<>();
        for (Box left : one) {
            for (Box right : other) {
                Box both = left.and(right);
                if (both != null) {
                    product.add(both);
                }
            }
            TooManyBoxes.refuse(product.size());
        }
        return product;
    }

    /** The condition is too large to be looked at. */
    private static final class TooManyBoxes extends Exception {
        private static final long serialVersionUID = 1;

        private TooManyBoxes() {
            super(null, null, false, false);
        }

        static void refuse(int boxes) throws TooManyBoxes {
            if (boxes > MOST_BOXES) {
                throw new TooManyBoxes();
            }
        }
    }
}
