package io.stellwerk.rules.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.read.TableReader;
import io.stellwerk.rules.read.TableReading;
import io.stellwerk.rules.sample.RandomTables;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.TableSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class WorkbookRoundTripTest {

    private static final int TABLES = 60;
    private static final String FILE = "rules/t.xlsx";

    @RepeatedTest(3)
    void tables_that_are_written_as_a_workbook_and_read_again_are_the_same() {
        long seed = new Random().nextLong();
        RandomTables random = new RandomTables(new Random(seed));
        List<DecisionTable> tables =
                IntStream.range(0, TABLES).mapToObj(i -> random.next()).toList();

        List<DecisionTable> read = read(write(tables), seed);

        for (int i = 0; i < TABLES; i++) {
            assertThat(RandomTables.placeless(read.get(i)))
                    .as("seed %d, table %d", seed, i)
                    .isEqualTo(RandomTables.placeless(tables.get(i)));
        }
    }

    @RepeatedTest(3)
    void a_workbook_that_goes_through_csv_says_the_same_afterwards() {
        long seed = new Random().nextLong();
        RandomTables random = new RandomTables(new Random(seed));
        for (int i = 0; i < TABLES; i++) {
            DecisionTable table = read(write(List.of(random.next())), seed).get(0);

            String csv = CsvTableWriter.write(table);
            DecisionTable fromCsv = TableReader.read(
                            "rules/t.csv", csv.getBytes(StandardCharsets.UTF_8), RandomTables.DICTIONARY)
                    .table()
                    .orElseThrow();
            DecisionTable again = read(write(List.of(fromCsv)), seed).get(0);

            assertThat(RandomTables.placeless(again)).as("seed %d", seed).isEqualTo(RandomTables.placeless(table));
        }
    }

    @Test
    void the_reference_table_survives_with_every_kind_of_column_and_cell() throws IOException {
        byte[] csv = Files.readAllBytes(Path.of("../docs/reference-table.csv"));
        var dictionary = ReferenceTableTest.DICTIONARY;
        DecisionTable table =
                TableReader.read("rules/reference.csv", csv, dictionary).table().orElseThrow();

        TableReading reading = TableReader.read(FILE, write(List.of(table)), dictionary);

        assertThat(reading.findings()).isEmpty();
        assertThat(JsonTableWriter.write(reading.table().orElseThrow())).isEqualTo(JsonTableWriter.write(table));
    }

    @Test
    void sheets_keep_their_names_and_columns_their_widths() {
        DecisionTable table = new RandomTables(new Random(3)).next();
        DecisionTable named = in(Place.sheet(FILE, "Mahnung, Süd"), table);
        byte[] written = WorkbookTableWriter.write(List.of(new TableSheet(named, Map.of("id", 33.5))));

        TableSheet read = TableReader.read(FILE, written, RandomTables.DICTIONARY)
                .sheets()
                .get(0);
        TableSheet again = TableReader.read(FILE, WorkbookTableWriter.write(List.of(read)), RandomTables.DICTIONARY)
                .sheets()
                .get(0);

        assertThat(again.table().file()).isEqualTo("rules/t.xlsx!Mahnung, Süd");
        assertThat(again.widths()).containsEntry("id", 33.5).isEqualTo(read.widths());
    }

    @Test
    void another_program_reads_every_cell_as_it_was_written() throws IOException {
        long seed = new Random().nextLong();
        RandomTables random = new RandomTables(new Random(seed));
        List<DecisionTable> tables =
                IntStream.range(0, TABLES).mapToObj(i -> random.next()).toList();

        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(write(tables)))) {
            assertThat(workbook.getNumberOfSheets()).isEqualTo(TABLES);
            for (int i = 0; i < TABLES; i++) {
                assertThat(texts(workbook.getSheetAt(i)))
                        .as("seed %d, table %d", seed, i)
                        .isEqualTo(texts(tables.get(i)));
            }
        }
    }

    private static List<String> texts(XSSFSheet sheet) {
        DataFormatter shown = new DataFormatter();
        List<String> texts = new ArrayList<>();
        sheet.forEach(row -> {
            for (Cell cell : row) {
                String text = shown.formatCellValue(cell);
                if (!text.isEmpty()) {
                    texts.add(text);
                }
            }
        });
        return texts;
    }

    private static List<String> texts(DecisionTable table) {
        TableLayout layout = new TableLayout(table);
        List<String> texts = new ArrayList<>();
        layout.settings().forEach(setting -> texts.addAll(List.of(setting.name(), setting.value())));
        layout.columns().forEach(column -> texts.add(column.heading()));
        table.rows()
                .forEach(row -> layout.columns()
                        .forEach(column -> texts.add(column.text().apply(row))));
        texts.removeIf(String::isEmpty);
        return texts;
    }

    private static DecisionTable in(String file, DecisionTable table) {
        return new DecisionTable(
                file,
                table.name(),
                table.phase(),
                table.hitPolicy(),
                table.salience(),
                table.conditions(),
                table.rows());
    }

    private static byte[] write(List<DecisionTable> tables) {
        return WorkbookTableWriter.write(tables.stream().map(TableSheet::new).toList());
    }

    private static List<DecisionTable> read(byte[] workbook, long seed) {
        TableReading reading = TableReader.read(FILE, workbook, RandomTables.DICTIONARY);

        assertThat(reading.findings()).as("seed %d", seed).isEmpty();
        return reading.tables();
    }
}
