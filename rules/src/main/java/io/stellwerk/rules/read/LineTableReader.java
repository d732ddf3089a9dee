package io.stellwerk.rules.read;

import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.table.Action;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.Condition;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.Row;
import io.stellwerk.rules.value.Misread;
import io.stellwerk.rules.value.ValueReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a decision table from its lines, of CSV or of a sheet. */
final class LineTableReader {

    private final String file;
    private final TableScope scope;
    private final Findings findings;
    private final ActionReader actions;
    private final RowIds ids;

    LineTableReader(String file, TableScope scope) {
        this.file = file;
        this.scope = scope;
        this.findings = scope.findings();
        this.actions = new ActionReader(scope);
        this.ids = new RowIds(scope.findings());
    }

    /** Empty, with a finding, if there is no heading. Rows that cannot be read are findings and left out. */
    Optional<DecisionTable> table(TableLines lines) {
        TableSettings settings = new TableSettings(file, findings);
        int heading = 0;
        while (heading < lines.count() && lines.hash(heading)) {
            settings.read(lines.line(heading++));
        }
        if (heading == lines.count()) {
            findings.add(FindingCode.MISSING_HEADING.at(
                    Place.of(file), "The table has no heading.", "Add a line such as id;hotline;=> plan;comment."));
            return Optional.empty();
        }
        TableLine headings = lines.line(heading);
        if (ClassicLayout.begins(headings)) {
            findings.add(ClassicLayout.finding(file));
            return Optional.empty();
        }
        TableHeading columns = TableHeading.read(file, headings, settings.hitPolicy(), scope);
        return Optional.of(new DecisionTable(
                file,
                settings.name(),
                settings.phase(),
                settings.hitPolicy(),
                settings.salience(),
                conditions(columns),
                rows(columns, lines, heading + 1)));
    }

    private static List<Condition> conditions(TableHeading columns) {
        return columns.conditions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue().condition())
                .toList();
    }

    private List<Row> rows(TableHeading columns, TableLines lines, int first) {
        List<Row> rows = new ArrayList<>(lines.count() - first);
        for (int i = first; i < lines.count(); i++) {
            if (!lines.hash(i)) {
                lines.row(i, columns).ifPresent(line -> rows.add(row(columns, line)));
            }
        }
        return rows;
    }

    private Row row(TableHeading columns, TableLine record) {
        String id = columns.id(record);
        int idIndex = columns.index(TableHeading.ID);
        if (idIndex >= 0) {
            ids.check(id, record.fields().get(idIndex).place(file, 0).in(id, TableHeading.ID));
        }
        RowFields fields = new RowFields(columns, record, id);
        return new Row(
                id,
                fields.enabled(),
                fields.priority(),
                fields.cells(),
                fields.action(),
                fields.text(TableHeading.COMMENT),
                record.line());
    }

    /** The fields of one row by their columns. */
    private final class RowFields {

        private final TableHeading columns;
        private final TableLine record;
        private final String id;

        RowFields(TableHeading columns, TableLine record, String id) {
            this.columns = columns;
            this.record = record;
            this.id = id;
        }

        String text(String column) {
            int index = columns.index(column);
            return index < 0 ? "" : record.value(index);
        }

        private Place place(String column) {
            int index = columns.index(column);
            return index < 0
                    ? Place.at(file, record.line(), 1)
                    : record.fields().get(index).place(file, 0).in(id, column);
        }

        List<Cell> cells() {
            List<Cell> cells = new ArrayList<>(columns.conditions().size());
            for (int i = 0; i < columns.width(); i++) {
                TableColumn column = columns.conditions().get(i);
                if (column != null) {
                    TableField field = record.fields().get(i);
                    String heading = columns.text(i);
                    cells.add(column.read(
                            field.text(), at -> field.place(file, at).in(id, heading)));
                }
            }
            return cells;
        }

        Action action() {
            return new Action(
                    actions.plan(text(TableHeading.PLAN), place(TableHeading.PLAN)),
                    actions.reject(text(TableHeading.REJECT), place(TableHeading.REJECT)),
                    actions.names(text(TableHeading.ANNOUNCEMENT), place(TableHeading.ANNOUNCEMENT)),
                    actions.names(text(TableHeading.SEGMENT), place(TableHeading.SEGMENT)));
        }

        boolean enabled() {
            String text = text(TableHeading.ENABLED);
            try {
                return text.isEmpty() || ValueReader.yesNo(text, 0);
            } catch (Misread e) {
                findings.add(e.problem()
                        .code()
                        .at(
                                place(TableHeading.ENABLED),
                                e.problem().message(),
                                e.problem().remedy()));
                return true;
            }
        }

        int priority() {
            if (columns.index(TableHeading.PRIORITY) < 0) {
                return 0;
            }
            return TableSettings.integer(text(TableHeading.PRIORITY), place(TableHeading.PRIORITY), findings)
                    .orElse(0);
        }
    }
}
