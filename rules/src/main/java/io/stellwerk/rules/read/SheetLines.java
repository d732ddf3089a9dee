package io.stellwerk.rules.read;

import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.read.SheetText.Wanted;
import io.stellwerk.rules.sheet.Sheet;
import io.stellwerk.rules.sheet.SheetRow;
import io.stellwerk.rules.sheet.SheetValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows of a sheet as the lines of a table. */
final class SheetLines implements TableLines {

    private final String file;
    private final List<SheetRow> rows;
    private final Findings findings;
    private final SheetText texts;

    /** @param file the sheet's name within the rule set */
    SheetLines(String file, Sheet sheet, Findings findings) {
        this.file = file;
        this.rows = sheet.rows().stream().filter(row -> !blank(row)).toList();
        this.findings = findings;
        this.texts = new SheetText(findings);
    }

    private static boolean blank(SheetRow row) {
        return row.cells().stream()
                .allMatch(cell -> cell.value() instanceof SheetValue.Text text
                        && text.text().isBlank());
    }

    @Override
    public int count() {
        return rows.size();
    }

    @Override
    public TableLine line(int index) {
        SheetRow row = rows.get(index);
        List<TableField> fields = new ArrayList<>();
        for (int column = 1; column <= row.width(); column++) {
            fields.add(field(row, column, Wanted.NOTE, "", ""));
        }
        return new TableLine(row.number(), fields);
    }

    @Override
    public boolean hash(int index) {
        return rows.get(index).value(1).orElse(null) instanceof SheetValue.Text text
                && text.text().startsWith("#");
    }

    @Override
    public Optional<TableLine> row(int index, TableHeading heading) {
        SheetRow row = rows.get(index);
        int idColumn = heading.index(TableHeading.ID) + 1;
        String id = idColumn == 0
                ? ""
                : field(row, idColumn, Wanted.TEXT, "", heading.text(idColumn - 1))
                        .value();
        if (row.width() > heading.width()) {
            findings.add(FindingCode.WRONG_NUMBER_OF_CELLS.at(
                    Place.at(file, row.number(), row.width()).in(id, ""),
                    "The column of this cell has no heading.",
                    "Give the column a heading, or clear the cell."));
            return Optional.empty();
        }
        List<TableField> fields = new ArrayList<>(heading.width());
        for (int column = 1; column <= heading.width(); column++) {
            fields.add(field(row, column, wanted(heading, column - 1), id, heading.text(column - 1)));
        }
        return Optional.of(new TableLine(row.number(), fields));
    }

    private SheetField field(SheetRow row, int column, Wanted wanted, String id, String heading) {
        String text = row.value(column)
                .map(value -> texts.of(
                        value, wanted, Place.at(file, row.number(), column).in(id, heading)))
                .orElse("");
        return new SheetField(text, row.number(), column);
    }

    private static Wanted wanted(TableHeading heading, int index) {
        TableColumn condition = heading.conditions().get(index);
        if (condition != null) {
            return wanted(condition.condition().fact().type());
        } else if (index == heading.index(TableHeading.PRIORITY)) {
            return Wanted.NUMBER;
        } else if (index == heading.index(TableHeading.ENABLED)) {
            return Wanted.YES_NO;
        }
        boolean noted = heading.text(index).isEmpty() || index == heading.index(TableHeading.COMMENT);
        return noted ? Wanted.NOTE : Wanted.TEXT;
    }

    private static Wanted wanted(FactType type) {
        return switch (type) {
            case NUMBER -> Wanted.NUMBER;
            case YES_NO -> Wanted.YES_NO;
            case DATE -> Wanted.DATE;
            case TIME -> Wanted.TIME;
            case PHONE_NUMBER -> Wanted.PHONE_NUMBER;
            case TEXT, ONE_OF, TEXT_SET, WEEKDAY, SCHEDULE -> Wanted.TEXT;
        };
    }
}
