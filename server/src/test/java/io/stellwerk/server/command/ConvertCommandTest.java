package io.stellwerk.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.server.SmallTenant;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertCommandTest {

    private static final String TABLE = """
            #table;Kunden
            #phase;decide
            #hit policy;FIRST
            #salience;0
            id;customer.customerClass;call.time;=> plan;comment
            a;A, B;08:00-18:00;switchboard;two; words
            """.replace("two; words", "\"two; words\"");

    private static final String CLASSIC = """
            RuleSet;com.example
            RuleTable Kunden
            CONDITION;CONDITION;ACTION
            Customer;Customer;
            customerClass;dunningLevel >= $param;route.to("$param");
            Class;Level;Plan
            A;;switchboard
            B;2;switchboard
            """;

    @TempDir
    private Path folder;

    private String ruleSet = "";
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws Exception {
        ruleSet = SmallTenant.write(folder.resolve("rules")).toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xlsx", "dmn"})
    void a_table_comes_back_the_same_from_every_format(String format) throws IOException {
        Path csv = file("t.csv", TABLE);

        assertThat(convert(csv, "--to", format)).as(out.toString()).isZero();
        assertThat(out.toString()).contains("Written: " + folder.resolve("t." + format));
        assertThat(convert(
                        folder.resolve("t." + format),
                        "--to",
                        "csv",
                        "--output",
                        folder.resolve("again.csv").toString()))
                .as(out.toString())
                .isZero();

        assertThat(folder.resolve("again.csv")).hasContent(TABLE);
    }

    @Test
    void a_classic_spreadsheet_becomes_a_table_that_the_rule_set_can_have() throws IOException {
        Path classic = file("classic.csv", CLASSIC);
        Path into = Path.of(ruleSet).resolve("rules/99-kunden.xlsx");

        assertThat(convert(classic, "--to", "xlsx", "--output", into.toString()))
                .as(out.toString())
                .isZero();

        assertThat(run("check", ruleSet)).as(out.toString()).isZero();
    }

    @Test
    void what_cannot_be_said_is_named_and_nothing_is_written_unless_asked_for() throws IOException {
        Path classic = file("classic.csv", CLASSIC.replace("A;;", "Z;;"));

        assertThat(convert(classic, "--to", "json")).isEqualTo(1);
        assertThat(out.toString()).contains("row-7", "\"Z\"", "[unknown-value]").doesNotContain("Written");
        assertThat(folder.resolve("classic.json")).doesNotExist();

        assertThat(convert(classic, "--to", "json", "--partial")).isEqualTo(1);
        assertThat(folder.resolve("classic.json")).content().contains("row-8").doesNotContain("row-7");
    }

    @Test
    void several_tables_become_several_files_where_a_file_has_one() throws IOException {
        Path classic = file("classic.csv", CLASSIC + "\n" + CLASSIC.substring(CLASSIC.indexOf("RuleTable")));

        assertThat(convert(
                        classic,
                        "--to",
                        "csv",
                        "--output",
                        folder.resolve("out.csv").toString()))
                .isZero();

        assertThat(folder.resolve("out-1.csv")).exists();
        assertThat(folder.resolve("out-2.csv")).exists();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "convert                                 | FILE",
                "convert T.csv                           | --rule-set",
                "convert T.csv --rule-set nowhere        | nowhere",
                "convert T.pdf --rule-set RULES          | 'T.pdf'",
                "convert T.csv --rule-set RULES --to pdf | pdf",
                "convert T.csv --rule-set RULES          | --force",
            })
    void wrong_use_is_told(String line, String expected) throws IOException {
        Path csv = file("T.csv", TABLE);
        String[] arguments =
                line.replace("T.csv", csv.toString()).replace("RULES", ruleSet).split("\\s+");

        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString()).contains(expected);
    }

    @Test
    void a_missing_file_is_a_fault_outside() {
        assertThat(convert(folder.resolve("missing.csv"))).isEqualTo(3);
        assertThat(err.toString()).contains("missing.csv");
    }

    @Test
    void a_rule_set_whose_facts_cannot_be_read_is_told_first() throws IOException {
        Files.writeString(Path.of(ruleSet).resolve("tenant.yaml"), "tenant: [");

        assertThat(convert(file("t.csv", TABLE), "--to", "json")).isEqualTo(1);
        assertThat(out.toString()).contains("tenant.yaml");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private int convert(Path file, String... more) {
        String[] arguments = new String[more.length + 4];
        arguments[0] = "convert";
        arguments[1] = file.toString();
        arguments[2] = "--rule-set";
        arguments[3] = ruleSet;
        System.arraycopy(more, 0, arguments, 4, more.length);
        return run(arguments);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return StellwerkCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }
}
