package io.stellwerk.rules.check;

import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.route.Template;
import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.formula.Formula;
import io.stellwerk.rules.lower.Part;
import io.stellwerk.rules.space.Condition;
import io.stellwerk.rules.table.Action;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.Phase;
import io.stellwerk.rules.table.Row;
import io.stellwerk.rules.table.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rows of all tables and all DRL rules that are switched on, in order of precedence. */
final class Clauses {

    private static final String PERSON = "person:";
    private final FactDictionary dictionary;
    private final Collection<String> plans;
    private final List<Clause> deciding = new ArrayList<>();
    private final List<Clause> deriving = new ArrayList<>();

    private Clauses(FactDictionary dictionary, Collection<String> plans) {
        this.dictionary = dictionary;
        this.plans = plans;
    }

    /** @param plans the ids of those that exist */
    static Clauses of(
            List<DecisionTable> tables, List<DrlRule> rules, FactDictionary dictionary, Collection<String> plans) {
        Clauses clauses = new Clauses(dictionary, plans);
        for (Part part : Part.byPrecedence(Phase.DECIDE, tables, rules)) {
            clauses.add(part, clauses.deciding);
        }
        for (Part part : Part.byPrecedence(Phase.DERIVE, tables, rules)) {
            clauses.add(part, clauses.deriving);
        }
        return clauses;
    }

    List<Clause> deciding() {
        return deciding;
    }

    List<Clause> deriving() {
        return deriving;
    }

    List<Clause> of(Phase phase) {
        return phase == Phase.DECIDE ? deciding : deriving;
    }

    private void add(Part part, List<Clause> all) {
        if (part instanceof Part.OfTable of) {
            add(of, all);
        } else if (part instanceof Part.OfRule of) {
            all.add(clause(of));
        }
    }

    private void add(Part.OfTable part, List<Clause> all) {
        DecisionTable table = part.table();
        List<Row> rows = new ArrayList<>(table.rows());
        rows.removeIf(row -> !row.enabled());
        if (table.hitPolicy() == HitPolicy.PRIORITY) {
            rows.sort(Comparator.comparingInt(Row::priority).reversed());
        }
        for (Row row : rows) {
            Condition condition = Condition.of(formula(table, row));
            Place place = Place.at(table.file(), row.line(), 0).in(row.id(), "");
            all.add(clause(new RuleId(table.file(), row.id()), place, part, condition, row.action()));
        }
    }

    private static Formula formula(DecisionTable table, Row row) {
        List<Formula> parts = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            if (!row.cells().get(i).any()) {
                parts.add(new Formula.Test(
                        table.conditions().get(i).fact(), row.cells().get(i)));
            }
        }
        return new Formula.All(parts);
    }

    private Clause clause(Part.OfRule part) {
        DrlRule rule = part.rule();
        Condition condition = new Condition(rule.when(), rule.effective(), rule.expires());
        Place place = Place.at(rule.file(), rule.line(), 0).in(rule.name(), "");
        return clause(new RuleId(rule.file(), rule.name()), place, part, condition, rule.action());
    }

    private Clause clause(RuleId id, Place place, Part part, Condition condition, Action action) {
        Optional<Template> filled = action.plan()
                .filter(plan -> !plan.facts().isEmpty() || plan.text().startsWith(PERSON));
        Condition works = filled.map(plan -> new Condition(
                        new Formula.All(List.of(condition.formula(), leadsSomewhere(plan))),
                        condition.from(),
                        condition.until()))
                .orElse(condition);
        return new Clause(id, place, part, condition, works, action, filled.isEmpty());
    }

    private Formula leadsSomewhere(Template plan) {
        List<Formula> parts = new ArrayList<>();
        for (String name : plan.facts()) {
            dictionary.field(name).ifPresent(fact -> parts.add(new Formula.Test(fact, filling(plan, fact))));
        }
        return new Formula.All(parts);
    }

    /** The values of the fact that make a plan's id of the template. */
    private Cell filling(Template plan, FactField fact) {
        boolean alone = plan.facts().size() == 1 && !plan.text().startsWith(PERSON);
        boolean text = fact.type() == FactType.TEXT || fact.type() == FactType.ONE_OF;
        String start = plan.parts().get(0);
        String end = plan.parts().get(plan.parts().size() - 1);
        List<Term> values = plans.stream()
                .filter(id -> alone && text && id.length() > start.length() + end.length())
                .filter(id -> id.startsWith(start) && id.endsWith(end))
                .<Term>map(id -> new Term.Is(id.substring(start.length(), id.length() - end.length())))
                .toList();
        return values.isEmpty() ? new Cell(List.of(new Term.NoValue()), true, "") : new Cell(values, false, "");
    }
}
