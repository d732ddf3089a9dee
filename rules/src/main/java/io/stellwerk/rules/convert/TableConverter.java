package io.stellwerk.rules.convert;

import io.stellwerk.rules.classic.ClassicReader;
import io.stellwerk.rules.dmn.DmnReader;
import io.stellwerk.rules.dmn.DmnWriter;
import io.stellwerk.rules.drl.DrlScope;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.finding.Severity;
import io.stellwerk.rules.read.CsvSheet;
import io.stellwerk.rules.read.TableReader;
import io.stellwerk.rules.read.TableReading;
import io.stellwerk.rules.sheet.Sheet;
import io.stellwerk.rules.sheet.WorkbookReader;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.Row;
import io.stellwerk.rules.table.TableSheet;
import io.stellwerk.rules.write.CsvTableWriter;
import io.stellwerk.rules.write.JsonTableWriter;
import io.stellwerk.rules.write.WorkbookTableWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads tables from every format that is known, and writes them as another. Not for several threads. */
public final class TableConverter {

    private final DrlScope scope;
    private final Findings findings;

    /** @param scope the facts of the tenant whose tables these are */
    public TableConverter(DrlScope scope, Findings findings) {
        this.scope = scope;
        this.findings = findings;
    }

    /**
     * The tables of a file: ours as CSV, JSON or workbook, classic spreadsheets of Drools as CSV or workbook, or DMN. What
     * has no equal is a finding, and its row is left out.
     *
     * @param file its name; the end tells the format, the content whether a spreadsheet is a classic one
     */
    public List<TableSheet> read(String file, byte[] bytes) {
        return all(file, bytes).stream().flatMap(sheet -> sound(sheet).stream()).toList();
    }

    /** Without what could not be read: a row would match more calls without its unreadable cell. */
    private Optional<TableSheet> sound(TableSheet sheet) {
        DecisionTable table = sheet.table();
        Set<String> unsound = findings.sorted().stream()
                .filter(finding -> finding.severity() == Severity.ERROR
                        && finding.place().file().equals(table.file()))
                .map(finding -> finding.place().row())
                .collect(Collectors.toSet());
        if (unsound.contains("")) {
            return Optional.empty();
        }
        List<Row> rows =
                table.rows().stream().filter(row -> !unsound.contains(row.id())).toList();
        return Optional.of(new TableSheet(table.withRows(rows), sheet.widths()));
    }

    private List<TableSheet> all(String file, byte[] bytes) {
        String lower = file.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".dmn") || lower.endsWith(".xml")) {
            return DmnReader.read(file, bytes, scope.dictionary(), findings).stream()
                    .map(TableSheet::new)
                    .toList();
        }
        List<Sheet> sheets = sheets(file, lower, bytes);
        return sheets.stream().anyMatch(ClassicReader::recognises) ? translated(file, sheets) : own(file, bytes);
    }

    private List<TableSheet> own(String file, byte[] bytes) {
        TableReading reading = TableReader.read(file, bytes, scope.dictionary());
        findings.addAll(reading.findings());
        return reading.sheets();
    }

    /** What is wrong with the file is told by whoever reads it then. */
    private static List<Sheet> sheets(String file, String lower, byte[] bytes) {
        Findings untold = new Findings();
        if (lower.endsWith(".xlsx")) {
            return WorkbookReader.read(file, bytes, untold).orElse(List.of());
        }
        return lower.endsWith(".csv")
                ? CsvSheet.read(file, bytes, untold).stream().toList()
                : List.of();
    }

    private List<TableSheet> translated(String file, List<Sheet> sheets) {
        List<TableSheet> tables = new ArrayList<>();
        for (Sheet sheet : sheets) {
            String name = sheet.name().isEmpty() ? file : Place.sheet(file, sheet.name());
            if (ClassicReader.recognises(sheet)) {
                ClassicReader.read(name, sheet, scope, findings).forEach(table -> tables.add(new TableSheet(table)));
            } else if (!sheet.rows().isEmpty()) {
                findings.add(FindingCode.LEFT_OUT.at(
                        Place.of(name),
                        "The sheet has no RuleSet and no RuleTable, so it is left out.",
                        "Nothing; if it is a table in our layout, convert it in a file of its own."));
            }
        }
        return tables;
    }

    /**
     * The content of a file with these tables: one, save for formats that have {@linkplain TableFormat#many() many}. A row
     * that cannot be said in the format is a finding and left out.
     */
    public byte[] write(List<TableSheet> tables, TableFormat format) {
        List<DecisionTable> plain = tables.stream().map(TableSheet::table).toList();
        return switch (format) {
            case CSV -> CsvTableWriter.write(plain.get(0)).getBytes(StandardCharsets.UTF_8);
            case JSON -> JsonTableWriter.write(plain.get(0)).getBytes(StandardCharsets.UTF_8);
            case XLSX -> WorkbookTableWriter.write(tables);
            case DMN -> DmnWriter.write(plain, findings).getBytes(StandardCharsets.UTF_8);
        };
    }
}
