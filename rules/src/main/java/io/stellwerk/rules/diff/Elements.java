package io.stellwerk.rules.diff;

import io.stellwerk.rules.diff.Change.Detail;
import io.stellwerk.rules.diff.Change.Kind;
import io.stellwerk.rules.diff.Change.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One list of elements as it was or is: each with its fields.
 *
 * @param fields by element, in their order
 * @param ordered whether the order of the elements counts
 */
record Elements(Part part, String file, Map<String, Map<Field, String>> fields, boolean ordered) {

    /** What differs; elements in the order in which they are, removed ones first. */
    static List<Change> compare(Elements before, Elements after) {
        List<Change> changes = new ArrayList<>();
        before.fields.forEach((id, fields) -> {
            if (!after.fields.containsKey(id)) {
                changes.add(before.change(id, Kind.REMOVED, details(fields, Map.of())));
            }
        });
        Set<String> moved = after.ordered ? moved(before, after) : Set.of();
        after.fields.forEach((id, fields) -> {
            Map<Field, String> was = before.fields.get(id);
            if (was == null) {
                changes.add(after.change(id, Kind.ADDED, details(Map.of(), fields)));
            } else {
                List<Detail> details = details(was, fields);
                kind(moved.contains(id), !details.isEmpty())
                        .ifPresent(kind -> changes.add(after.change(id, kind, details)));
            }
        });
        return changes;
    }

    private static Optional<Kind> kind(boolean moved, boolean changed) {
        if (moved) {
            return Optional.of(changed ? Kind.MOVED_AND_CHANGED : Kind.MOVED);
        }
        return changed ? Optional.of(Kind.CHANGED) : Optional.empty();
    }

    private Change change(String id, Kind kind, List<Detail> details) {
        return new Change(part, file, id, kind, details);
    }

    private static List<Detail> details(Map<Field, String> before, Map<Field, String> after) {
        Map<Field, Detail> details = new LinkedHashMap<>();
        after.forEach((field, text) -> details.put(field, new Detail(field, before.getOrDefault(field, ""), text)));
        before.forEach((field, text) -> details.putIfAbsent(field, new Detail(field, text, "")));
        return details.values().stream()
                .filter(detail -> !detail.before().equals(detail.after()))
                .toList();
    }

    /** As few elements as possible whose moving makes one order of the other: all but a longest common one. */
    private static Set<String> moved(Elements before, Elements after) {
        List<String> common = after.fields.keySet().stream()
                .filter(before.fields::containsKey)
                .toList();
        Map<String, Integer> places = new HashMap<>();
        before.fields.keySet().forEach(id -> places.put(id, places.size()));
        Set<String> moved = new HashSet<>(common);
        longestRising(common.stream().map(places::get).toList()).forEach(index -> moved.remove(common.get(index)));
        return moved;
    }

    /** The indexes of a longest rising subsequence, by patience sorting. */
    private static Set<Integer> longestRising(List<Integer> values) {
        List<Integer> ends = new ArrayList<>();
        int[] previous = new int[values.size()];
        for (int i = 0; i < values.size(); i++) {
            int pile = pile(values, ends, values.get(i));
            previous[i] = pile == 0 ? -1 : ends.get(pile - 1);
            if (pile == ends.size()) {
                ends.add(i);
            } else {
                ends.set(pile, i);
            }
        }
        Set<Integer> rising = new TreeSet<>();
        for (int i = ends.isEmpty() ? -1 : ends.get(ends.size() - 1); i >= 0; i = previous[i]) {
            rising.add(i);
        }
        return rising;
    }

    /** The first pile whose end is not smaller. */
    private static int pile(List<Integer> values, List<Integer> ends, int value) {
        int low = 0;
        int high = ends.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (values.get(ends.get(middle)) < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
