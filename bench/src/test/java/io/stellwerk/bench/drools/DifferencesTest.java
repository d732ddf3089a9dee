package io.stellwerk.bench.drools;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.fact.Facts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What docs/rule-language.md lists as differences from standard Drools is what they are, on both sides. */
class DifferencesTest {

    private static final String FAILS = "fails";

    /** Whether a rule with this condition decides. */
    private static boolean ours(String condition, Facts facts) {
        return OurRules.of(rule("r", "", condition, "route.to(\"p\");"))
                .decide(facts, plan -> true, Set.of())
                .decision()
                .isPresent();
    }

    private static String standard(String condition, Facts facts) {
        try {
            return standard(rule("r", "", condition, "route.to(\"p\");"), facts, "")
                            .decision()
                            .isPresent() + "";
        } catch (RuntimeException e) {
            return FAILS;
        }
    }

    private static StandardDrools.Outcome standard(String rules, Facts facts, String missingPlan) {
        return StandardDrools.interpreted(List.of(rules))
                .get(0)
                .decide(new StandardDrools.Beans(RandomCalls.DICTIONARY, facts), plan -> !plan.equals(missingPlan));
    }

    private static StandardDrools.Outcome ours(String rules, Facts facts, String missingPlan) {
        return OurRules.of(rules).decide(facts, plan -> !plan.equals(missingPlan), Set.of());
    }

    private static String rule(String name, String attributes, String condition, String action) {
        return "rule \"" + name + "\"\n" + attributes + "\nwhen\n" + condition + "\nthen\n" + action + "\nend\n";
    }

    @ParameterizedTest(name = "{0}: standard Drools {1}, ours {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '´', textBlock = """
            Customer( name == preferredContact )        | true  | false
            Customer( name != preferredContact )        | false | true
            Customer( name str[startsWith] "a" )        | fails | false
            Customer( name not str[endsWith] "a" )      | fails | true
            Customer( name str[length] 0 )              | fails | false
            Customer( name memberOf tags )              | fails | false
            Customer( name not memberOf tags )          | fails | true
            Customer( newsletter )                      | fails | false
            Customer( !newsletter )                     | fails | true
            Customer( name matches "null" )             | true  | false
            Customer( name not matches "[a-z]+" )       | false | true
            Customer( !(since < "18-Nov-2026") )        | false | true
            Customer( tags == null )                    | false | true
            Customer( tags != null )                    | true  | false
            """)
    void a_fact_without_a_value_is_no_trap(String condition, String standard, boolean ours) {
        assertThat(standard(condition, RandomCalls.blank())).isEqualTo(standard);
        assertThat(ours(condition, RandomCalls.blank())).isEqualTo(ours);
    }

    @Test
    void a_rule_counts_from_the_first_instant_of_its_day() {
        Facts midnight = RandomCalls.blank(
                RandomCalls.FIRST_DAY.atStartOfDay(RandomCalls.ZONE).toInstant());
        String rule = rule("r", "date-effective \"16-Nov-2026\"", "Call( )", "route.to(\"p\");");

        assertThat(midnight.localTime().toLocalTime()).isEqualTo("00:00");
        assertThat(standard(rule, midnight, "").decision()).isEmpty();
        assertThat(ours(rule, midnight, "").decision()).contains("r to p");
    }

    @Test
    void what_derives_comes_before_what_decides_whatever_its_salience() {
        String rules = rule("decides", "salience 9", "Segment( name == \"s\" )", "route.to(\"p\");")
                + rule("else", "salience 8", "Call( )", "route.to(\"q\");")
                + rule("derives", "salience 1", "Call( )", "insert(new Segment(\"s\"));");

        assertThat(standard(rules, RandomCalls.blank(), "").decision()).contains("else to q");
        assertThat(ours(rules, RandomCalls.blank(), "").decision()).contains("decides to p");
    }

    @Test
    void the_absence_of_a_segment_is_asked_for_when_it_is_clear() {
        String rules = rule("absent", "salience 9", "not Segment( name == \"s\" )", "insert(new Segment(\"t\"));")
                + rule("derives", "salience 1", "Call( )", "insert(new Segment(\"s\"));");

        assertThat(standard(rules, RandomCalls.blank(), "").segments()).containsExactly("t", "s");
        assertThat(ours(rules, RandomCalls.blank(), "").segments()).containsExactly("s");
    }

    @Test
    void one_rule_of_an_activation_group_counts_and_it_is_the_first_by_precedence() {
        String rules = rule(
                        "first",
                        "salience 9 activation-group \"g\"",
                        "Segment( name == \"s\" )",
                        "route.announce(\"first\");")
                + rule("second", "salience 8 activation-group \"g\"", "Call( )", "route.announce(\"second\");")
                + rule("derives", "salience 1", "Call( )", "insert(new Segment(\"s\"));");

        assertThat(standard(rules, RandomCalls.blank(), "").announcements()).containsExactly("second", "first");
        assertThat(ours(rules, RandomCalls.blank(), "").announcements()).containsExactly("first");
    }

    @Test
    void a_plan_named_after_a_fact_without_a_value_leads_nowhere() {
        String rules = rule("owner", "salience 1", "Customer( $o : offerOwner )", "route.to(\"kam-\" + $o);")
                + rule("else", "", "Call( )", "route.to(\"q\");");

        assertThat(standard(rules, RandomCalls.blank(), "").decision()).contains("owner to kam-null");
        assertThat(ours(rules, RandomCalls.blank(), "").decision()).contains("else to q");
    }

    @Test
    void both_skip_a_plan_that_does_not_exist_though_only_ours_by_itself() {
        String rules = rule("missing", "salience 1", "Call( )", "route.announce(\"a\"); route.to(\"p\");")
                + rule("else", "", "Call( )", "route.to(\"q\");");
        StandardDrools.Outcome expected =
                new StandardDrools.Outcome(List.of(), List.of(), Optional.of("else to q"), Set.of());

        assertThat(standard(rules, RandomCalls.blank(), "p"))
                .usingRecursiveComparison()
                .ignoringFields("fired")
                .isEqualTo(expected);
        assertThat(ours(rules, RandomCalls.blank(), "p")).isEqualTo(expected);
    }
}
