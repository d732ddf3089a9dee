package io.stellwerk.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.port.SetHolidays;
import io.stellwerk.engine.port.TableNumberPlan;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.read.FolderReader;
import io.stellwerk.rules.read.RuleSetDraft;
import io.stellwerk.rules.read.RuleSetFiles;
import io.stellwerk.rules.witness.Witness;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RuleChecksTest {

    private static final int ATTRIBUTES = 60;
    private static final long PLENTY = 50_000_000;

    private final Map<String, byte[]> files = new TreeMap<>();

    RuleChecksTest() {
        put(
                "tenant.yaml",
                """
                tenant: small
                name: Small
                timeZone: Europe/Berlin
                country: DE
                holidays: DE
                regions: { berlin: ["+4930"] }
                attributes:
                """
                        + IntStream.range(0, ATTRIBUTES)
                                .mapToObj(i -> "  - { name: a" + i + ", type: yes-no }\n")
                                .collect(Collectors.joining()));
        put("hotlines.yaml", """
                hotlines:
                  - { id: sales, name: Sales, number: "+498001234567", defaultPlan: p }
                """);
        put("targets.yaml", "targets:\n  - { id: t, name: T, uri: \"sip:t@pbx.example\" }\n");
        put("plans.yaml", """
                plans:
                  - { id: p, name: P, steps: [ { target: t } ] }
                  - { id: kam-b-lang, name: P, steps: [ { target: t } ] }
                """);
    }

    private void put(String file, String text) {
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Finding> check(long steps) {
        RuleSetDraft draft = FolderReader.read(RuleSetFiles.of(files));
        assertThat(draft.findings()).isEmpty();
        Findings findings = new Findings();
        new RuleChecks(draft, new SetHolidays(Map.of()), new TableNumberPlan(), findings, steps).run();
        return findings.sorted();
    }

    private List<String> found() {
        return check(PLENTY).stream()
                .map(finding -> finding.place().row() + " " + finding.code())
                .toList();
    }

    /** As many rows as make it hard to say whether they leave anything over: random three-literal clauses, negated. */
    private String hardTable(String hitPolicy) {
        Random random = new Random(1);
        StringBuilder csv = new StringBuilder("#hit policy;" + hitPolicy + "\nid");
        IntStream.range(0, ATTRIBUTES).forEach(i -> csv.append(";customer.a").append(i));
        csv.append(";=> plan\n");
        for (int row = 0; row < ATTRIBUTES * 43 / 10; row++) {
            String[] cells = new String[ATTRIBUTES];
            for (int literal = 0; literal < 3; literal++) {
                cells[random.nextInt(ATTRIBUTES)] = random.nextBoolean() ? "yes" : "no";
            }
            csv.append('r').append(row);
            for (String cell : cells) {
                csv.append(';').append(cell == null ? "-" : cell);
            }
            csv.append(";p\n");
        }
        return csv.append("rest")
                .append(";not(none)".repeat(ATTRIBUTES))
                .append(";p\n")
                .toString();
    }

    @Test
    void what_takes_too_many_steps_is_undecided_and_nothing_is_claimed_of_it() {
        put("rules/hard.csv", hardTable("FIRST"));

        List<Finding> findings = check(20_000);

        assertThat(findings).extracting(Finding::code).containsOnly("reach-undecided");
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).message()).contains("others of the file", "not decided");
    }

    private static String rowsApart() {
        StringBuilder csv = new StringBuilder("#hit policy;UNIQUE\nid;customer.customerClass;customer.value;=> plan\n");
        for (int i = 0; i < 10_000; i++) {
            csv.append("row-%d;%s;[%d..%d[;p%n".formatted(i, i % 2 == 0 ? "A" : "B", i / 2, i / 2 + 1));
        }
        return csv.toString();
    }

    @Test
    void ten_thousand_rows_apart_are_proved_apart() {
        put("rules/table.csv", rowsApart());

        assertThat(check(20_000_000)).isEmpty();
    }

    @Test
    void undecided_overlaps_of_a_unique_table_are_an_error() {
        put("rules/table.csv", rowsApart());

        assertThat(check(1_000)).extracting(Finding::code).contains("overlap-undecided");
    }

    @Test
    void not_more_than_ten_overlaps_of_a_table_are_told() {
        StringBuilder csv = new StringBuilder("#hit policy;UNIQUE\nid;customer.tags;=> plan\n");
        for (int i = 0; i < 1_000; i++) {
            csv.append("row-").append(i).append(";x;p\n");
        }
        put("rules/table.csv", csv.toString());

        assertThat(check(PLENTY)).hasSize(10).allMatch(finding -> finding.code().equals("overlapping-rows"));
    }

    @Test
    void a_row_whose_plan_may_not_exist_takes_calls_from_nobody() {
        put("rules/table.csv", """
                id;customer.openOffers;=> plan
                owner;>= 1;person:{customer.offerOwner}
                kam;>= 1;kam-{customer.offerOwner}
                rest;>= 1;p
                never;>= 2;p
                """);
        put("targets.yaml", """
                targets:
                  - { id: t, name: T, uri: "sip:t@pbx.example" }
                people: { uri: "sip:{number}@pbx.example" }
                """);

        assertThat(found()).containsExactly("never unreachable");
    }

    @Test
    void a_segment_is_there_only_if_something_derives_it_and_then_it_is() {
        put("rules/01-segments.csv", """
                #phase;derive
                #hit policy;COLLECT
                id;customer.customerClass;segment;=> segment
                vip;A;-;vip
                chief;-;vip;chief
                """);
        put("rules/02-table.csv", """
                id;customer.customerClass;segment;=> plan
                b-vip;B;chief;p
                a-none;A;not(chief);p
                a-none-at-all;A;none;p
                a;A;vip;p
                chief;-;chief;p
                """);

        assertThat(found())
                .containsExactly(
                        "b-vip never-true", "a-none never-true", "a-none-at-all never-true", "chief unreachable");
    }

    @Test
    void segments_that_are_reasons_for_each_other_are_never_there() {
        put("rules/01-segments.csv", """
                #phase;derive
                #hit policy;COLLECT
                id;segment;=> segment
                a;b;a
                b;a;b
                """);
        put("rules/02-table.csv", "id;segment;=> plan\nboth;a;p\n");

        assertThat(found()).containsExactly("a never-true", "b never-true", "both never-true");
    }

    @Test
    void rules_that_ask_of_texts_and_of_two_facts_have_calls_that_show_them() {
        put("rules/01-rules.drl", """
                rule "late clinic" when
                  Customer( name matches "(?i).*(klinik|hospiz).*", tags contains "x" )
                then
                  insert( new Segment("clinic") );
                end
                rule "dear offer" when
                  Customer( offerValue > value )
                  Segment( name == "clinic" )
                then
                  route.to("p");
                end
                rule "the same again" when
                  Customer( offerValue > value, openOffers >= 1 )
                  Segment( name == "clinic" )
                then
                  route.to("kam-b-lang");
                end
                """);

        List<Finding> findings = check(PLENTY);

        assertThat(findings).extracting(Finding::code).containsExactly("unreachable");
        Witness call = findings.get(0).witness().orElseThrow();
        assertThat(call.customer().orElseThrow().name()).containsIgnoringCase("klinik");
        assertThat(findings.get(0).message()).contains("rule 'dear offer'");
    }

    @Test
    void rules_that_do_not_count_at_the_same_time_take_nothing_from_each_other() {
        put("rules/01-rules.drl", """
                rule "until summer" date-expires "2027-07-01" when Customer() then route.to("p"); end
                rule "from summer on" date-effective "2027-07-01" when Customer() then route.to("p"); end
                rule "in spring" date-effective "2027-03-01" date-expires "2027-06-01" when Customer() then route.to("p"); end
                rule "always" when Customer() then route.to("p"); end
                """);

        assertThat(found()).containsExactly("in spring unreachable", "always unreachable");
    }
}
