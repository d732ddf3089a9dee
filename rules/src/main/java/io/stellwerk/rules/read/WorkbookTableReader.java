package io.stellwerk.rules.read;

import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.sheet.CellRange;
import io.stellwerk.rules.sheet.Sheet;
import io.stellwerk.rules.sheet.WorkbookReader;
import io.stellwerk.rules.table.TableSheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads decision tables from a workbook: each sheet is a table, save empty ones and notes, whose names begin with #. */
final class WorkbookTableReader {

    private static final String NOTE = "#";

    private final String file;
    private final TableScope scope;
    private final Findings findings;

    private WorkbookTableReader(String file, TableScope scope) {
        this.file = file;
        this.scope = scope;
        this.findings = scope.findings();
    }

    /** The tables in the order of their sheets; none, with a finding, if the workbook is refused. */
    static List<TableSheet> read(String file, byte[] bytes, TableScope scope) {
        return WorkbookReader.read(file, bytes, scope.findings())
                .map(sheets -> new WorkbookTableReader(file, scope).tables(sheets))
                .orElse(List.of());
    }

    private List<TableSheet> tables(List<Sheet> sheets) {
        List<TableSheet> tables = new ArrayList<>();
        List<Sheet> wanted = sheets.stream()
                .filter(sheet -> !sheet.name().startsWith(NOTE) && !sheet.rows().isEmpty())
                .toList();
        wanted.forEach(sheet -> table(sheet).ifPresent(tables::add));
        if (wanted.isEmpty()) {
            findings.add(
                    FindingCode.MISSING_HEADING.at(
                            Place.of(file),
                            "No sheet of the workbook has a table.",
                            "Add a heading such as id, hotline, => plan, comment in a sheet whose name does not begin with #."));
        }
        return tables;
    }

    private Optional<TableSheet> table(Sheet sheet) {
        String name = Place.sheet(file, sheet.name());
        if (sheet.hidden()) {
            findings.add(FindingCode.HIDDEN_SHEET.at(
                    Place.of(name),
                    "The sheet '" + sheet.name() + "' is hidden, so its rules would count without being seen.",
                    "Show it, delete it, or let its name begin with # if it is a note."));
            return Optional.empty();
        }
        for (CellRange merged : sheet.merged()) {
            findings.add(FindingCode.MERGED_CELLS.at(
                    Place.at(name, merged.firstRow(), merged.firstColumn()),
                    "Cells are joined here, so it is not clear for which rows and columns they count.",
                    "Split the cell (Unmerge), and write its value wherever it is meant."));
        }
        SheetLines lines = new SheetLines(name, sheet, findings);
        return new LineTableReader(name, scope).table(lines).map(table -> new TableSheet(table, widths(sheet, lines)));
    }

    /** The first row that is no setting has the headings. */
    private static Map<String, Double> widths(Sheet sheet, SheetLines lines) {
        Map<String, Double> widths = new HashMap<>();
        int heading = 0;
        while (lines.hash(heading)) {
            heading++;
        }
        List<TableField> fields = lines.line(heading).fields();
        for (int i = 0; i < fields.size(); i++) {
            Double width = sheet.widths().get(i + 1);
            if (width != null) {
                widths.putIfAbsent(TableHeading.canonical(fields.get(i).text()), width);
            }
        }
        return widths;
    }
}
