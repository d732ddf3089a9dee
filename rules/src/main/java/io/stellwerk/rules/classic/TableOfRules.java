package io.stellwerk.rules.classic;

import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.formula.Formula;
import io.stellwerk.rules.formula.FormulaText;
import io.stellwerk.rules.formula.NormalForm;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.ColumnOperator;
import io.stellwerk.rules.table.Condition;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.Phase;
import io.stellwerk.rules.table.Row;
import io.stellwerk.rules.table.Term;
import io.stellwerk.rules.write.CellWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts rules that ask facts one by one into a table: a column for each fact. */
final class TableOfRules {

    private static final String KNOWN = "customer.known";
    private static final String CUSTOMER = "customer.";

    private final Grid grid;
    private final String name;
    private final Phase phase;
    private final List<ClassicColumn> columns;
    private final Map<String, ClassicRow> rows;
    private final Findings findings;

    TableOfRules(
            Grid grid,
            String name,
            Phase phase,
            List<ClassicColumn> columns,
            Map<String, ClassicRow> rows,
            Findings findings) {
        this.grid = grid;
        this.name = name;
        this.phase = phase;
        this.columns = columns;
        this.rows = rows;
        this.findings = findings;
    }

    DecisionTable table(List<DrlRule> rules) {
        Map<DrlRule, Map<FactField, Cell>> cells = new LinkedHashMap<>();
        rules.forEach(rule -> cells(rule).ifPresent(tests -> cells.put(rule, tests)));
        List<Condition> conditions = cells.values().stream()
                .flatMap(tests -> tests.keySet().stream())
                .distinct()
                .map(fact -> new Condition(fact, operator(fact, cells)))
                .toList();
        HitPolicy policy = policy(rules);
        List<Row> translated = new ArrayList<>();
        cells.forEach((rule, tests) -> translated.add(row(rule, tests, conditions, policy)));
        return new DecisionTable(grid.file(), name, phase, policy, 0, conditions, translated);
    }

    private ClassicRow rowOf(DrlRule rule) {
        return Objects.requireNonNull(rows.get(rule.name()), "every rule is made of a row");
    }

    private Row row(DrlRule rule, Map<FactField, Cell> tests, List<Condition> conditions, HitPolicy policy) {
        ClassicRow row = rowOf(rule);
        List<Cell> cells = conditions.stream()
                .map(condition -> written(tests.get(condition.fact()), condition))
                .toList();
        int priority = policy == HitPolicy.PRIORITY ? rule.salience() : 0;
        return new Row(row.id(), rule.enabled(), priority, cells, rule.action(), row.comment(), row.number());
    }

    private static Cell written(@Nullable Cell cell, Condition condition) {
        return cell == null || cell.any()
                ? Cell.ANY
                : new Cell(cell.terms(), cell.negated(), new CellWriter(condition).write(cell));
    }

    /** Drools fires all rows; of those that decide the first one counts, and of one activation group too. */
    private HitPolicy policy(List<DrlRule> rules) {
        boolean prioritised = rules.stream().anyMatch(rule -> rule.salience() != 0);
        HitPolicy first = prioritised ? HitPolicy.PRIORITY : HitPolicy.FIRST;
        if (phase == Phase.DECIDE) {
            return first;
        }
        Set<Optional<String>> groups =
                rules.stream().map(DrlRule::activationGroup).collect(Collectors.toSet());
        if (groups.size() > 1) {
            rules.stream()
                    .filter(rule -> rule.activationGroup().isPresent())
                    .forEach(rule -> findings.add(FindingCode.NOT_TRANSLATED.at(
                            place(rule, ColumnKind.ACTIVATION_GROUP),
                            "Only some rows of the table are in this activation group.",
                            "Make a table of the rows of each group.")));
        }
        return groups.equals(Set.of(Optional.empty())) ? HitPolicy.COLLECT : first;
    }

    private Place place(DrlRule rule, ColumnKind kind) {
        ClassicRow row = rowOf(rule);
        return columns.stream()
                .filter(column -> column.kind() == kind && row.cells().containsKey(column))
                .findFirst()
                .map(column -> grid.place(row.number(), column.index()))
                .map(place -> place.in(row.id(), place.column()))
                .orElse(grid.place(row.number(), 1).in(row.id(), ""));
    }

    /** By fact; empty, with findings, if a condition does not fit into a cell. */
    private Optional<Map<FactField, Cell>> cells(DrlRule rule) {
        Map<FactField, Cell> cells = new LinkedHashMap<>();
        boolean whole = true;
        for (Formula condition : NormalForm.conjuncts(rule.when())) {
            if (!(condition instanceof Formula.Test test)) {
                whole = false;
                findings.add(FindingCode.NOT_TRANSLATED.at(
                        place(rule, condition),
                        "No cell can say '" + FormulaText.of(condition) + "'.",
                        "Write the row as a rule in DRL, or compare the fact with values."));
                continue;
            }
            Cell known = cells.getOrDefault(test.fact(), test.cell());
            Optional<Cell> both = both(known, test.cell());
            both.ifPresent(cell -> cells.put(test.fact(), cell));
            if (both.isEmpty()) {
                whole = false;
                findings.add(FindingCode.NOT_TRANSLATED.at(
                        place(rule, condition),
                        "'" + test.fact().name() + "' would need two cells in one row: '" + known.text() + "' and '"
                                + test.cell().text() + "'.",
                        "Join the two conditions, or write the row as a rule in DRL."));
            }
        }
        dropImplied(cells);
        return whole ? Optional.of(cells) : Optional.empty();
    }

    /** Where a fact of the customer must have a value, the customer is known anyway. */
    private static void dropImplied(Map<FactField, Cell> cells) {
        boolean implied = cells.entrySet().stream()
                .anyMatch(entry -> entry.getKey().name().startsWith(CUSTOMER)
                        && !entry.getKey().name().equals(KNOWN)
                        && !entry.getValue().negated()
                        && entry.getValue().terms().stream().noneMatch(Term.NoValue.class::isInstance));
        if (implied) {
            cells.entrySet()
                    .removeIf(entry -> entry.getKey().name().equals(KNOWN)
                            && entry.getValue().terms().equals(List.of(new Term.Is(true)))
                            && !entry.getValue().negated());
        }
    }

    /** A lower and an upper end are one range. */
    private static Optional<Cell> both(Cell one, Cell other) {
        if (one.equals(other)) {
            return Optional.of(one);
        }
        Optional<Term.Between> a = single(one);
        Optional<Term.Between> b = single(other);
        if (a.isEmpty() || b.isEmpty()) {
            return Optional.empty();
        }
        Term.Between low = a.get().until() == null ? a.get() : b.get();
        Term.Between high = a.get().until() == null ? b.get() : a.get();
        boolean fits = low.from() != null && low.until() == null && high.from() == null && high.until() != null;
        return fits && inOrder(low.from(), high.until())
                ? Optional.of(new Cell(
                        List.of(new Term.Between(low.from(), low.fromIncluded(), high.until(), high.untilIncluded())),
                        false,
                        one.text() + ", " + other.text()))
                : Optional.empty();
    }

    // Both ends are of the fact's type.
    @SuppressWarnings("unchecked")
    private static boolean inOrder(@Nullable Comparable<?> from, @Nullable Comparable<?> until) {
        return from != null && until != null && ((Comparable<Object>) from).compareTo(until) < 0;
    }

    private static Optional<Term.Between> single(Cell cell) {
        return !cell.negated() && cell.terms().size() == 1 && cell.terms().get(0) instanceof Term.Between between
                ? Optional.of(between)
                : Optional.empty();
    }

    /** The operator that lets all cells of a column be plain values; it stands in the heading then. */
    private static ColumnOperator operator(FactField fact, Map<DrlRule, Map<FactField, Cell>> rules) {
        List<Cell> cells = rules.values().stream()
                .flatMap(tests -> Optional.ofNullable(tests.get(fact)).stream())
                .toList();
        if (cells.stream()
                .allMatch(cell -> single(cell).filter(TableOfRules::atLeast).isPresent())) {
            return ColumnOperator.AT_LEAST;
        }
        return cells.stream()
                        .allMatch(cell ->
                                single(cell).filter(TableOfRules::atMost).isPresent())
                ? ColumnOperator.AT_MOST
                : ColumnOperator.IS;
    }

    private static boolean atLeast(Term.Between between) {
        return between.until() == null && between.fromIncluded();
    }

    private static boolean atMost(Term.Between between) {
        return between.from() == null && between.untilIncluded();
    }

    /** The cell whose snippet asks the condition's first fact; the row's begin if none does. */
    private Place place(DrlRule rule, Formula condition) {
        ClassicRow row = rowOf(rule);
        String fact = condition.facts().findFirst().map(FactField::name).orElse("");
        String property = fact.substring(fact.lastIndexOf('.') + 1);
        return columns.stream()
                .filter(column ->
                        column.kind() == ColumnKind.CONDITION && row.cells().containsKey(column))
                .filter(column -> column.snippet().matches("(?s).*\\b" + Pattern.quote(property) + "\\b.*"))
                .reduce((before, last) -> last)
                .map(column -> grid.place(row.number(), column.index()))
                .map(place -> place.in(row.id(), place.column()))
                .orElse(grid.place(row.number(), 1).in(row.id(), ""));
    }
}
