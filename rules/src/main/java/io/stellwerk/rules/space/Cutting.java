package io.stellwerk.rules.space;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the part of a box that lies outside of all covers: takes away one cover after the other, each time going on
 * with the pieces that stick out of it.
 */
final class Cutting {

    /** Cuts within cuts; more would endanger the stack. */
    private static final int DEEPEST = 400;

    private final World world;
    private final Space space;
    private final Steps steps;
    private final Predicate<Box> found;
    private final BitSet owners = new BitSet();
    private boolean givenUp;

    /** @param found told each piece that is outside; true if it will do */
    Cutting(Space space, World world, Steps steps, Predicate<Box> found) {
        this.space = space;
        this.world = world;
        this.steps = steps;
        this.found = found;
    }

    /** Whether the allowed steps were spent before all was looked at. */
    boolean givenUp() {
        return givenUp;
    }

    /** Those whose covers were made use of. */
    BitSet owners() {
        return owners;
    }

    /** Whether a piece was found that will do; all covers meet the box, and are as {@link Space#in} leaves them. */
    boolean outside(Box box, List<Cover> covers) {
        return outside(box, covers, 0);
    }

    private boolean outside(Box whole, List<Cover> all, int depth) {
        Box box = whole;
        List<Cover> covers = all;
        while (!covers.isEmpty()) {
            steps.take(1 + covers.size());
            if (steps.spent() || depth > DEEPEST) {
                givenUp = true;
                return false;
            }
            Cover best = covers.get(0);
            int fewest = Integer.MAX_VALUE;
            Box left = box;
            for (Cover cover : covers) {
                int sticking = sidesOutside(box, cover.box());
                if (sticking < fewest) {
                    best = cover;
                    fewest = sticking;
                }
                if (sticking <= 1) {
                    use(cover);
                    left = sticking == 0 ? null : left == null ? null : without(left, cover.box());
                    if (left == null) {
                        return false;
                    }
                }
            }
            if (fewest > 1) {
                return cut(box, best, covers, depth);
            }
            box = left;
            covers = meeting(box, covers);
        }
        steps.take(1);
        return found.test(box);
    }

    private void use(Cover cover) {
        if (cover.owner() != Cover.NOBODY) {
            owners.set(cover.owner());
        }
    }

    /** What is left of a box that sticks out in one dimension; null if nothing is, after other covers were taken away. */
    private @Nullable Box without(Box box, Box cover) {
        for (int i = 0; i < cover.size(); i++) {
            int dimension = cover.dimension(i);
            SlotSet side = space.side(box, dimension, world);
            SlotSet sticking = side.minus(cover.sideAt(i));
            if (sticking.isEmpty()) {
                continue;
            }
            return box.with(dimension, sticking);
        }
        return null;
    }

    private boolean cut(Box box, Cover taken, List<Cover> covers, int depth) {
        use(taken);
        Box rest = box;
        for (int i = 0; i < taken.box().size(); i++) {
            int dimension = taken.box().dimension(i);
            SlotSet side = space.side(rest, dimension, world);
            SlotSet sticking = side.minus(taken.box().sideAt(i));
            if (!sticking.isEmpty()) {
                Box piece = rest.with(dimension, sticking);
                if (outside(piece, meeting(piece, covers), depth + 1)) {
                    return true;
                }
                if (givenUp) {
                    return false;
                }
                rest = rest.with(dimension, side.and(taken.box().sideAt(i)));
            }
        }
        return false;
    }

    private static List<Cover> meeting(Box box, List<Cover> covers) {
        List<Cover> meeting = new ArrayList<>();
        for (Cover cover : covers) {
            if (cover.box().meets(box)) {
                meeting.add(cover);
            }
        }
        return meeting;
    }

    /** In how many dimensions the box sticks out of another. */
    private static int sidesOutside(Box box, Box other) {
        int sticking = 0;
        for (int i = 0; i < other.size(); i++) {
            SlotSet side = box.side(other.dimension(i));
            if (side == null || !other.sideAt(i).contains(side)) {
                sticking++;
            }
        }
        return sticking;
    }
}
