package io.stellwerk.rules.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.stellwerk.rules.drl.DrlScope;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.read.CsvSheet;
import io.stellwerk.rules.sample.Tables;
import io.stellwerk.rules.sheet.Sheet;
import io.stellwerk.rules.sheet.WorkbookReader;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.write.CsvTableWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassicReaderTest {

    private static final DrlScope SCOPE = new DrlScope(Tables.DICTIONARY, Set.of(), true, ZoneId.of("Europe/Berlin"));

    private final Findings findings = new Findings();

    @Test
    void a_classic_spreadsheet_becomes_a_typed_table() {
        List<DecisionTable> tables = csv("""
                ;RuleSet;com.example.routing
                ;Import;com.example.Customer, com.example.Call
                ;Notes;who pays late talks to accounting

                ;RuleTable Dunning
                ;NAME;PRIORITY;CONDITION;CONDITION;C;CONDITION;ACTION;ACTION
                ;;;$c : Customer;$c : Customer;$c : Customer;Call;;
                ;;;dunningLevel >= $param;customerClass;value >= $1, value < $2;calling str[startsWith] "$param";route.to("$param");route.announce("$param")
                ;Name;Rank;Level;Class;Value;From;Plan;Announcement
                ;late;20;2;;;;accounting;recording
                ;rich;10;;A;100,200;+4930;account-manager;
                ;Someone else!;;;B;;;switchboard;
                """);

        assertThat(findings.sorted()).isEmpty();
        assertThat(tables).hasSize(1);
        assertThat(CsvTableWriter.write(tables.get(0))).isEqualTo("""
                        #table;Dunning
                        #phase;decide
                        #hit policy;PRIORITY
                        #salience;0
                        id;priority;customer.dunningLevel at least;customer.customerClass;customer.value;call.calling;=> plan;=> announcement;comment
                        late;20;2;-;-;-;accounting;recording;
                        rich;10;-;A;[100..200[;+4930*;account-manager;;
                        row-12;0;-;B;-;-;switchboard;;Someone else!
                        """);
    }

    @ParameterizedTest(name = "{0} {1} with {2} is {3} {4}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Customer   | dunningLevel == $param                  | 2          | customer.dunningLevel          | 2
            Customer   | dunningLevel                            | 2          | customer.dunningLevel          | 2
            Customer   | dunningLevel >=                         | 2          | customer.dunningLevel at least | 2
            Customer   | value < $param                          | 10         | customer.value                 | < 10
            Customer   | value >= $1 && value <= $2              | 10, 20     | customer.value                 | [10..20]
            Customer   | customerClass in ($param)               | "A", "B"   | customer.customerClass         | A, B
            Customer   | name == "$param"                        | Max "M"    | customer.name                  | "Max ""M""\"
            Customer   | name                                    | Max M      | customer.name                  | Max M
            Customer   | tags contains "$param"                  | vip        | customer.tags                  | vip
            Hotline    | id == "$param"                          | service    | hotline                        | service
            Call       | holiday == $param                       | true       | call.holiday                   | yes
            Call       | date >= "$param"                        | 2026-12-24 | call.date at least             | 2026-12-24
            Segment    | name == "$param"                        | vip        | segment                        | vip
                       | not Segment( name == "$param" )         | vip        | segment                        | not(vip)
                       | Customer( customerClass == "$param" )   | A          | customer.customerClass         | A
            Customer() | customerClass == "$param"               | A          | customer.customerClass         | A
            """)
    void snippets_become_columns(String pattern, String snippet, String cell, String heading, String text) {
        DecisionTable table = single(pattern == null ? "" : pattern, snippet, cell, "route.to(\"$param\")", "p")
                .get(0);

        assertThat(findings.sorted()).isEmpty();
        String csv = CsvTableWriter.write(table);
        assertThat(csv).contains("id;" + heading + ";=> plan");
        assertThat(table.rows().get(0).cells().get(0).text()).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            route.to("$param");                         | desk        | => plan: desk
            route.to("kam-" + $c.offerOwner)            | x           | => plan: kam-{customer.offerOwner}
            route.reject("$param");                     | busy        | => reject: busy
            route.announce("$1"); route.to("$2")        | hello, desk | => plan: desk
            insert(new Segment("$param"));              | vip         | => segment: vip
            insert(new Segment("vip"));                 | X           | => segment: vip
            """)
    void snippets_become_actions(String snippet, String cell, String expected) {
        DecisionTable table = single("$c : Customer", "offerOwner != $param", "null", snippet, cell)
                .get(0);

        assertThat(findings.sorted()).isEmpty();
        String[] heading = expected.split(": ", 2);
        String csv = CsvTableWriter.write(table);
        assertThat(csv).contains(heading[0]);
        assertThat(csv.substring(csv.indexOf("row-"))).contains(heading[1]);
    }

    @ParameterizedTest(name = "{0} {1} with {2}: {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Customer | age > $param                                             | 18    | column D   | age
            Invoice  | total > $param                                           | 18    | column D   | Invoice
            Customer | name matches "$param"                                    | M.*r  | column D   | No cell can say
            Customer | value > $param                                           | ten   | column D   | ten
                     | eval( System.exit($param) == 0 )                         | 1     | column D   | eval
            Customer | dunningLevel > $param, value > openOffers                | 1     | row row-6  | No cell can say
            """)
    void what_no_cell_can_say_is_named_with_its_place(
            String pattern, String snippet, String cell, String place, String message) {
        List<DecisionTable> tables = single(pattern == null ? "" : pattern, snippet, cell, "route.to(\"$param\")", "p");

        assertThat(tables.stream().flatMap(table -> table.rows().stream())).isEmpty();
        assertThat(findings.sorted()).isNotEmpty();
        assertThat(findings.sorted().toString()).contains(place, message, "t.csv:6");
    }

    @Test
    void nothing_of_a_spreadsheet_is_run() {
        single("", "Runtime.getRuntime().exec(\"$param\")", "reboot", "System.exit(1); route.to(\"$param\")", "p");
        single(
                "Customer",
                "name == \"$param\"",
                "x\" ) eval( true ) Customer( name == \"y",
                "route.to(\"$param\")",
                "p\"); System.exit(1); route.to(\"q");

        assertThat(findings.sorted())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.remedy()).isNotEmpty());
    }

    @Test
    void what_a_rule_set_says_beside_its_tables_is_named() {
        csv("""
                RuleSet;x
                Functions;void f() { System.exit(1); }
                Variables;List list
                RuleTable a
                CONDITION;ACTION;TIMER
                Customer;;
                customerClass;route.to("$param");
                Class;Plan;Timer
                A;p;10s
                """);

        assertThat(findings.sorted())
                .extracting(Finding::code, finding -> finding.place().toString())
                .containsExactly(
                        tuple("left-out", "t.csv:2, column B"),
                        tuple("left-out", "t.csv:3, column B"),
                        tuple("not-translated", "t.csv:9, row row-9, column C"));
    }

    @Test
    void rows_that_derive_become_a_table_of_their_own_and_groups_let_the_first_win() {
        List<DecisionTable> tables = csv("""
                RuleSet;x
                RuleTable mixed
                CONDITION;ACTION;ACTION
                Customer;;
                customerClass;route.to("$param");insert(new Segment("$param"))
                Class;Plan;Segment
                A;p;
                B;;big

                RuleTable first
                CONDITION;ACTION;ACTIVATION-GROUP
                Customer;;
                customerClass;insert(new Segment("$param"));
                Class;Segment;Group
                A;vip;g
                B;big;g
                """);

        assertThat(findings.sorted()).isEmpty();
        assertThat(tables)
                .extracting(table -> table.name() + " " + table.phase() + " " + table.hitPolicy() + " "
                        + table.rows().size())
                .containsExactly("mixed (segments) DERIVE COLLECT 1", "mixed DECIDE FIRST 1", "first DERIVE FIRST 2");
    }

    @Test
    void joined_cells_of_a_workbook_count_for_all_of_theirs() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            XSSFSheet sheet = workbook.createSheet("Tabelle1");
            row(sheet, 1, null, "RuleSet", "x");
            row(sheet, 3, null, "RuleTable t");
            row(sheet, 4, null, "CONDITION", "CONDITION", "ACTION");
            row(sheet, 5, null, "$c : Customer");
            sheet.addMergedRegion(new CellRangeAddress(5, 5, 1, 2));
            row(sheet, 6, null, "customerClass", "dunningLevel >= $param", "route.to(\"$param\");");
            row(sheet, 7, null, "Class", "Level", "Plan");
            row(sheet, 8, null, "A", 2, "desk");
            row(sheet, 9, null, null, 3, null);
            sheet.addMergedRegion(new CellRangeAddress(8, 9, 3, 3));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            workbook.write(bytes);
            Sheet read = WorkbookReader.read("t.xlsx", bytes.toByteArray(), findings)
                    .orElseThrow()
                    .get(0);

            List<DecisionTable> tables = ClassicReader.read("t.xlsx!Tabelle1", read, SCOPE, findings);

            assertThat(findings.sorted()).isEmpty();
            assertThat(CsvTableWriter.write(tables.get(0))).endsWith("""
                            id;customer.customerClass;customer.dunningLevel at least;=> plan
                            row-9;A;2;desk
                            row-10;-;3;desk
                            """);
        }
    }

    private static void row(XSSFSheet sheet, int index, Object... values) {
        var row = sheet.createRow(index);
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof String text) {
                row.createCell(i).setCellValue(text);
            } else if (values[i] instanceof Integer number) {
                row.createCell(i).setCellValue(number);
            }
        }
    }

    /** A table with one condition in column D and one action, its row in line 6. */
    private List<DecisionTable> single(String pattern, String snippet, String cell, String action, String value) {
        return csv("RuleTable t\nCONDITION;;;CONDITION;ACTION\n%s;;;%s;\n%s;;;%s;%s\nx;;;x;x\n;;;%s;%s\n"
                .formatted("", field(pattern), "", field(snippet), field(action), field(cell), field(value)));
    }

    private static String field(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private List<DecisionTable> csv(String text) {
        Sheet sheet = CsvSheet.read("t.csv", text.getBytes(StandardCharsets.UTF_8), findings)
                .orElseThrow();
        assertThat(ClassicReader.recognises(sheet)).isTrue();
        return ClassicReader.read("t.csv", sheet, SCOPE, findings);
    }
}
