package io.stellwerk.rules.sample;

import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.route.ReleaseCause;
import io.stellwerk.engine.route.Template;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.table.Action;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.ColumnOperator;
import io.stellwerk.rules.table.Condition;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.Phase;
import io.stellwerk.rules.table.Row;
import io.stellwerk.rules.table.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes decision tables down as a test reads best: {@code deciding("a.csv").when("hotline").row("r1", toPlan("p"), is("x"))}. */
public final class Tables {

    public static final FactDictionary DICTIONARY = FactDictionary.of(
            List.of(), List.of("A", "B", "C"), List.of("service"), List.of("north", "south"), List.of("office"));

    private final String file;
    private final Phase phase;
    private HitPolicy policy;
    private int salience;
    private final List<Condition> conditions = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();

    private Tables(String file, Phase phase, HitPolicy policy) {
        this.file = file;
        this.phase = phase;
        this.policy = policy;
    }

    public static Tables deciding(String file) {
        return new Tables(file, Phase.DECIDE, HitPolicy.FIRST);
    }

    public static Tables deriving(String file) {
        return new Tables(file, Phase.DERIVE, HitPolicy.COLLECT);
    }

    public Tables policy(HitPolicy newPolicy) {
        policy = newPolicy;
        return this;
    }

    public Tables salience(int newSalience) {
        salience = newSalience;
        return this;
    }

    public Tables when(String... facts) {
        for (String fact : facts) {
            when(DICTIONARY.field(fact).orElseThrow());
        }
        return this;
    }

    public Tables when(FactField fact) {
        conditions.add(new Condition(fact, ColumnOperator.IS));
        return this;
    }

    public Tables row(String id, Action action, Cell... cells) {
        return row(id, true, 0, action, cells);
    }

    public Tables row(String id, boolean enabled, int priority, Action action, Cell... cells) {
        rows.add(new Row(id, enabled, priority, List.of(cells), action, "", rows.size() + 2));
        return this;
    }

    public DecisionTable table() {
        return new DecisionTable(file, file, phase, policy, salience, conditions, rows);
    }

    public static Action toPlan(String template, String... announcements) {
        return new Action(Optional.of(Template.parse(template)), Optional.empty(), List.of(announcements), List.of());
    }

    public static Action refuse() {
        return new Action(Optional.empty(), Optional.of(new ReleaseCause(17, 486, "Busy Here")), List.of(), List.of());
    }

    public static Action segments(String... segments) {
        return new Action(Optional.empty(), Optional.empty(), List.of(), List.of(segments));
    }

    public static Action announce(String... announcements) {
        return new Action(Optional.empty(), Optional.empty(), List.of(announcements), List.of());
    }

    public static Cell any() {
        return Cell.ANY;
    }

    public static Cell is(Comparable<?>... values) {
        return cell(false, Stream.of(values).map(Term.Is::new).toArray(Term[]::new));
    }

    public static Cell not(Comparable<?>... values) {
        return cell(true, Stream.of(values).map(Term.Is::new).toArray(Term[]::new));
    }

    public static Cell none() {
        return cell(false, new Term.NoValue());
    }

    public static Cell some() {
        return cell(true, new Term.NoValue());
    }

    public static Cell atLeast(int number) {
        return new Cell(
                List.of(new Term.Between(BigDecimal.valueOf(number), true, null, false)), false, ">= " + number);
    }

    public static Cell prefix(String prefix) {
        return cell(false, new Term.HasPrefix(NumberPrefix.parse(prefix).orElseThrow()));
    }

    /** {@code [from..until]} with each end in or out. */
    public static Term between(
            @Nullable Comparable<?> from, boolean fromIncluded, @Nullable Comparable<?> until, boolean untilIncluded) {
        return new Term.Between(from, fromIncluded, until, untilIncluded);
    }

    public static Cell cell(boolean negated, Term... terms) {
        String text = String.join(", ", Stream.of(terms).map(Tables::text).toList());
        return new Cell(List.of(terms), negated, negated ? "not(" + text + ")" : text);
    }

    private static String text(Term term) {
        if (term instanceof Term.Is is) {
            return FactDictionary.text(is.value());
        } else if (term instanceof Term.NoValue) {
            return "none";
        } else if (term instanceof Term.HasPrefix has) {
            return has.prefix().text() + "*";
        }
        return term.toString();
    }
}
