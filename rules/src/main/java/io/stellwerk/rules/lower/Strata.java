package io.stellwerk.rules.lower;

import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.Phase;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The order in which deriving tables and rules take their turns: by precedence, but what asks for the absence of a
 * segment comes after all that may lead to that segment. A table waits so for every segment that it tests, since its first
 * row may be the one that counts; a rule of an activation group waits for those before it in the group.
 *
 * <p>Those that wait for each other come by precedence alone, and chain freely until nothing new is derived.
 */
public final class Strata {

    /** By precedence. */
    private final List<Part> parts;

    private final List<SegmentUse> uses = new ArrayList<>();
    /** Behind the parts' own numbers each segment has one, and the last is for any of them. */
    private final Map<String, Integer> segments = new HashMap<>();

    /** By part, the one before it in its activation group; -1 if there is none. */
    private final int[] previousInGroup;

    private final Links links;

    private Strata(List<Part> parts) {
        this.parts = parts;
        parts.forEach(part -> uses.add(SegmentUse.of(part)));
        this.previousInGroup = previousInGroup();
        this.links = new Links(links());
    }

    /** A whole rule set's; what decides or is switched off does not matter. */
    public static Strata of(List<DecisionTable> tables, List<DrlRule> rules) {
        return new Strata(Part.byPrecedence(Phase.DERIVE, tables, rules));
    }

    /** In the order in which they are asked. */
    public List<Part> inOrder() {
        Map<Integer, BitSet> waiting = new HashMap<>();
        BitSet ready = new BitSet(parts.size());
        for (int part = 0; part < parts.size(); part++) {
            BitSet before = mustComeBefore(part);
            if (before.isEmpty()) {
                ready.set(part);
            } else {
                waiting.put(part, before);
            }
        }
        List<Part> order = new ArrayList<>();
        while (order.size() < parts.size()) {
            int next = ready.nextSetBit(0);
            ready.clear(next);
            order.add(parts.get(next));
            waiting.forEach((part, missing) -> {
                missing.clear(next);
                if (missing.isEmpty()) {
                    ready.set(part);
                }
            });
            waiting.values().removeIf(BitSet::isEmpty);
        }
        return order;
    }

    /**
     * Those that ask for the absence of a segment which is derived from that absence, so that no order is right; empty if
     * all is well. Such a rule set must not be published.
     */
    public List<Part> contradictory() {
        List<Part> found = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            int asking = part;
            if (uses.get(part).forbids().stream().anyMatch(segment -> links.inOneKnot(asking, number(segment)))) {
                found.add(parts.get(part));
            }
        }
        return found;
    }

    /** The other parts that may lead to what this one awaits, save those that in turn wait for this one. */
    private BitSet mustComeBefore(int part) {
        BitSet before = new BitSet(parts.size());
        for (String segment : uses.get(part).awaits()) {
            before.or(links.reachedFrom(number(segment)));
        }
        if (previousInGroup[part] >= 0) {
            before.or(links.reachedFrom(previousInGroup[part]));
        }
        before.clear(parts.size(), Math.max(parts.size(), before.length()));
        for (int other = before.nextSetBit(0); other >= 0; other = before.nextSetBit(other + 1)) {
            before.set(other, !links.inOneKnot(part, other));
        }
        return before;
    }

    /** From a part to the segments that it tests and to the one before it in its group; from a segment to the parts that derive it. */
    private List<List<Integer>> links() {
        Set<String> named = uses.stream()
                .flatMap(use -> Stream.of(use.derives(), use.tests()))
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(HashSet::new));
        named.remove(SegmentUse.ANY);
        named.forEach(segment -> segments.put(segment, parts.size() + segments.size()));
        int any = parts.size() + segments.size();
        segments.put(SegmentUse.ANY, any);

        List<List<Integer>> all = new ArrayList<>();
        for (int i = 0; i <= any; i++) {
            all.add(new ArrayList<>());
        }
        for (int part = 0; part < parts.size(); part++) {
            for (String segment : uses.get(part).tests()) {
                all.get(part).add(number(segment));
            }
            if (previousInGroup[part] >= 0) {
                all.get(part).add(previousInGroup[part]);
            }
            for (String segment : uses.get(part).derives()) {
                all.get(number(segment)).add(part);
                all.get(any).add(part);
            }
        }
        return all;
    }

    private int number(String segment) {
        return Objects.requireNonNull(segments.get(segment), segment);
    }

    private int[] previousInGroup() {
        Map<String, Integer> last = new HashMap<>();
        int[] previous = new int[parts.size()];
        for (int part = 0; part < previous.length; part++) {
            String group = parts.get(part) instanceof Part.OfRule of
                    ? of.rule().activationGroup().orElse("")
                    : "";
            Integer before = group.isEmpty() ? null : last.put(group, part);
            previous[part] = before == null ? -1 : before;
        }
        return previous;
    }
}
