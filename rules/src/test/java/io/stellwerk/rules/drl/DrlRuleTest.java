package io.stellwerk.rules.drl;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.route.ReleaseCause;
import io.stellwerk.engine.route.Template;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.table.Action;
import io.stellwerk.rules.table.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DrlRuleTest {

    @Test
    void a_rule_is_read_with_all_that_it_says() {
        DrlRule rule = Drl.file("""
                        package nordlicht
                        // The one who made the offer shall sell it.
                        rule "Open offer: to its owner"
                          @owner("marketing") @description("to whom it belongs") @reviewed @ticket(NE-17)
                          salience 10  enabled false  date-effective "01-Jan-2026"  date-expires "2026-07-01"
                        when
                          Customer( customerClass in ("A", "B"),   // gold and silver
                                    openOffers >= 1, $owner : offerOwner )
                          not Segment( name == "blocked" )
                        then
                          route.announce("greeting");
                          route.to("kam-" + $owner);
                        end
                        """).rule();

        assertThat(rule)
                .usingRecursiveComparison()
                .ignoringFields("when")
                .isEqualTo(new DrlRule(
                        "rules/a.drl",
                        "Open offer: to its owner",
                        3,
                        10,
                        false,
                        Optional.of(Instant.parse("2025-12-31T23:00:00Z")),
                        Optional.of(Instant.parse("2026-06-30T22:00:00Z")),
                        Optional.empty(),
                        Map.of(
                                "owner",
                                "marketing",
                                "description",
                                "to whom it belongs",
                                "reviewed",
                                "",
                                "ticket",
                                "NE-17"),
                        Phase.DECIDE,
                        rule.when(),
                        11,
                        new Action(
                                Optional.of(Template.parse("kam-{customer.offerOwner}")),
                                Optional.empty(),
                                List.of("greeting"),
                                List.of()),
                        "Customer( customerClass in (\"A\", \"B\"), openOffers >= 1, $owner : offerOwner )"
                                + " not Segment( name == \"blocked\" )"));
    }

    @Test
    void a_rule_that_only_inserts_or_announces_derives() {
        DrlRule rule = Drl.file("rule \"r\" activation-group \"g\" when then insert(new Segment(\"vip\")); end")
                .rule();

        assertThat(rule.phase()).isEqualTo(Phase.DERIVE);
        assertThat(rule.activationGroup()).contains("g");
        assertThat(rule.action().segments()).containsExactly("vip");
        assertThat(Drl.then("route.announce(\"greeting\");").rule().phase()).isEqualTo(Phase.DERIVE);
    }

    @Test
    void a_refusal_is_a_word_or_numbers() {
        assertThat(Drl.then("route.reject(\"busy\");").rule().action().reject())
                .contains(new ReleaseCause(17, 486, "Busy Here"));
        assertThat(Drl.then("route.reject(21, 603, \"Decline\");")
                        .rule()
                        .action()
                        .reject())
                .contains(new ReleaseCause(21, 603, "Decline"));
    }

    @Test
    void a_plan_is_put_together_from_texts_and_facts() {
        assertThat(plan("route.to(\"a\" + \"b\");")).isEqualTo("ab");
        assertThat(plan("route.to($owner);")).isEqualTo("{customer.offerOwner}");
        assertThat(plan("route.to($owner + $c.name);")).isEqualTo("{customer.offerOwner}{customer.name}");
        assertThat(plan("route.to(\"person:\" + $c.offerOwner);")).isEqualTo("person:{customer.offerOwner}");
    }

    private static String plan(String action) {
        return Drl.then(action).rule().action().plan().orElseThrow().text();
    }

    @Test
    void a_deciding_rule_has_no_activation_group() {
        assertThat(Drl.file("rule \"r\" activation-group \"g\" when then route.to(\"p\"); end")
                        .findings())
                .extracting(Finding::code)
                .containsExactly("activation-group-in-deciding-rule");
    }

    @Test
    void a_name_is_unique_in_all_files() {
        Findings findings = new Findings();
        DrlReader reader = new DrlReader(Drl.SCOPE, findings);
        String rule = "rule \"r\" when then route.to(\"p\"); end";

        assertThat(reader.read("rules/a.drl", rule)).hasSize(1);
        assertThat(reader.read("rules/b.drl", "\n" + rule)).isEmpty();
        assertThat(findings.sorted())
                .extracting(Finding::toString)
                .containsExactly("error rules/b.drl:2:6: A rule with the name \"r\" is in rules/a.drl:1:6 already."
                        + " Give one of the two another name. [duplicate-rule]");
    }

    @Test
    void quotes_and_escapes_in_texts_are_plain_characters() {
        String rule =
                "rule \"say \\\"hi\\\" \\u0022\" when Customer( name == 'a\\'\\u0022); x(' ) then route.to(\"p\"); end";

        assertThat(Drl.file(rule).rule().name()).isEqualTo("say \"hi\" \"");
        assertThat(Drl.file(rule).formula()).isEqualTo("customer.known == yes and customer.name == \"a'\"\"); x(\"");
    }
}
