package io.stellwerk.rules.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.stellwerk.rules.diff.Change.Kind;
import io.stellwerk.rules.explain.Language;
import io.stellwerk.rules.read.RuleSetFiles;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RuleSetDiffTest {

    private static final Map<String, String> FILES = Map.of(
            "tenant.yaml",
            """
            tenant: small
            name: Small
            timeZone: Europe/Berlin
            country: DE
            holidays: DE-BE
            announcements: [welcome]
            """,
            "hotlines.yaml",
            """
            hotlines:
              - { id: service, name: Service, number: "+498001234567", defaultPlan: switchboard }
            """,
            "targets.yaml",
            """
            targets:
              - { id: vip-desk, name: VIP desk, uri: "sip:vip@pbx.small.example" }
              - { id: desk, name: Switchboard, uri: "sip:desk@pbx.small.example" }
            """,
            "plans.yaml",
            """
            plans:
              - { id: vip, name: VIP, steps: [{ target: vip-desk }], overflow: switchboard }
              - { id: switchboard, name: Switchboard, steps: [{ target: desk }] }
            """,
            "calendars.yaml",
            """
            calendars:
              - { id: office, name: Office, open: ["Mo-Fr 08:00-18:00"] }
            """,
            "rules/01-vip.csv",
            """
            id;customer.customerClass;customer.openOffers at least;=> plan;comment
            row-1;A;-;vip;
            row-2;B;1;vip;offers
            row-3;C;-;switchboard;
            """,
            "rules/02-more.drl",
            """
            rule "big value"
            when
                Customer( value > 1000 )
            then
                route.to("vip");
            end
            """,
            "tests/01.csv",
            "called;=> plan\n+498001234567;switchboard\n");

    private final Map<String, String> after = new TreeMap<>(FILES);

    private void replace(String file, String from, String to) {
        assertThat(after.get(file)).contains(from);
        after.put(file, after.get(file).replace(from, to));
    }

    private RuleSetDiff diff() {
        return RuleSetDiff.between(RuleSetFiles.ofTexts(FILES), RuleSetFiles.ofTexts(after));
    }

    private List<String> lines() {
        return new DiffText(Language.EN).lines(diff());
    }

    @Test
    void a_rule_set_does_not_differ_from_itself() {
        assertThat(diff().changes()).isEmpty();
    }

    @Test
    void spelling_comments_and_the_order_of_columns_do_not_differ() {
        after.put("rules/01-vip.csv", """
                # as before
                id,=> plan,comment,customer.openOffers at least,customer.customerClass
                row-1,vip,,,A
                row-2,vip,offers,"1","B"
                row-3,switchboard,,-,C
                """);
        replace("plans.yaml", "{ id: vip, name: VIP,", "{ name: \"VIP\", id: vip,");

        assertThat(lines()).isEmpty();
    }

    @Test
    void a_changed_cell_is_told_by_row_and_fact_in_two_languages() {
        replace("rules/01-vip.csv", "row-1;A", "row-1;\"A, B\"");

        assertThat(lines()).containsExactly("Row row-1 of rules/01-vip.csv: Class A → A, B.");
        assertThat(new DiffText(Language.DE).lines(diff()))
                .containsExactly("Zeile row-1 von rules/01-vip.csv: Klasse A → A, B.");
    }

    @Test
    void rows_that_are_new_gone_and_moved_are_told_and_the_others_are_not() {
        after.put("rules/01-vip.csv", """
                id;customer.customerClass;customer.openOffers at least;=> plan;comment
                row-3;C;-;switchboard;
                row-1;A;-;vip;
                row-4;B;-;switchboard;
                """);

        assertThat(diff().changes())
                .extracting(Change::id, Change::kind)
                .containsExactly(tuple("row-2", Kind.REMOVED), tuple("row-3", Kind.MOVED), tuple("row-4", Kind.ADDED));
    }

    @Test
    void a_row_that_moves_to_the_end_moves_alone() {
        after.put("rules/01-vip.csv", """
                id;customer.customerClass;customer.openOffers at least;=> plan;comment
                row-2;B;1;vip;offers
                row-3;C;-;switchboard;
                row-1;B;-;vip;
                """);

        assertThat(lines()).containsExactly("Row row-1 of rules/01-vip.csv stands elsewhere; Class A → B.");
    }

    @Test
    void everything_else_is_told_by_its_name() {
        replace("tenant.yaml", "name: Small", "name: Small Ltd");
        replace("hotlines.yaml", "defaultPlan: switchboard", "defaultPlan: vip");
        replace("targets.yaml", "sip:vip@pbx.small.example", "sip:vips@pbx.small.example");
        replace(
                "plans.yaml",
                "[{ target: vip-desk }]",
                "[{ target: vip-desk, calendar: office, share: 70 }, { target: desk }]");
        replace("calendars.yaml", "Mo-Fr 08:00-18:00", "Mo-Sa 08:00-20:00");
        replace("rules/02-more.drl", "value > 1000", "value > 2000");
        replace("tests/01.csv", "switchboard\n", "vip\n");

        assertThat(lines())
                .containsExactly(
                        "Settings: Name Small → Small Ltd.",
                        "Hotline service: Default plan switchboard → vip.",
                        "Target vip-desk: Addresses sip:vip@pbx.small.example → sip:vips@pbx.small.example.",
                        "Plan vip: Steps vip-desk → vip-desk (office, 70 %), desk.",
                        "Calendar office: Open Mo,Tu,We,Th,Fr 08:00-18:00 → Mo,Tu,We,Th,Fr,Sa 08:00-20:00.",
                        "Rule big value: Condition Customer( value > 1000 ) → Customer( value > 2000 ).",
                        "Test cases tests/01.csv: changed.");
    }

    @Test
    void a_table_that_is_switched_to_another_hit_policy_differs() {
        replace("rules/01-vip.csv", "id;customer", "#hit policy;UNIQUE\nid;customer");

        assertThat(lines()).containsExactly("Table rules/01-vip.csv: Hit policy FIRST → UNIQUE.");
    }

    @Test
    void json_names_part_kind_place_and_values() {
        replace("rules/01-vip.csv", "row-2;B;1", "row-2;B;2");

        assertThat(DiffJson.of(diff(), Language.EN).toString())
                .isEqualTo("[{\"part\":\"row\",\"kind\":\"changed\",\"file\":\"rules/01-vip.csv\",\"id\":\"row-2\","
                        + "\"details\":[{\"field\":\"customer.openOffers at least\",\"before\":\"1\",\"after\":\"2\"}],"
                        + "\"text\":\"Row row-2 of rules/01-vip.csv: Open offers at least 1 → 2.\"}]");
    }
}
