package io.stellwerk.rules.read;

import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.table.Action;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.ColumnOperator;
import io.stellwerk.rules.table.Condition;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.Phase;
import io.stellwerk.rules.table.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads a decision table from canonical JSON. */
final class JsonTableReader {

    private final String file;
    private final Document document;
    private final TableScope scope;
    private final Findings findings;
    private final ActionReader actions;
    private final RowIds ids;

    private JsonTableReader(String file, Document document, TableScope scope) {
        this.file = file;
        this.document = document;
        this.scope = scope;
        this.findings = scope.findings();
        this.actions = new ActionReader(scope);
        this.ids = new RowIds(scope.findings());
    }

    /** Empty, with a finding, if there is no table at all. Rows that cannot be read are findings and left out. */
    static Optional<DecisionTable> read(String file, byte[] bytes, TableScope scope) {
        Document document =
                Document.checked(JsonReader.read(file, bytes, scope.findings()), Schema.TABLE, scope.findings());
        return document.root()
                .filter(root -> document.readable())
                .map(root -> new JsonTableReader(file, document, scope).table(root));
    }

    private DecisionTable table(Element root) {
        HitPolicy policy =
                document.text(root, "hitPolicy").map(HitPolicy::valueOf).orElse(HitPolicy.FIRST);
        List<Optional<TableColumn>> columns = columns(root.list("conditions"));
        return new DecisionTable(
                file,
                root.text("table"),
                document.text(root, "phase")
                        .map(phase -> Phase.valueOf(phase.toUpperCase(Locale.ROOT)))
                        .orElse(Phase.DECIDE),
                policy,
                root.integer("salience").orElse(0),
                columns.stream()
                        .flatMap(Optional::stream)
                        .map(TableColumn::condition)
                        .toList(),
                rows(root.list("rows"), columns, policy));
    }

    private List<Optional<TableColumn>> columns(List<Element> elements) {
        List<Optional<TableColumn>> columns = new ArrayList<>();
        Set<Condition> known = new HashSet<>();
        for (Element element : elements) {
            Optional<Condition> condition = condition(element);
            if (condition.isPresent() && !known.add(condition.get())) {
                findings.add(FindingCode.DUPLICATE_COLUMN.at(
                        element.placeOf("fact"),
                        "The column '" + heading(condition.get()) + "' is there twice.",
                        "Join the two into one."));
            }
            columns.add(condition.map(each -> new TableColumn(each, scope)));
        }
        return columns;
    }

    private static String heading(Condition condition) {
        String fact = condition.fact().name();
        return condition.operator() == ColumnOperator.IS ? fact : fact + " " + TableScope.text(condition.operator());
    }

    private Optional<Condition> condition(Element element) {
        Place place = element.placeOf("fact");
        Optional<FactField> fact = document.text(element, "fact").flatMap(name -> scope.fact(name, place));
        Optional<ColumnOperator> operator = document.text(element, "operator")
                .map(code ->
                        ColumnOperator.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')));
        return operator.flatMap(known -> fact.filter(field -> scope.fits(field, known, element.placeOf("operator")))
                .map(field -> new Condition(field, known)));
    }

    private List<Row> rows(List<Element> elements, List<Optional<TableColumn>> columns, HitPolicy policy) {
        List<Row> rows = new ArrayList<>(elements.size());
        for (Element element : elements) {
            row(element, columns, policy).ifPresent(rows::add);
        }
        return rows;
    }

    private Optional<Row> row(Element element, List<Optional<TableColumn>> columns, HitPolicy policy) {
        String id = element.text("id");
        if (document.text(element, "id").isPresent()) {
            ids.check(id, element.placeOf("id").in(id, "id"));
        }
        List<Element> when = element.list("when");
        if (when.size() != columns.size()) {
            if (document.field(element, "when").isPresent()) {
                findings.add(FindingCode.WRONG_NUMBER_OF_CELLS.at(
                        element.placeOf("when").in(id, "when"),
                        "The row has " + when.size() + " cells for " + columns.size() + " conditions.",
                        "Write one cell for each condition; - matches anything."));
            }
            return Optional.empty();
        }
        boolean enabled = document.field(element, "enabled")
                .map(field -> field.json().booleanValue())
                .orElse(true);
        return Optional.of(new Row(
                id,
                enabled,
                priority(element, id, policy),
                cells(when, columns, id),
                action(element, id),
                element.text("comment"),
                element.place().line()));
    }

    private int priority(Element element, String id, HitPolicy policy) {
        boolean prioritised = policy == HitPolicy.PRIORITY;
        if (prioritised && element.field("priority").isEmpty()) {
            findings.add(FindingCode.MISSING_KEY.at(
                    element.place().in(id, "priority"),
                    "The hit policy PRIORITY needs the key 'priority' in each row.",
                    "Add it, or take another hit policy."));
        } else if (!prioritised && element.field("priority").isPresent()) {
            findings.add(FindingCode.PRIORITY_NOT_COUNTED.at(
                    element.placeOf("priority").in(id, "priority"),
                    "Priorities do not count with the hit policy " + policy + ".",
                    "Take the hit policy PRIORITY, or take the priority out."));
        }
        return element.integer("priority").orElse(0);
    }

    private List<Cell> cells(List<Element> when, List<Optional<TableColumn>> columns, String id) {
        List<Cell> cells = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Element item = when.get(i);
            columns.get(i)
                    .ifPresent(column -> cells.add(column.read(item.text(), at -> {
                        Place place = item.place();
                        // One further: the text stands in quotes.
                        return Place.at(file, place.line(), place.character() + 1 + at)
                                .in(id, heading(column.condition()));
                    })));
        }
        return cells;
    }

    private Action action(Element element, String id) {
        return new Action(
                document.text(element, "plan")
                        .flatMap(text ->
                                actions.plan(text, element.placeOf("plan").in(id, TableHeading.PLAN))),
                document.text(element, "reject")
                        .flatMap(text ->
                                actions.reject(text, element.placeOf("reject").in(id, TableHeading.REJECT))),
                names(element, "announcements", id, TableHeading.ANNOUNCEMENT),
                names(element, "segments", id, TableHeading.SEGMENT));
    }

    private List<String> names(Element element, String key, String id, String column) {
        List<String> names = new ArrayList<>();
        for (Element item : element.list(key)) {
            if (document.sound(item) && document.sound(element.field(key).orElse(item))) {
                actions.name(item.text(), names, item.place().in(id, column));
            }
        }
        return names;
    }
}
