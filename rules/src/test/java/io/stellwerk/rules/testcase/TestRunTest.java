package io.stellwerk.rules.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.stellwerk.rules.check.Witnesses;
import io.stellwerk.rules.explain.RuleBook;
import io.stellwerk.rules.explain.RuleRef;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class TestRunTest {

    private static final String HEADING =
            "case;called;calling;customerClass;dunningLevel;outOfService;=> plan;=> target;=> targets;=> announcement;"
                    + "=> segment;=> rule;=> reject;=> reason";

    private final CaseHouse house = new CaseHouse();

    private TestReport run(String... rows) {
        String[] lines = new String[rows.length + 1];
        lines[0] = HEADING;
        System.arraycopy(rows, 0, lines, 1, rows.length);
        TestReport report = house.cases(lines).run();
        assertThat(report.findings()).isEmpty();
        return report;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "plan             | a;service;030 12;A;;;customer-service;;;;;;;",
                "first target     | a;service;030 12;A;;service-kiel;;service-luebeck;;;;;;",
                "all targets      | a;service;030 12;A;;service-kiel;;;service-luebeck;;;;;",
                "announcement     | a;service;030 12;A;;;;;;greeting-vip;;;;",
                "no announcement  | a;service;030 12;B;;;;;;none;;;;",
                "segment          | a;service;030 12;A;;;;;;;vip;;;",
                "absent segment   | a;service;030 12;A;2;;;;;;vip, not(late-payer);;;",
                "no segment       | a;service;030 12;B;;;;;;;none;;;",
                "rule             | a;service;030 12;A;;;;;;;;service;;",
                "rule with file   | a;service;030 12;A;;;;;;;;02-offers.csv#service;;",
                "any rule of file | a;service;030 12;A;;;;;;;;rules/02-offers.csv;;",
                "no refusal       | a;service;030 12;A;;;;;;;;;none;",
                "no default       | a;service;030 12;A;;;;;;;;;;none",
                "overflow         | a;service;anonymous;;;service-kiel, service-luebeck;;;night-desk;;;;;none",
            })
    void what_is_expected_and_comes_out_passes(String name, String row) {
        assertThat(run(row).failed()).as(name).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "plan         | a;service;030 12;A;;;switchboard;;;;;;;     | customer-service",
                "target       | a;service;030 12;A;;service-kiel;;night-desk;;;;;; | service-luebeck",
                "targets      | a;service;030 12;A;;service-kiel;;;service-luebeck, night-desk;;;;; | service-luebeck",
                "announcement | a;service;030 12;A;;;;;;none;;;;            | greeting-vip",
                "announcement | a;service;030 12;B;;;;;;greeting-vip;;;;    | none",
                "segment      | a;service;030 12;B;;;;;;;vip;;;             | none",
                "segment      | a;service;030 12;A;;;;;;;not(vip);;;        | vip",
                "rule         | a;service;030 12;A;;;;;;;;owner;;           | rules/02-offers.csv#service",
                "reject       | a;service;030 12;A;;;;;;;;;busy;            | none",
                "reason       | a;service;030 12;A;;;;;;;;;;no rule matched | none",
            })
    void what_comes_out_otherwise_is_told_beside_what_was_expected(String aspect, String row, String actual) {
        TestReport report = run(row);

        assertThat(report.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.differences()).singleElement().satisfies(difference -> {
                assertThat(difference.aspect().code()).isEqualTo(aspect);
                assertThat(difference.actualText()).isEqualTo(actual);
            });
        });
    }

    private String text(TestReport report) {
        StringWriter text = new StringWriter();
        new ReportText(report, new PrintWriter(text)).print("nordlicht");
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    @Test
    void a_failure_says_which_rule_decided_and_which_condition_of_the_expected_one_failed() {
        assertThat(text(run("a call;service;030 12;B;;;switchboard;;;greeting-vip;;owner;;")))
                .startsWith("""
                        FAILED  a call  (tests/a.csv, line 3)
                            plan          expected switchboard
                                          was      customer-service
                            announcement  expected greeting-vip
                                          was      none
                            rule          expected owner
                                          was      rules/02-offers.csv#service
                            decided by rules/02-offers.csv#service, line 8
                            rules/01-segments.csv#vip, line 5 does not match: customer.customerClass is B, asked for A
                            rules/02-offers.csv#owner, line 5 does not match: customer.openOffers is 0, asked for 1

                        """)
                .containsPattern("nordlicht: 1 case, 0 passed, 1 failed, in [0-9.]+ s");
    }

    @Test
    void a_rule_behind_the_deciding_one_one_switched_off_and_one_that_adds_too_much_are_told_apart() {
        String text = text(run(
                "behind;service;040 12;A;;;;;;;;service;;",
                "off;service;030 12;A;;;;;;;;02-offers.csv#late;;",
                "unwanted;service;030 12;A;;;;;;none;not(vip);;;"));

        assertThat(text)
                .contains("rules/02-offers.csv#service, line 8 would have matched, but another rule came before")
                .contains("rules/02-offers.csv#late, line 6 is switched off")
                .contains("announcement greeting-vip comes from rules/01-segments.csv#vip, line 5")
                .contains("segment vip comes from rules/01-segments.csv#vip, line 5");
    }

    @Test
    void rules_that_count_in_no_case_are_listed_by_their_lines() {
        TestReport report = run("a;service;030 12;A;;;customer-service;;;;;;;", "b;service;030 12;A;;;;;;;vip;;;");

        Coverage coverage = report.coverage().orElseThrow();

        assertThat(coverage.neverHit().stream().map(RuleRef::toString))
                .containsExactly(
                        "rules/01-segments-of-segments.csv#late:3",
                        "rules/02-offers.csv#owner:5",
                        "rules/03-regions.json#hamburg:3",
                        "rules/03-regions.json#kiel:5");
        assertThat(coverage.hit()).isEqualTo(2);
        assertThat(coverage.files().get(1).rules().get(0).hits()).isEqualTo(2);
        assertThat(text(report))
                .contains("2 of 6 rules counted in a case")
                .contains("never: hamburg (line 3), kiel (line 5)")
                .contains("(1 switched off)");
    }

    @Test
    void a_case_that_is_switched_off_is_counted_and_not_run() {
        house.cases("case;called;enabled;=> plan", "a;service;no;switchboard", "b;service;yes;customer-service");

        TestReport report = house.run();

        assertThat(report.results()).hasSize(1);
        assertThat(report.switchedOff()).isEqualTo(1);
    }

    @Test
    void pipelines_get_junit_xml_whatever_the_names_have_in_them() throws Exception {
        house.with("tests/b.csv", "case;called;=> plan", "x;nobody;switchboard");
        house.cases(HEADING, "<&\" \u0001 Ü;service;030 12;A;;;switchboard;;;;;;;", "b;service;030 12;A;;;;;;;vip;;;");

        Element suites = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(JunitXml.of(house.run()))))
                .getDocumentElement();

        assertThat(suites.getAttribute("tests")).isEqualTo("4");
        assertThat(suites.getAttribute("failures")).isEqualTo("1");
        assertThat(suites.getAttribute("errors")).as("no time, no hotline").isEqualTo("2");
        Element first = (Element) suites.getElementsByTagName("testcase").item(0);
        assertThat(first.getAttribute("name")).isEqualTo("<&\" \uFFFD Ü");
        assertThat(first.getAttribute("line")).isEqualTo("3");
        Element failure = (Element) first.getElementsByTagName("failure").item(0);
        assertThat(failure.getAttribute("message")).isEqualTo("plan: expected switchboard, was customer-service");
        assertThat(failure.getTextContent()).contains("decided by rules/02-offers.csv#service, line 8");
    }

    @Test
    void programs_get_the_same_as_json() {
        JsonNode json = ReportJson.of(run("a;service;030 12;A;;;switchboard;;;;;;;"));

        assertThat(json.get("failed").asInt()).isEqualTo(1);
        JsonNode result = json.get("results").get(0);
        assertThat(result.get("case").asText()).isEqualTo("a");
        assertThat(result.at("/differences/0/aspect").asText()).isEqualTo("plan");
        assertThat(result.at("/differences/0/actual/0").asText()).isEqualTo("customer-service");
        assertThat(json.at("/coverage/files/1/rules/0/hits").asInt()).isEqualTo(1);
    }

    @Test
    void what_is_proposed_for_rules_that_nobody_tests_passes_and_covers_them() {
        RuleBook rules = RuleBook.of(house.source());
        Witnesses witnesses = Witnesses.of(house.source(), CaseHouse.HOLIDAYS, CaseHouse.NUMBERS);
        Proposals proposals = new Proposals(house.router());
        List<RuleRef> untested = house.run().coverage().orElseThrow().neverHit();
        for (RuleRef rule : untested) {
            witnesses
                    .find(rule.id())
                    .ifPresent(witness -> proposals.add(
                            rule, rules.find(rule.id()).orElseThrow().phase(), witness));
        }

        TestReport report = house.with("tests/proposed.csv", proposals.csv()).run();

        assertThat(report.findings()).isEmpty();
        assertThat(report.failed()).isEmpty();
        assertThat(report.results()).isNotEmpty();
        assertThat(report.coverage().orElseThrow().neverHit())
                .allSatisfy(rule -> assertThat(witnesses.find(rule.id())).isEmpty());
    }
}
