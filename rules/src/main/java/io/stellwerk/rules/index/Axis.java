package io.stellwerk.rules.index;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
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
        public int slotFrom(Cut cut) {
            return slot((Long) cut.value());
        }

        private int slot(long place) {
            int found = Arrays.binarySearch(cuts, place);
            return found >= 0 ? found + 1 : -found - 1;
        }
    }

    /** For numbers and texts. */
    final class OfOrdered implements Divided {

        private final Cut[] cuts;

        private OfOrdered(Cut[] cuts) {
            this.cuts = cuts;
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
            int low = 0;
            int high = cuts.length;
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

        int slot(String text) {
            return slots.getOrDefault(text, 0);
        }
    }
}
