package io.stellwerk.rules.index;

import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.formula.Formula;
import io.stellwerk.rules.formula.NormalForm;
import io.stellwerk.rules.table.Cell;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An immutable index over rules. What a rule asks of single facts stands in columns as a table's cells do; what is left
 * over, such as alternatives between facts, is asked of the rules only that the columns leave over. Any thread.
 */
public final class RuleIndex implements RowIndex {

    /** How often a rule may test one fact by columns: {@code dunningLevel >= 1, dunningLevel < 3, dunningLevel != 2}. */
    private static final int COLUMNS_PER_FACT = 3;

    /**
     * When a rule matches.
     *
     * @param from from this instant of the call on
     * @param until until before this instant
     */
    public record Rule(Formula when, Optional<Instant> from, Optional<Instant> until) {}

    private final List<Rule> rules;
    private final UsedFacts facts;
    private final TableIndex cells;
    /** By rank; null where the cells say it all. */
    private final @Nullable FactPredicate[] rests;

    private RuleIndex(List<Rule> rules, UsedFacts facts, TableIndex cells, @Nullable FactPredicate[] rests) {
        this.rules = rules;
        this.facts = facts;
        this.cells = cells;
        this.rests = rests;
    }

    /** @param rules by rank */
    public static RuleIndex of(List<Rule> rules, UsedFacts facts) {
        Columns columns = new Columns();
        @Nullable FactPredicate[] rests = new FactPredicate[rules.size()];
        for (int rank = 0; rank < rests.length; rank++) {
            rests[rank] = rest(rules.get(rank), columns.addRow(rules.get(rank).when()), facts);
        }
        return new RuleIndex(List.copyOf(rules), facts, columns.index(facts), rests);
    }

    private static @Nullable FactPredicate rest(Rule rule, List<Formula> left, UsedFacts facts) {
        List<FactPredicate> rest = new ArrayList<>();
        if (rule.from().isPresent() || rule.until().isPresent()) {
            rest.add(new Validity(rule.from().orElse(Instant.MIN), rule.until().orElse(Instant.MAX)));
        }
        left.forEach(part -> rest.add(FactPredicate.of(part, facts)));
        return rest.isEmpty()
                ? null
                : rest.size() == 1 ? rest.get(0) : new FactPredicate.AllHold(rest.toArray(FactPredicate[]::new));
    }

    @Override
    public Matching match(FactValues values) {
        return new RuleMatching(values);
    }

    /** A rule's time: half-open. */
    private record Validity(Instant from, Instant until) implements FactPredicate {

        @Override
        public boolean holds(FactValues values) {
            Instant at = values.callAt();
            return !at.isBefore(from) && at.isBefore(until);
        }
    }

    /** The columns as they arise, rule by rule: one for each fact, and more for a fact that a rule tests several times. */
    private static final class Columns {

        private final Map<FactField, List<Integer>> ofFact = new HashMap<>();
        private final List<FactField> conditions = new ArrayList<>();
        private final List<Map<Integer, Cell>> rows = new ArrayList<>();

        /** @return the conditions that found no place */
        List<Formula> addRow(Formula when) {
            Map<Integer, Cell> row = new LinkedHashMap<>();
            List<Formula> left = new ArrayList<>();
            for (Formula part : NormalForm.conjuncts(when)) {
                int column = part instanceof Formula.Test test ? column(test.fact(), row) : -1;
                if (column >= 0) {
                    row.put(column, ((Formula.Test) part).cell());
                } else {
                    left.add(part);
                }
            }
            rows.add(row);
            return left;
        }

        private int column(FactField fact, Map<Integer, Cell> taken) {
            List<Integer> columns = ofFact.computeIfAbsent(fact, tested -> new ArrayList<>());
            for (int column : columns) {
                if (!taken.containsKey(column)) {
                    return column;
                }
            }
            if (columns.size() == COLUMNS_PER_FACT) {
                return -1;
            }
            columns.add(conditions.size());
            conditions.add(fact);
            return conditions.size() - 1;
        }

        TableIndex index(UsedFacts facts) {
            List<List<Cell>> filled = rows.stream()
                    .map(row -> {
                        Cell[] cells = new Cell[conditions.size()];
                        Arrays.fill(cells, Cell.ANY);
                        row.forEach((column, cell) -> cells[column] = cell);
                        return List.of(cells);
                    })
                    .toList();
            return TableIndex.of(conditions, filled, facts);
        }
    }

    /** Draws from the columns, and asks what they do not know. */
    private final class RuleMatching implements Matching {

        private final FactValues values;
        private final Matching byCells;

        RuleMatching(FactValues values) {
            this.values = values;
            this.byCells = cells.match(values);
        }

        @Override
        public int next() {
            int rank = byCells.next();
            while (rank >= 0 && !restHolds(rank)) {
                rank = byCells.next();
            }
            return rank;
        }

        private boolean restHolds(int rank) {
            FactPredicate rest = rests[rank];
            return rest == null || rest.holds(values);
        }

        @Override
        public Refusal refusal(int rank) {
            return new RuleRefusal(facts, values).of(rules.get(rank));
        }
    }
}
