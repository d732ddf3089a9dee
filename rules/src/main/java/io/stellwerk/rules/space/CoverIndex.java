package io.stellwerk.rules.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The covers of one world in the order of their owners, to be found by the box that they shall meet. */
final class CoverIndex {

    private static final int WORD = 64;

    /** Answers kept for each dimension: sides that many boxes share are asked for again and again. */
    private static final int KEPT = 256;

    private final List<Cover> covers;
    private final Map<Integer, Sides> dimensions = new HashMap<>();

    /** @param covers ascending by owner */
    CoverIndex(List<Cover> covers) {
        this.covers = List.copyOf(covers);
        for (int at = 0; at < this.covers.size(); at++) {
            Box box = this.covers.get(at).box();
            for (int i = 0; i < box.size(); i++) {
                dimensions
                        .computeIfAbsent(box.dimension(i), fresh -> new Sides())
                        .add(box.sideAt(i), at);
            }
        }
    }

    /** The covers that meet a box, of the owners from {@code from} to before {@code until}. */
    List<Cover> meeting(Box box, int from, int until, Steps steps) {
        int first = firstOf(from);
        int end = firstOf(until);
        if (first >= end) {
            return List.of();
        }
        long[] found = new long[(covers.size() + WORD - 1) / WORD];
        Arrays.fill(found, first / WORD, (end - 1) / WORD + 1, -1L);
        found[first / WORD] &= -1L << first;
        found[(end - 1) / WORD] &= -1L >>> -end;
        for (int i = 0; i < box.size(); i++) {
            Sides sides = dimensions.get(box.dimension(i));
            if (sides != null) {
                long[] missing = sides.missing(box.sideAt(i), found.length);
                for (int word = first / WORD; word <= (end - 1) / WORD; word++) {
                    found[word] &= ~missing[word];
                }
            }
        }
        steps.take((end - first) / WORD + 1L);
        return covers(found);
    }

    private List<Cover> covers(long[] found) {
        List<Cover> result = new ArrayList<>();
        for (int word = 0; word < found.length; word++) {
            for (long bits = found[word]; bits != 0; bits &= bits - 1) {
                result.add(covers.get(word * WORD + Long.numberOfTrailingZeros(bits)));
            }
        }
        return result;
    }

    private int firstOf(int owner) {
        int low = 0;
        int high = covers.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (covers.get(middle).owner() < owner) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The sides that covers have in one dimension. */
    private static final class Sides {

        private final Map<SlotSet, List<Integer>> bySide = new HashMap<>();
        private final Map<SlotSet, long[]> kept = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<SlotSet, long[]> eldest) {
                return size() > KEPT;
            }
        };

        void add(SlotSet side, int cover) {
            bySide.computeIfAbsent(side, fresh -> new ArrayList<>()).add(cover);
        }

        /** The covers that do not meet a side. */
        long[] missing(SlotSet side, int words) {
            return kept.computeIfAbsent(side, asked -> {
                long[] missing = new long[words];
                bySide.forEach((other, covers) -> {
                    if (!other.meets(asked)) {
                        covers.forEach(cover -> missing[cover / WORD] |= 1L << cover);
                    }
                });
                return missing;
            });
        }
    }
}
