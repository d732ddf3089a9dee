package io.stellwerk.rules.lower;

import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.Phase;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * The order in which deriving tables run: a table that tests segments comes after the tables that derive them, as far as
 * they do not depend on each other. Those that do form one stratum and chain freely until nothing new is derived.
 *
 * <p>So a row that asks for the absence of a segment, and a first row that counts, see all segments there will be.
 */
public final class Strata {

    /**
     * Tables that run together.
     *
     * @param tables by precedence
     * @param chains whether what one of them derives may let another, or itself, derive more
     */
    public record Stratum(List<DecisionTable> tables, boolean chains) {

        public Stratum {
            tables = List.copyOf(tables);
        }
    }

    private final List<DecisionTable> tables;
    private final List<SegmentUse> uses;
    /** For each table those on whose segments it depends, directly or through others. */
    private final List<BitSet> dependsOn;

    private Strata(List<DecisionTable> tables) {
        this.tables = tables;
        this.uses = tables.stream().map(SegmentUse::of).toList();
        this.dependsOn = new ArrayList<>();
        for (SegmentUse use : uses) {
            BitSet direct = new BitSet(tables.size());
            for (int other = 0; other < tables.size() && use.tests(); other++) {
                direct.set(other, use.dependsOn(uses.get(other)));
            }
            dependsOn.add(direct);
        }
        addIndirect();
    }

    /** @param tables a whole rule set's, in the order of their files; the deciding ones do not matter */
    public static Strata of(List<DecisionTable> tables) {
        return new Strata(byPrecedence(Phase.DERIVE, tables));
    }

    /** The tables of one phase in the order in which they would count alone. */
    static List<DecisionTable> byPrecedence(Phase phase, List<DecisionTable> tables) {
        return tables.stream()
                .filter(table -> table.phase() == phase)
                .sorted(Comparator.comparingInt(DecisionTable::salience).reversed())
                .toList();
    }

    /** In the order in which they run; of those that do not depend on each other the first by precedence comes first. */
    public List<Stratum> inOrder() {
        List<Stratum> order = new ArrayList<>();
        BitSet placed = new BitSet(tables.size());
        while (placed.cardinality() < tables.size()) {
            int next = placed.nextClearBit(0);
            while (!isReady(next, placed)) {
                next = placed.nextClearBit(next + 1);
            }
            List<DecisionTable> members = new ArrayList<>();
            for (int member = 0; member < tables.size(); member++) {
                if (member == next || inOneStratum(next, member)) {
                    members.add(tables.get(member));
                    placed.set(member);
                }
            }
            order.add(new Stratum(members, inOneStratum(next, next)));
        }
        return order;
    }

    /**
     * The tables that ask for the absence of a segment which is derived from that absence, so that no order is right;
     * empty if all is well. Such a rule set must not be published.
     */
    public List<DecisionTable> contradictory() {
        List<DecisionTable> found = new ArrayList<>();
        for (int table = 0; table < tables.size(); table++) {
            for (int other = 0; other < tables.size(); other++) {
                if ((other == table || inOneStratum(table, other))
                        && uses.get(table).isForbiddenBy(uses.get(other))) {
                    found.add(tables.get(table));
                    break;
                }
            }
        }
        return found;
    }

    private boolean inOneStratum(int one, int other) {
        return dependsOn.get(one).get(other) && dependsOn.get(other).get(one);
    }

    /** All that the table depends on has been placed, or chains with it. */
    private boolean isReady(int table, BitSet placed) {
        BitSet missing = (BitSet) dependsOn.get(table).clone();
        missing.andNot(placed);
        return missing.stream().allMatch(other -> other == table || inOneStratum(table, other));
    }

    private void addIndirect() {
        for (int through = 0; through < tables.size(); through++) {
            for (BitSet dependent : dependsOn) {
                if (dependent.get(through)) {
                    dependent.or(dependsOn.get(through));
                }
            }
        }
    }
}
