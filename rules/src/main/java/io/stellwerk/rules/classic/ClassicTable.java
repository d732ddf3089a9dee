package io.stellwerk.rules.classic;

import io.stellwerk.rules.drl.DrlReader;
import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.drl.DrlScope;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Translates one RuleTable: makes of each row the DRL that Drools would make of it, reads that by our reader of DRL, and
 * puts the conditions of the rules into the columns of a table.
 */
final class ClassicTable {

    private static final int LONGEST = 2000;
    private static final Pattern DECIDES = Pattern.compile("\\broute\\s*\\.\\s*(?:to|reject|treat)\\b");

    private final Grid grid;
    private final String name;
    private final List<ClassicColumn> columns;
    private final DrlScope scope;
    private final Findings findings;

    private final RuleLines lines = new RuleLines();
    private final Map<String, ClassicRow> rows = new HashMap<>();
    private final Set<String> refused = new HashSet<>();

    ClassicTable(Grid grid, String name, List<ClassicColumn> columns, DrlScope scope, Findings findings) {
        this.grid = grid;
        this.name = name;
        this.columns = columns;
        this.scope = scope;
        this.findings = findings;
    }

    /** @param first first row of the table's body, {@code end} the first behind it */
    List<DecisionTable> translate(int first, int end) {
        Set<String> ids = new HashSet<>();
        for (int number = first; number < end; number++) {
            addRule(row(number, ids));
        }
        List<DrlRule> rules =
                rules().stream().filter(rule -> !refused.contains(rule.name())).toList();
        List<DecisionTable> tables = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            List<DrlRule> ofPhase =
                    rules.stream().filter(rule -> rule.phase() == phase).toList();
            if (!ofPhase.isEmpty()) {
                tables.add(new TableOfRules(grid, title(phase, rules), phase, columns, rows, findings).table(ofPhase));
            }
        }
        return tables;
    }

    /** A table has one phase, so one that derives and decides becomes two. */
    private String title(Phase phase, List<DrlRule> rules) {
        boolean both = rules.stream().map(DrlRule::phase).distinct().count() > 1;
        return both && phase == Phase.DERIVE ? name + " (segments)" : name;
    }

    private ClassicRow row(int number, Set<String> ids) {
        Map<ClassicColumn, String> cells = new HashMap<>();
        String id = "row-" + number;
        String comment = "";
        for (ClassicColumn column : columns) {
            String text = grid.text(number, column.index());
            if (text.length() + column.snippet().length() > LONGEST) {
                refused.add(id);
                findings.add(FindingCode.NOT_TRANSLATED.at(
                        grid.place(number, column.index()),
                        "The cell and its snippet have more than " + LONGEST + " characters.",
                        "Make several cells of it."));
            } else if (!text.isEmpty()) {
                cells.put(column, text);
                switch (column.kind()) {
                    case NAME -> {
                        boolean usable = text.matches("[A-Za-z0-9._-]{1,64}") && !ids.contains(text);
                        id = usable ? text : id;
                        comment = usable ? comment : text;
                    }
                    case DESCRIPTION -> comment = text;
                    default -> {
                        // The others become conditions and actions.
                    }
                }
            }
        }
        ids.add(id);
        ClassicRow row = new ClassicRow(number, id, comment, cells);
        rows.put(id, row);
        return row;
    }

    private Place place(ClassicRow row, ClassicColumn column) {
        Place place = grid.place(row.number(), column.index());
        return place.in(row.id(), place.column());
    }

    private void addRule(ClassicRow row) {
        Place start = grid.place(row.number(), 1).in(row.id(), "");
        lines.add("rule \"" + row.id() + "\"", start);
        for (ClassicColumn column : columns) {
            if (row.cells().containsKey(column)) {
                attribute(column, row, place(row, column));
            }
        }
        lines.add("when", start);
        conditions(row);
        lines.add("then", start);
        actions(row);
        lines.add("end", start);
    }

    /** What decides stands last, as our DRL has it; the order of columns says nothing. */
    private void actions(ClassicRow row) {
        columns.stream()
                .filter(column ->
                        column.kind() == ColumnKind.ACTION && row.cells().containsKey(column))
                .sorted(Comparator.comparing(
                        column -> DECIDES.matcher(action(column, row)).find()))
                .forEach(column -> lines.add(action(column, row), place(row, column)));
    }

    private static String action(ClassicColumn column, ClassicRow row) {
        String target = column.pattern().isEmpty() ? "" : column.pattern() + ".";
        String action =
                target + Snippet.fill(column.snippet(), row.text(column)).strip();
        return action.endsWith(";") ? action : action + ";";
    }

    private void attribute(ClassicColumn column, ClassicRow row, Place place) {
        String cell = row.text(column);
        switch (column.kind()) {
            case PRIORITY, SALIENCE -> lines.add("salience " + cell, place);
            case ACTIVATION_GROUP -> lines.add("activation-group \"" + cell.replace("\"", "") + "\"", place);
            case CONDITION, ACTION, NAME, DESCRIPTION, NO_LOOP, UNLOOP, LOCK_ON_ACTIVE, AUTO_FOCUS -> {
                // No attributes, or ones that change nothing where every rule is asked once.
            }
            default -> {
                refused.add(row.id());
                findings.add(FindingCode.NOT_TRANSLATED.at(
                        place,
                        "A table has nothing like " + column.kind().text() + ".",
                        "Leave it empty; for days and hours take the columns call.date and call.when."));
            }
        }
    }

    /** Cells of one pattern stand in it together; each has a line of its own. */
    private void conditions(ClassicRow row) {
        Map<String, List<ClassicColumn>> patterns = new LinkedHashMap<>();
        for (ClassicColumn column : columns) {
            if (column.kind() == ColumnKind.CONDITION && row.cells().containsKey(column)) {
                // One that has no pattern is one itself.
                String key = column.pattern().isEmpty() ? "\0" + column.index() : column.pattern();
                patterns.computeIfAbsent(key, pattern -> new ArrayList<>()).add(column);
            }
        }
        patterns.values().forEach(together -> pattern(row, together));
    }

    private void pattern(ClassicRow row, List<ClassicColumn> together) {
        String pattern = together.get(0).pattern();
        String before = pattern.isEmpty() ? "" : opened(pattern) + " ";
        for (int i = 0; i < together.size(); i++) {
            ClassicColumn column = together.get(i);
            boolean closes = !pattern.isEmpty() && i == together.size() - 1;
            String constraint = Snippet.fill(column.snippet(), row.text(column));
            lines.add((i == 0 ? before : ", ") + constraint + (closes ? " )" : ""), place(row, column));
        }
    }

    /** {@code Customer} as {@code Customer(}, {@code Customer( a == 1 )} as {@code Customer( a == 1,}. */
    private static String opened(String pattern) {
        if (!pattern.endsWith(")")) {
            return pattern + "(";
        }
        String inside = pattern.substring(0, pattern.length() - 1).strip();
        return inside.endsWith("(") ? inside : inside + ",";
    }

    private List<DrlRule> rules() {
        Findings found = new Findings();
        List<DrlRule> rules = new DrlReader(scope, found).read(grid.file(), lines.text());
        for (Finding finding : found.sorted()) {
            Optional<Place> place = lines.place(finding.place().line());
            findings.add(new Finding(
                    finding.severity(),
                    finding.code(),
                    place.orElse(Place.of(grid.file())),
                    finding.message(),
                    finding.remedy()));
        }
        return rules;
    }
}
