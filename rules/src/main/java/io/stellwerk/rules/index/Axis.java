package io.stellwerk.rules.index;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * All values of a fact, divided into slots: no cell of the column tells two values of one slot apart. Slots are numbered
 * from 0.
 */
interface Axis {

    int slots();

    /** The slot of a fact's value, which it must have. */
    int slot(FactValues values, int fact);

    /** The slot of a value. */
    int slotOf(Object value);

    /** An axis divided by cuts: slot 0 lies before the first, the last slot behind the last. */
    interface Divided extends Axis {

        /** The slot that begins at one of the axis' own cuts. */
        int slotFrom(Cut cut);
    }

    static Divided line(Collection<Cut> cuts) {
        return new OfPlaces(cuts.stream()
                .mapToLong(cut -> (Long) cut.value())
                .sorted()
                .distinct()
                .toArray());
    }

    static Divided ordered(Collection<Cut> cuts) {
        return new OfOrdered(new TreeSet<>(cuts).toArray(Cut[]::new));
    }

    static Exact exact(Collection<String> texts) {
        return new Exact(texts);
    }

    /** For types that {@link Line} places. */
    final class OfPlaces implements Divided {

        private final long[] cuts;

        private OfPlaces(long[] cuts) {
            this.cuts = cuts;
        }

        @Override
        public int slots() {
            return cuts.length + 1;
        }

        @Override
        public int slot(FactValues values, int fact) {
            return slot(values.place(fact));
        }

        @Override
        public int slotOf(Object value) {
            return slot(Line.place(value));
        }

        @Override
        public int slotFrom(Cut cut) {
            return slot((Long) cut.value());
        }

        /** The first place of a slot; of the first slot, which has none, {@link Long#MIN_VALUE}. */
        long first(int slot) {
            return slot == 0 ? Long.MIN_VALUE : cuts[slot - 1];
        }

        /** The place behind a slot; {@link Long#MAX_VALUE} behind the last. */
        long end(int slot) {
            return slot == cuts.length ? Long.MAX_VALUE : cuts[slot];
        }

        private int slot(long place) {
            int found = Arrays.binarySearch(cuts, place);
            return found >= 0 ? found + 1 : -found - 1;
        }
    }

    /** For numbers and texts. */
    final class OfOrdered implements Divided {

        /** Characters that a text's size is made of: three fit into a double without loss. */
        private static final int LEADING = 3;

        private static final int CHARACTERS = Character.MAX_VALUE + 2;

        private final Cut[] cuts;
        /** How large the values at the cuts are, roughly: narrows the search down without touching them. */
        private final double[] sizes;

        OfOrdered(Cut[] cuts) {
            this.cuts = cuts;
            this.sizes =
                    Arrays.stream(cuts).mapToDouble(cut -> size(cut.value())).toArray();
        }

        @Override
        public int slots() {
            return cuts.length + 1;
        }

        @Override
        public int slot(FactValues values, int fact) {
            Object value = values.value(fact);
            if (value == null) {
                throw new IllegalArgumentException("A fact without a value has no slot");
            }
            return slotOf(value);
        }

        /** The values at the two ends of a slot, as far as it has ends. */
        List<Object> ends(int slot) {
            List<Object> ends = new ArrayList<>();
            if (slot > 0) {
                ends.add(cuts[slot - 1].value());
            }
            if (slot < cuts.length) {
                ends.add(cuts[slot].value());
            }
            return ends;
        }

        @Override
        public int slotOf(Object value) {
            double size = size(value);
            int low = firstFrom(size);
            int high = firstFrom(Math.nextUp(size));
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (cuts[middle].isPassedBy(value)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        @Override
        public int slotFrom(Cut cut) {
            return Arrays.binarySearch(cuts, cut) + 1;
        }

        /** Never in another order than the values themselves, though different values may have one size. */
        private static double size(Object value) {
            if (value instanceof BigDecimal number) {
                return number.doubleValue();
            }
            String text = (String) value;
            double size = 0;
            for (int i = 0; i < LEADING; i++) {
                // One more than the character, so that a text stands before those that continue it.
                size = size * CHARACTERS + (i < text.length() ? text.charAt(i) + 1 : 0);
            }
            return size;
        }

        /** The first cut of at least this size. */
        private int firstFrom(double size) {
            int low = 0;
            int high = sizes.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (sizes[middle] < size) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    /** For texts that are only asked whether they are the same: slot 0 is for all that no cell names. */
    final class Exact implements Axis {

        private final Map<String, Integer> slots = new HashMap<>();

        private Exact(Collection<String> texts) {
            texts.forEach(text -> slots.putIfAbsent(text, slots.size() + 1));
        }

        @Override
        public int slots() {
            return slots.size() + 1;
        }

        @Override
        public int slot(FactValues values, int fact) {
            Object value = values.value(fact);
            return value instanceof String text ? slot(text) : 0;
        }

        @Override
        public int slotOf(Object value) {
            return slot((String) value);
        }

        /** The texts that have a slot of their own. */
        Map<String, Integer> named() {
            return slots;
        }

        int slot(String text) {
            return slots.getOrDefault(text, 0);
        }
    }
}
