package io.stellwerk.rules.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.customer.AttributeDeclaration;
import io.stellwerk.engine.customer.AttributeType;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.Row;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks as people make them, written here by another program than ours. */
class WorkbookTableTest {

    private static final String FILE = "rules/offers.xlsx";
    private static final FactDictionary DICTIONARY = FactDictionary.of(
            List.of(new AttributeDeclaration("contractEnd", AttributeType.DATE, List.of())),
            List.of("A", "B", "C"),
            List.of("service"),
            List.of(),
            List.of());

    private final XSSFWorkbook workbook = new XSSFWorkbook();

    @Test
    void a_sheet_has_the_settings_heading_and_rows_of_a_csv_file() throws IOException {
        XSSFSheet sheet = sheet("Offers");
        row(sheet, 0, "#table", "Offene Angebote");
        row(sheet, 1, "#hit policy", "PRIORITY");
        row(sheet, 3, "id", "priority", "customer.customerClass", "=> plan", "enabled", "comment");
        row(sheet, 4, "row-1", 10, "A, B", "account-manager", false, 2026);
        row(sheet, 5, "# a note of the author");
        row(sheet, 7, 7, -1, null, "account-manager");

        TableReading reading = read();

        assertThat(reading.findings()).isEmpty();
        DecisionTable table = reading.table().orElseThrow();
        assertThat(table.file()).isEqualTo("rules/offers.xlsx!Offers");
        assertThat(table.name()).isEqualTo("Offene Angebote");
        assertThat(table.rows()).extracting(Row::id).containsExactly("row-1", "7");
        assertThat(table.rows()).extracting(Row::priority).containsExactly(10, -1);
        assertThat(table.rows()).extracting(Row::enabled).containsExactly(false, true);
        assertThat(table.rows()).extracting(Row::comment).containsExactly("2026", "");
        assertThat(table.rows()).extracting(Row::line).containsExactly(5, 8);
    }

    @Test
    void each_sheet_is_a_table_in_the_order_of_sheets_and_notes_are_none() throws IOException {
        row(sheet("second to none"), 0, "id", "=> plan");
        row(sheet("# how to use this"), 0, "Hello");
        sheet("empty");
        row(sheet("Another"), 0, "id", "=> plan");

        TableReading reading = read();

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.tables()).extracting(DecisionTable::name).containsExactly("second to none", "Another");
    }

    @ParameterizedTest(name = "{0}, shown as {1}, in the column {2} is {3}")
    @CsvSource({
        "3, General, customer.dunningLevel, 3",
        "3, @, customer.dunningLevel, 3",
        "1234.5, '#,##0.00 \"€\"', customer.value, 1234.5",
        "0.1, General, customer.value, 0.1",
        "123456789012, General, customer.value, 123456789012",
        "46380, yyyy-mm-dd, customer.contractEnd, 2026-12-24",
        "46380, m/d/yy, customer.contractEnd at least, 2026-12-24",
        "59, dd.mm.yyyy, customer.contractEnd, 1900-02-28",
        "61, dd.mm.yyyy, customer.contractEnd, 1900-03-01",
        "0.3333333333333333, hh:mm, call.time at least, 08:00",
        "0.75, h:mm AM/PM, call.time at least, 18:00",
        "4711, General, customer.id, 4711",
        "4711, 0, customer.id, 4711",
    })
    void what_a_spreadsheet_made_of_a_cell_comes_back_as_what_the_column_means(
            double number, String format, String column, String text) throws IOException {
        DecisionTable table = single(column, cell -> {
                    cell.setCellValue(number);
                    cell.setCellStyle(format(format));
                })
                .table()
                .orElseThrow();

        assertThat(table.rows().get(0).cells().get(0).text()).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}, shown as {1}, in the column {2}: {3}")
    @CsvSource({
        "4930123456, General, call.calling, a plus or zeros before it are lost",
        "4930, General, call.calling starts with, a plus or zeros before it are lost",
        "0.5, 0 %, customer.value, 'percentage as its hundredth, 0.5'",
        "1E10, 0.00E+00, customer.value, shown with an exponent",
        "1E15, General, customer.value, keeps a number here",
        "46380, yyyy-mm-dd, customer.value, made a day of what was written here: 2026-12-24",
        "46380, d-mmm, customer.name, made a day",
        "46380.5, yyyy-mm-dd hh:mm, customer.contractEnd, made a day with a time",
        "46380, General, customer.contractEnd, keeps a number here",
        "0.5, hh:mm, customer.name, made a time",
        "0.50001, hh:mm:ss, call.time, made a time",
        "0.5, General, call.time, keeps a number here",
        "4711, 000000, customer.id, may be shown otherwise",
        "1.5, General, customer.id, keeps a number here",
        "60, yyyy-mm-dd, customer.contractEnd, shows the error '60'",
    })
    void what_the_author_wrote_and_a_spreadsheet_lost_is_a_finding(
            double number, String format, String column, String message) throws IOException {
        List<Finding> findings = single(column, cell -> {
                    cell.setCellValue(number);
                    cell.setCellStyle(format(format));
                })
                .findings();

        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).toString())
                .startsWith("error rules/offers.xlsx!Sheet:B2, row row-1, column " + column + ": ")
                .contains(message)
                .endsWith("[changed-by-spreadsheet]");
    }

    @Test
    void truth_values_are_yes_and_no_where_these_are_asked_for() throws IOException {
        assertThat(single("call.holiday", cell -> cell.setCellValue(true))
                        .table()
                        .orElseThrow()
                        .rows())
                .extracting(row -> row.cells().get(0).text())
                .containsExactly("yes");
        assertThat(single("customer.name", cell -> cell.setCellValue(true))
                        .findings()
                        .toString())
                .contains("made yes or no of what was written here: yes");
    }

    @Test
    void days_count_from_1904_where_the_workbook_says_so() throws IOException {
        workbook.getCTWorkbook().getWorkbookPr().setDate1904(true);

        DecisionTable table = single("customer.contractEnd", cell -> {
                    cell.setCellValue(46380 - 1462);
                    cell.setCellStyle(format("yyyy-mm-dd"));
                })
                .table()
                .orElseThrow();

        assertThat(table.rows().get(0).cells().get(0).text()).isEqualTo("2026-12-24");
    }

    @Test
    void days_and_times_written_by_programs_are_understood() throws IOException {
        assertThat(single("customer.contractEnd", cell -> {
                            cell.setCellValue(LocalDate.of(2026, 12, 24));
                            cell.setCellStyle(format("dd/mm/yyyy"));
                        })
                        .findings())
                .isEmpty();
        assertThat(single("customer.contractEnd", cell -> {
                            cell.setCellValue(LocalDateTime.of(2026, 12, 24, 8, 0));
                            cell.setCellStyle(format("dd/mm/yyyy hh:mm"));
                        })
                        .findings())
                .hasSize(1);
    }

    @Test
    void a_formula_is_not_calculated_but_named_with_its_cell() throws IOException {
        TableReading reading = single("customer.value", cell -> {
            cell.setCellFormula("1+1");
            cell.setCellValue(2);
        });

        assertThat(reading.findings())
                .extracting(Finding::toString)
                .containsExactly("error rules/offers.xlsx!Sheet:B2, row row-1, column customer.value: "
                        + "Formulas are not calculated. "
                        + "Paste the value instead: copy the cell, then paste it special as value. [formula]");
    }

    @Test
    void of_very_many_formulas_only_the_first_are_told() throws IOException {
        XSSFSheet sheet = sheet("Sheet");
        row(sheet, 0, "id", "customer.value", "=> plan");
        for (int i = 1; i < 200; i++) {
            row(sheet, i, "row-" + i, null, "p");
            sheet.getRow(i).createCell(1).setCellFormula("1+" + i);
        }

        List<Finding> findings = read().findings();

        assertThat(findings).hasSize(50);
        assertThat(findings.get(49).message()).contains("there are more of them");
    }

    @Test
    void errors_joined_cells_hidden_sheets_and_cells_without_heading_are_findings() throws IOException {
        XSSFSheet sheet = sheet("Sheet");
        row(sheet, 0, "id", "customer.value", "=> plan");
        row(sheet, 1, "row-1", null, "p");
        sheet.getRow(1).createCell(1).setCellErrorValue(FormulaError.NA.getCode());
        row(sheet, 2, "row-2", null, "p", null, "beside");
        sheet.addMergedRegion(new CellRangeAddress(1, 2, 2, 2));
        row(sheet("Hidden"), 0, "id", "=> plan");
        workbook.setSheetHidden(1, true);

        assertThat(read().findings())
                .extracting(finding -> finding.code() + " " + finding.place())
                .containsExactly(
                        "hidden-sheet rules/offers.xlsx!Hidden",
                        "changed-by-spreadsheet rules/offers.xlsx!Sheet:B2, row row-1, column customer.value",
                        "merged-cells rules/offers.xlsx!Sheet:C2",
                        "wrong-number-of-cells rules/offers.xlsx!Sheet:E3, row row-2");
    }

    @Test
    void wrong_cells_are_told_by_their_names() throws IOException {
        XSSFSheet sheet = sheet("Süd & Nord");
        row(sheet, 0, "id", "customer.customerClass", "customer.valu", "=> plan");
        row(sheet, 1, "row-1", "A, D", "-", "p");
        row(sheet, 2, "row-1", "A", "-", "p");

        assertThat(read().findings())
                .extracting(finding -> finding.code() + " " + finding.place())
                .containsExactly(
                        "unknown-fact rules/offers.xlsx!Süd & Nord:C1, column customer.valu",
                        "unknown-value rules/offers.xlsx!Süd & Nord:B2, row row-1, column customer.customerClass",
                        "duplicate-row rules/offers.xlsx!Süd & Nord:A3, row row-1, column id");
    }

    @Test
    void the_classic_layout_of_drools_is_recognised() throws IOException {
        XSSFSheet sheet = sheet("Sheet");
        row(sheet, 1, null, "RuleSet", "com.example");
        row(sheet, 3, null, "RuleTable Pricing");

        assertThat(read().findings()).extracting(Finding::code).containsExactly("other-layout");
    }

    @Test
    void a_workbook_without_any_table_is_a_finding() throws IOException {
        sheet("Sheet");

        assertThat(read().findings()).extracting(Finding::code).containsExactly("missing-heading");
    }

    @Test
    void cells_have_names_of_letters_and_numbers() {
        assertThat(Place.at("a.xlsx!S", 7, 3).cell()).contains("C7");
        assertThat(Place.at("a.xlsx!S", 1, 26).cell()).contains("Z1");
        assertThat(Place.at("a.xlsx!S", 1, 27).cell()).contains("AA1");
        assertThat(Place.at("a.xlsx!S", 1, 703).cell()).contains("AAA1");
        assertThat(Place.at("a.csv", 7, 3).cell()).isEmpty();
        assertThat(Place.at("rules/a.xlsx!S", 7, 3).workbook()).isEqualTo("rules/a.xlsx");
    }

    private TableReading single(String column, Consumer<Cell> content) throws IOException {
        int index = workbook.getSheetIndex("Sheet");
        if (index >= 0) {
            workbook.removeSheetAt(index);
        }
        XSSFSheet sheet = sheet("Sheet");
        row(sheet, 0, "id", column, "=> plan");
        row(sheet, 1, "row-1", null, "p");
        content.accept(sheet.getRow(1).createCell(1));
        return read();
    }

    private XSSFSheet sheet(String name) {
        return workbook.createSheet(name);
    }

    private CellStyle format(String code) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(code));
        return style;
    }

    private static void row(XSSFSheet sheet, int index, Object... values) {
        var row = sheet.createRow(index);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof String text) {
                row.createCell(i).setCellValue(text);
            } else if (values[i] instanceof Integer number) {
                row.createCell(i).setCellValue(number);
            } else if (values[i] instanceof Boolean yes) {
                row.createCell(i).setCellValue(yes);
            }
        }
    }

    private TableReading read() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        workbook.write(bytes);
        return TableReader.read(FILE, bytes.toByteArray(), DICTIONARY);
    }
}
