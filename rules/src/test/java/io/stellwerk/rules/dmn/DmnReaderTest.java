package io.stellwerk.rules.dmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.sample.Tables;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.Phase;
import io.stellwerk.rules.table.Row;
import io.stellwerk.rules.write.CsvTableWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Models as other tools write them. */
class DmnReaderTest {

    private static final String MODEL = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    private final Findings findings = new Findings();

    @Test
    void a_model_of_another_tool_becomes_a_table() {
        List<DecisionTable> tables = read(model(MODEL, """
                <decision id="d1" name="Dunning">
                  <variable name="Dunning"/>
                  <decisionTable hitPolicy="FIRST">
                    <input label="Dunning level"><inputExpression><text>level</text></inputExpression></input>
                    <input><inputExpression><text>customer.customerClass</text></inputExpression></input>
                    <input label="irrelevant"><inputExpression><text>holiday</text></inputExpression></input>
                    <output name="plan"/><output name="announcements"/>
                    <annotation name="why"/>
                    <rule id="_4711">
                      <inputEntry><text>[2..4)</text></inputEntry>
                      <inputEntry><text>"A", "B"</text></inputEntry>
                      <inputEntry><text>false</text></inputEntry>
                      <outputEntry><text>"kam-" + customer.offerOwner</text></outputEntry>
                      <outputEntry><text>["recording", "greeting"]</text></outputEntry>
                      <annotationEntry><text>because</text></annotationEntry>
                    </rule>
                    <rule>
                      <description>for all others</description>
                      <inputEntry><text>-</text></inputEntry>
                      <inputEntry><text></text></inputEntry>
                      <inputEntry><text>-</text></inputEntry>
                      <outputEntry><text>"switchboard"</text></outputEntry>
                      <outputEntry><text>null</text></outputEntry>
                    </rule>
                  </decisionTable>
                </decision>"""));

        assertThat(findings.sorted()).isEmpty();
        assertThat(CsvTableWriter.write(tables.get(0))).isEqualTo("""
                        #table;Dunning
                        #phase;decide
                        #hit policy;FIRST
                        #salience;0
                        id;customer.dunningLevel;customer.customerClass;call.holiday;=> plan;=> announcement;comment
                        _4711;[2..4[;A, B;no;kam-{customer.offerOwner};recording, greeting;because
                        rule-2;-;-;-;switchboard;;for all others
                        """);
    }

    @ParameterizedTest(name = "{0}: {1} means {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            customer.value         | >= 2                                       | >= 2
            customer.value         | -5.50, 7                                   | -5.5, 7
            customer.value         | ]1..2[                                     | ]1..2[
            customer.value         | not(1, [5..7])                             | not(1, [5..7])
            customer.value         | != 5                                       | not(5)
            customer.value         | ? > 5                                      | > 5
            customer.value         | null                                       | none
            customer.name          | starts with(?, "A")                        | A*
            customer.name          | not(null, "a\\"b\\u00e4")                  | not(none, "a""bä")
            call.calling           | starts with ( ? , "+4930" )                | +4930*
            call.calling           | "+493023125001"                            | +493023125001
            call.date              | date("2026-12-24")                         | 2026-12-24
            call.date              | [@"2026-12-24"..date( "2026-12-26" )]      | [2026-12-24..2026-12-26]
            call.time              | [time("08:00:00")..time("18:00:00"))       | 08:00-18:00
            call.weekday           | "Monday", "Tuesday", "Wednesday", "sunday" | Mo-We, Su
            call.holiday           | true                                       | yes
            customer.tags          | list contains(?, "vip")                    | vip
            """)
    void unary_tests_become_cells(String fact, String test, String cell) {
        DecisionTable table = single(fact, test).get(0);

        assertThat(findings.sorted()).isEmpty();
        assertThat(table.rows().get(0).cells().get(0).text()).isEqualTo(cell);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            customer.value         | count(?) > 5          | 'count(?) > 5' has no equal in a cell
            customer.value         | "2"                   | '"2"' has no equal
            customer.value         | [1..2                 | ends too early
            customer.value         | not(1                 | ends too early
            customer.value         | 1; 2                  | '; 2' has no equal
            customer.value         | customer.dunningLevel | 'customer.dunningLevel' has no equal
            customer.name          | "open                 | is not closed
            customer.name          | matches(?, "a.*")     | 'matches(?, "a.*")' has no equal
            call.weekday           | "Caturday"            | 'Caturday' is not a day
            call.when              | "Mo-Fr"               | DMN has no tests for 'call.when'
            call.date              | duration("P1D")       | 'duration("P1D")' has no equal
            """)
    void what_a_cell_cannot_say_is_named_with_its_place(String fact, String test, String message) {
        List<DecisionTable> tables = single(fact, test);

        assertThat(tables.get(0).rows()).isEmpty();
        assertThat(findings.sorted()).hasSize(1);
        assertThat(findings.sorted().get(0).toString())
                .startsWith("error m.dmn:")
                .contains("row r, column " + fact, message)
                .endsWith("[not-translated]");
    }

    @Test
    void values_that_do_not_exist_are_found_as_in_any_table() {
        single("customer.customerClass", "\"Z\"");

        assertThat(findings.sorted()).extracting(Finding::code).containsExactly("unknown-value");
        assertThat(findings.sorted().get(0).place().row()).isEqualTo("r");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"UNIQUE, UNIQUE", "FIRST, FIRST", "ANY, FIRST", "COLLECT, COLLECT", "RULE ORDER, COLLECT"})
    void hit_policies_have_their_equals(String dmn, HitPolicy policy) {
        DecisionTable table = read(table("hitPolicy=\"" + dmn + "\"", "<output name=\"segments\"/>", ""))
                .get(0);

        assertThat(findings.sorted()).isEmpty();
        assertThat(table.hitPolicy()).isEqualTo(policy);
        assertThat(table.phase()).isEqualTo(Phase.DERIVE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hitPolicy=\"PRIORITY\"",
                "hitPolicy=\"OUTPUT ORDER\"",
                "hitPolicy=\"COLLECT\" aggregation=\"SUM\""
            })
    void hit_policies_without_equal_are_named(String policy) {
        assertThat(read(table(policy, "<output name=\"plan\"/>", ""))).isEmpty();

        assertThat(findings.sorted()).extracting(Finding::code).containsExactly("not-translated");
    }

    @Test
    void everything_else_of_a_model_that_has_no_equal_is_named() {
        read(model(
                MODEL,
                "<decision name=\"Score\"><literalExpression><text>1 + 1</text></literalExpression></decision>\n"
                        + "<decision name=\"x\"><decisionTable><input><inputExpression><text>customer.dunninglevel</text>"
                        + "</inputExpression></input><output name=\"discount\"/></decisionTable></decision>\n"
                        + "<decision name=\"y\"><decisionTable><output name=\"plan\"><defaultOutputEntry><text>1</text>"
                        + "</defaultOutputEntry></output></decisionTable></decision>"));

        assertThat(findings.sorted().toString())
                .contains(
                        "The decision 'Score' is no decision table.",
                        "Did you mean 'customer.dunningLevel'?",
                        "The output 'discount' is no action.",
                        "The output has a default value.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
                "http://www.omg.org/spec/DMN/20180521/MODEL/",
                "https://www.omg.org/spec/DMN/20191111/MODEL/",
                "https://www.omg.org/spec/DMN/20211108/MODEL/",
                "https://www.omg.org/spec/DMN/20230324/MODEL/"
            })
    void all_versions_of_dmn_are_read(String namespace) {
        String text =
                table("hitPolicy=\"FIRST\"", "<output name=\"plan\"/>", "").replace(MODEL, namespace);

        assertThat(read(text)).hasSize(1);
        assertThat(findings.sorted()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id;hotline",
                "<definitions xmlns=\"urn:bpmn\"/>",
                "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"/>",
                "<!DOCTYPE definitions [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><definitions>&x;</definitions>",
                "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"><decision>",
                "<definitions>\uFFFF</definitions>"
            })
    void what_is_no_model_is_refused(String text) {
        assertThat(read(text)).isEmpty();

        assertThat(findings.sorted()).extracting(Finding::code).containsExactly("not-dmn");
    }

    @Test
    void elements_that_nest_too_deeply_are_refused() {
        assertThat(read("<a>".repeat(100_000))).isEmpty();

        assertThat(findings.sorted()).extracting(Finding::code).containsExactly("not-dmn");
    }

    @Test
    void rules_keep_what_identifies_them_and_get_ids_where_they_have_none() {
        String rule = "<inputEntry><text>-</text></inputEntry><outputEntry><text>\"p\"</text></outputEntry>";
        DecisionTable table = read(table(
                        "",
                        "<output name=\"plan\"/>",
                        "<rule id=\"a\">" + rule + "</rule><rule id=\"a\">" + rule + "</rule><rule id=\"ü\">" + rule
                                + "</rule>"))
                .get(0);

        assertThat(table.rows()).extracting(Row::id).containsExactly("a", "rule-2", "rule-3");
    }

    private List<DecisionTable> single(String fact, String test) {
        return read(
                model(
                        MODEL,
                        "<decision name=\"T\"><decisionTable hitPolicy=\"FIRST\"><input><inputExpression><text>" + fact
                                + "</text></inputExpression></input><output name=\"plan\"/><rule id=\"r\"><inputEntry><text>"
                                + test.replace("&", "&amp;").replace("<", "&lt;")
                                + "</text></inputEntry><outputEntry><text>\"p\"</text></outputEntry></rule></decisionTable></decision>"));
    }

    private static String table(String attributes, String outputs, String rules) {
        return model(
                MODEL,
                "<decision name=\"T\"><decisionTable " + attributes
                        + "><input><inputExpression><text>hotline</text></inputExpression></input>" + outputs + rules
                        + "</decisionTable></decision>");
    }

    private static String model(String namespace, String decisions) {
        return "<definitions xmlns=\"" + namespace + "\" name=\"m\">\n" + decisions + "</definitions>";
    }

    private List<DecisionTable> read(String model) {
        return DmnReader.read("m.dmn", model.getBytes(StandardCharsets.UTF_8), Tables.DICTIONARY, findings);
    }
}
