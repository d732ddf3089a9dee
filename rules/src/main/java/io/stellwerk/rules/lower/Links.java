package io.stellwerk.rules.lower;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Which numbered things lead to which, in any number of steps. Things that lead to each other form a knot. */
final class Links {

    private final List<List<Integer>> next = new ArrayList<>();
    private final int[] knotOf;
    /** By knot, members and all that they lead to. A knot comes behind those that it leads to. */
    private final List<BitSet> reached = new ArrayList<>();

    /** @param links for each thing the things to which it leads directly */
    Links(List<List<Integer>> links) {
        next.addAll(links);
        knotOf = new int[links.size()];
        new Search().run();
    }

    boolean inOneKnot(int one, int other) {
        return knotOf[one] == knotOf[other];
    }

    /** The thing itself and all to which it leads. */
    BitSet reachedFrom(int thing) {
        return reached.get(knotOf[thing]);
    }

    /** Tarjan's search for strongly connected components, with a stack of its own since chains may be thousands long. */
    private final class Search {

        private final int[] seenAs = new int[next.size()];
        private final int[] lowest = new int[next.size()];
        private final int[] tried = new int[next.size()];
        private final List<Integer> way = new ArrayList<>();
        private final List<Integer> open = new ArrayList<>();
        private final BitSet isOpen = new BitSet();
        private int seen;

        void run() {
            for (int thing = 0; thing < next.size(); thing++) {
                if (seenAs[thing] == 0) {
                    visit(thing);
                    while (!way.isEmpty()) {
                        goOn(way.get(way.size() - 1));
                    }
                }
            }
        }

        private void visit(int thing) {
            seenAs[thing] = ++seen;
            lowest[thing] = seen;
            way.add(thing);
            open.add(thing);
            isOpen.set(thing);
        }

        private void goOn(int thing) {
            if (tried[thing] < next.get(thing).size()) {
                int to = next.get(thing).get(tried[thing]++);
                if (seenAs[to] == 0) {
                    visit(to);
                } else if (isOpen.get(to)) {
                    lowest[thing] = Math.min(lowest[thing], seenAs[to]);
                }
                return;
            }
            way.remove(way.size() - 1);
            if (!way.isEmpty()) {
                int from = way.get(way.size() - 1);
                lowest[from] = Math.min(lowest[from], lowest[thing]);
            }
            if (lowest[thing] == seenAs[thing]) {
                close(thing);
            }
        }

        private void close(int first) {
            BitSet all = new BitSet();
            int member;
            do {
                member = open.remove(open.size() - 1);
                isOpen.clear(member);
                knotOf[member] = reached.size();
                all.set(member);
                for (int to : next.get(member)) {
                    if (seenAs[to] != 0 && !isOpen.get(to) && !all.get(to)) {
                        all.or(reached.get(knotOf[to]));
                    }
                }
            } while (member != first);
            reached.add(all);
        }
    }
}
