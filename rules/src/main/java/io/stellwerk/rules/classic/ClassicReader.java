package io.stellwerk.rules.classic;

import io.stellwerk.rules.drl.DrlScope;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.finding.Suggestion;
import io.stellwerk.rules.sheet.CellRange;
import io.stellwerk.rules.sheet.Sheet;
import io.stellwerk.rules.sheet.SheetValue;
import io.stellwerk.rules.table.DecisionTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the tables of a classic spreadsheet and translates them. */
public final class ClassicReader {

    private static final Pattern TABLE = Pattern.compile("(?i)RuleTable\\b\\s*(.*)");
    private static final Pattern SET = Pattern.compile("(?i)RuleSet");
    /** Rows from the word RuleTable to the first of the body: kinds, patterns, snippets and labels stand between. */
    private static final int BODY = 5;

    /** What a RuleSet can say that would change what its tables mean. */
    private static final Set<String> MEANINGFUL = Set.of(
            "agendagroup",
            "ruleflowgroup",
            "activationgroup",
            "timer",
            "duration",
            "calendars",
            "dateeffective",
            "dateexpires");

    /** What it can only provide: a row that uses it has a finding of its own. */
    private static final Set<String> PROVIDED = Set.of("functions", "variables", "queries", "declare");

    private final Grid grid;
    private final DrlScope scope;
    private final Findings findings;

    private ClassicReader(Grid grid, DrlScope scope, Findings findings) {
        this.grid = grid;
        this.scope = scope;
        this.findings = findings;
    }

    /** Whether a sheet has such a table, and no heading of ours. */
    public static boolean recognises(Sheet sheet) {
        boolean ours =
                sheet.rows().stream().anyMatch(row -> row.value(1).equals(Optional.of(new SheetValue.Text("id"))));
        return !ours
                && sheet.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .anyMatch(cell -> cell.value() instanceof SheetValue.Text text
                                && begins(text.text().strip()));
    }

    private static boolean begins(String text) {
        return TABLE.matcher(text).matches() || SET.matcher(text).matches();
    }

    /**
     * The tables of a sheet in their order, as far as they can be said; what cannot is a finding with its cell.
     *
     * @param file with the sheet's name behind it, if it is a workbook
     */
    public static List<DecisionTable> read(String file, Sheet sheet, DrlScope scope, Findings findings) {
        return new ClassicReader(new Grid(file, sheet, findings), scope, findings).tables();
    }

    private List<DecisionTable> tables() {
        List<DecisionTable> tables = new ArrayList<>();
        boolean found = false;
        int row = 1;
        while (row <= grid.lastRow()) {
            int column = tableColumn(row);
            if (column == 0) {
                setting(row++);
            } else {
                found = true;
                int end = end(row + BODY, column);
                tables.addAll(table(row, column, end));
                row = end;
            }
        }
        if (!found) {
            findings.add(FindingCode.NOT_TRANSLATED.at(
                    Place.of(grid.file()), "No cell begins a table.", "Write RuleTable and a name above its columns."));
        }
        return tables;
    }

    /** 0 if no table begins in the row. */
    private int tableColumn(int row) {
        for (int column = 1; column <= grid.width(row); column++) {
            if (TABLE.matcher(grid.text(row, column)).matches()) {
                return column;
            }
        }
        return 0;
    }

    private void setting(int row) {
        int column = 1;
        while (column < grid.width(row) && grid.text(row, column).isEmpty()) {
            column++;
        }
        String key = grid.text(row, column);
        String plain = key.toLowerCase(Locale.ROOT).replace("-", "");
        if (grid.text(row, column + 1).isEmpty()) {
            return;
        }
        Place place = grid.place(row, column + 1);
        if (MEANINGFUL.contains(plain)) {
            findings.add(FindingCode.NOT_TRANSLATED.at(
                    place,
                    "A table has nothing like '" + key + "'.",
                    "Take it out; for days and hours take the columns call.date and call.when."));
        } else if (PROVIDED.contains(plain)) {
            findings.add(FindingCode.LEFT_OUT.at(
                    place, "'" + key + "' is code, which is not taken over.", "Nothing, unless a row uses it."));
        }
    }

    /** A table ends before the first row that is empty or begins another one. */
    private int end(int body, int column) {
        int end = body;
        while (end <= grid.lastRow() && tableColumn(end) == 0 && grid.width(end) >= column) {
            end++;
        }
        return end;
    }

    private List<DecisionTable> table(int row, int first, int end) {
        Matcher title = TABLE.matcher(grid.text(row, first));
        String name =
                title.matches() && !title.group(1).isBlank() ? title.group(1).strip() : "RuleTable";
        if (row + BODY == end) {
            findings.add(FindingCode.NOT_TRANSLATED.at(
                    grid.place(row, first),
                    "The table '" + name + "' has no rows.",
                    "Below RuleTable stand kinds of columns, patterns, snippets, labels, and then rows."));
            return List.of();
        }
        return new ClassicTable(grid, name, columns(row, first), scope, findings).translate(row + BODY, end);
    }

    private List<ClassicColumn> columns(int row, int first) {
        List<ClassicColumn> columns = new ArrayList<>();
        for (int column = first; column <= grid.width(row + 1); column++) {
            String text = grid.text(row + 1, column);
            if (text.isEmpty()) {
                continue;
            }
            Optional<ColumnKind> kind = ColumnKind.of(text);
            if (kind.isEmpty()) {
                findings.add(FindingCode.NOT_TRANSLATED.at(
                        grid.place(row + 1, column),
                        "There is no kind of column '" + text + "'.",
                        Suggestion.remedy(text, ColumnKind.texts(), "kinds", "")));
            } else {
                columns.add(
                        new ClassicColumn(column, kind.get(), pattern(row + 2, column), grid.text(row + 3, column)));
            }
        }
        return columns;
    }

    /** A pattern that is joined over several columns is theirs. */
    private String pattern(int row, int column) {
        int at = grid.joined(row, column).map(CellRange::firstColumn).orElse(column);
        return grid.text(row, at);
    }
}
