package io.stellwerk.rules.space;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The calls that lie in some slots of some dimensions, and anywhere in the others. Never empty, as far as the dimensions
 * that it names go. Immutable.
 */
final class Box {

    /** All calls. */
    static final Box ALL = new Box(new int[0], new SlotSet[0]);

    /** Ascending. */
    private final int[] dimensions;

    private final SlotSet[] sides;

    private Box(int[] dimensions, SlotSet[] sides) {
        this.dimensions = dimensions;
        this.sides = sides;
    }

    static Box of(int dimension, SlotSet side) {
        return new Box(new int[] {dimension}, new SlotSet[] {side});
    }

    int size() {
        return dimensions.length;
    }

    /** The so-manyth dimension that it names, ascending. */
    int dimension(int at) {
        return dimensions[at];
    }

    SlotSet sideAt(int at) {
        return sides[at];
    }

    /** Null where the box is as wide as the space. */
    @Nullable SlotSet side(int dimension) {
        int at = Arrays.binarySearch(dimensions, dimension);
        return at < 0 ? null : sides[at];
    }

    boolean meets(Box other) {
        int i = 0;
        int j = 0;
        while (i < dimensions.length && j < other.dimensions.length) {
            int order = dimensions[i] - other.dimensions[j];
            if (order == 0 && !sides[i].meets(other.sides[j])) {
                return false;
            }
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return true;
    }

    /** Whether this box has all calls of the other; it names no dimension as wide as the space. */
    boolean contains(Box other) {
        int j = 0;
        for (int i = 0; i < dimensions.length; i++) {
            while (j < other.dimensions.length && other.dimensions[j] < dimensions[i]) {
                j++;
            }
            if (j == other.dimensions.length
                    || other.dimensions[j] != dimensions[i]
                    || !sides[i].contains(other.sides[j])) {
                return false;
            }
        }
        return true;
    }

    /** Whether both name the same dimensions, agree in all but one of them, and there reach beyond each other. */
    boolean overlapsAtAnEdge(Box other) {
        if (!Arrays.equals(dimensions, other.dimensions)) {
            return false;
        }
        int differing = -1;
        for (int i = 0; i < sides.length; i++) {
            if (!sides[i].equals(other.sides[i])) {
                if (differing >= 0) {
                    return false;
                }
                differing = i;
            }
        }
        return differing >= 0
                && sides[differing].meets(other.sides[differing])
                && !sides[differing].contains(other.sides[differing])
                && !other.sides[differing].contains(sides[differing]);
    }

    /** The calls in both; null if there are none. */
    @Nullable Box and(Box other) {
        int[] both = new int[dimensions.length + other.dimensions.length];
        SlotSet[] met = new SlotSet[both.length];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < dimensions.length || j < other.dimensions.length) {
            int mine = i < dimensions.length ? dimensions[i] : Integer.MAX_VALUE;
            int theirs = j < other.dimensions.length ? other.dimensions[j] : Integer.MAX_VALUE;
            both[count] = Math.min(mine, theirs);
            met[count] = mine == theirs ? sides[i].and(other.sides[j]) : mine < theirs ? sides[i] : other.sides[j];
            if (met[count].isEmpty()) {
                return null;
            }
            count++;
            i += mine <= theirs ? 1 : 0;
            j += theirs <= mine ? 1 : 0;
        }
        return new Box(Arrays.copyOf(both, count), Arrays.copyOf(met, count));
    }

    /** The same box with another side, which is not empty. */
    Box with(int dimension, SlotSet side) {
        int at = Arrays.binarySearch(dimensions, dimension);
        if (at >= 0) {
            SlotSet[] changed = sides.clone();
            changed[at] = side;
            return new Box(dimensions, changed);
        }
        int to = -at - 1;
        int[] more = new int[dimensions.length + 1];
        SlotSet[] moreSides = new SlotSet[more.length];
        System.arraycopy(dimensions, 0, more, 0, to);
        System.arraycopy(sides, 0, moreSides, 0, to);
        more[to] = dimension;
        moreSides[to] = side;
        System.arraycopy(dimensions, to, more, to + 1, dimensions.length - to);
        System.arraycopy(sides, to, moreSides, to + 1, dimensions.length - to);
        return new Box(more, moreSides);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Box box && Arrays.equals(dimensions, box.dimensions) && Arrays.equals(sides, box.sides);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(dimensions) + Arrays.hashCode(sides);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < dimensions.length; i++) {
            text.append(i == 0 ? "" : ", ").append(dimensions[i]).append(sides[i]);
        }
        return text.append('}').toString();
    }
}
