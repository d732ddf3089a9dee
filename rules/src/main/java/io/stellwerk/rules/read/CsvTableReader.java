package io.stellwerk.rules.read;

import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.table.Action;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.Condition;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a decision table from CSV. */
final class CsvTableReader {

    private final String file;
    private final TableScope scope;
    private final Findings findings;
    private final ActionReader actions;
    private final RowIds ids;

    private CsvTableReader(String file, TableScope scope) {
        this.file = file;
        this.scope = scope;
        this.findings = scope.findings();
        this.actions = new ActionReader(scope);
        this.ids = new RowIds(scope.findings());
    }

    /** Empty, with a finding, if there is no table at all. Rows that cannot be read are findings and left out. */
    static Optional<DecisionTable> read(String file, byte[] bytes, TableScope scope) {
        return SourceText.decode(file, bytes, scope.findings())
                .flatMap(text -> new CsvTableReader(file, scope).table(text));
    }

    private Optional<DecisionTable> table(String text) {
        List<CsvRecord> records = CsvReader.read(file, text, findings);
        TableSettings settings = new TableSettings(file, findings);
        int heading = 0;
        while (heading < records.size() && records.get(heading).hash()) {
            settings.read(records.get(heading++));
        }
        if (heading == records.size()) {
            findings.add(FindingCode.MISSING_HEADING.at(
                    Place.of(file), "The table has no heading.", "Add a line such as id;hotline;=> plan;comment."));
            return Optional.empty();
        }
        CsvHeading columns = CsvHeading.read(file, records.get(heading), settings.hitPolicy(), scope);
        return Optional.of(new DecisionTable(
                file,
                settings.name(),
                settings.phase(),
                settings.hitPolicy(),
                settings.salience(),
                conditions(columns),
                rows(columns, records.subList(heading + 1, records.size()))));
    }

    private static List<Condition> conditions(CsvHeading columns) {
        return columns.conditions().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue().condition())
                .toList();
    }

    private List<Row> rows(CsvHeading columns, List<CsvRecord> records) {
        List<Row> rows = new ArrayList<>(records.size());
        for (CsvRecord record : records) {
            if (!record.hash()) {
                row(columns, record).ifPresent(rows::add);
            }
        }
        return rows;
    }

    private Optional<Row> row(CsvHeading columns, CsvRecord record) {
        int idIndex = columns.index(CsvHeading.ID);
        String id = idIndex < 0 ? "" : record.value(idIndex);
        Place start = Place.at(file, record.line(), 1).in(id, "");
        if (!hasWidth(columns, record, start)) {
            return Optional.empty();
        }
        if (idIndex >= 0) {
            ids.check(id, record.fields().get(idIndex).place(file, 0).in(id, CsvHeading.ID));
        }
        RowFields fields = new RowFields(columns, record, id);
        return Optional.of(new Row(
                id,
                fields.enabled(),
                fields.priority(),
                fields.cells(),
                fields.action(),
                fields.text(CsvHeading.COMMENT),
                record.line()));
    }

    private boolean hasWidth(CsvHeading columns, CsvRecord record, Place start) {
        int width = columns.width();
        int cells = record.fields().size();
        while (cells > width && record.value(cells - 1).isEmpty()) {
            cells--;
        }
        if (cells != width) {
            findings.add(FindingCode.WRONG_NUMBER_OF_CELLS.at(
                    start,
                    "The row has " + cells + " cells, the heading " + width + ".",
                    "Add or take out separators; a cell with a separator in it needs quotes."));
        }
        return cells == width;
    }

    /** The fields of one row by their columns. */
    private final class RowFields {

        private final CsvHeading columns;
        private final CsvRecord record;
        private final String id;

        RowFields(CsvHeading columns, CsvRecord record, String id) {
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
                    CsvField field = record.fields().get(i);
                    String heading = columns.text(i);
                    cells.add(column.read(
                            field.text(), at -> field.place(file, at).in(id, heading)));
                }
            }
            return cells;
        }

        Action action() {
            return new Action(
                    actions.plan(text(CsvHeading.PLAN), place(CsvHeading.PLAN)),
                    actions.reject(text(CsvHeading.REJECT), place(CsvHeading.REJECT)),
                    actions.names(text(CsvHeading.ANNOUNCEMENT), place(CsvHeading.ANNOUNCEMENT)),
                    actions.names(text(CsvHeading.SEGMENT), place(CsvHeading.SEGMENT)));
        }

        boolean enabled() {
            String text = text(CsvHeading.ENABLED);
            try {
                return text.isEmpty() || ValueReader.yesNo(text, 0);
            } catch (Misread e) {
                findings.add(e.problem()
                        .code()
                        .at(
                                place(CsvHeading.ENABLED),
                                e.problem().message(),
                                e.problem().remedy()));
                return true;
            }
        }

        int priority() {
            if (columns.index(CsvHeading.PRIORITY) < 0) {
                return 0;
            }
            return TableSettings.integer(text(CsvHeading.PRIORITY), place(CsvHeading.PRIORITY), findings)
                    .orElse(0);
        }
    }
}
