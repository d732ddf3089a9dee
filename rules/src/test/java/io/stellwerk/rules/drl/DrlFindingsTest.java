package io.stellwerk.rules.drl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is told of each construct outside of the language, with line, column and what to write instead. The cases stand in
 * a file: a line that begins with the part of the rule that it replaces, then the findings, indented.
 */
class DrlFindingsTest {

    private static final Path CASES = Path.of("src/test/resources/drl/findings.txt");

    record Case(String part, String text, String expected) {

        Drl read() {
            String lines = text.replace("\\n", "\n");
            return switch (part) {
                case "when" -> Drl.when(lines);
                case "then" -> Drl.then(lines);
                case "header" -> Drl.header(lines);
                default -> Drl.file(lines);
            };
        }

        @Override
        public String toString() {
            return part + " | " + text;
        }
    }

    static Stream<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String line : Files.readAllLines(CASES)) {
            if (line.startsWith("    ")) {
                Case last = cases.remove(cases.size() - 1);
                String expected = last.expected().isEmpty() ? line.strip() : last.expected() + "\n" + line.strip();
                cases.add(new Case(last.part(), last.text(), expected));
            } else {
                String[] parts = (line + " ").split(" \\| ", 2);
                cases.add(new Case(parts[0], parts[1].stripTrailing(), ""));
            }
        }
        return cases.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void what_is_outside_of_the_language_is_told_with_its_place_and_remedy(Case each) {
        assertThat(each.read().told()).isEqualTo(each.expected());
    }

    @Test
    void all_mistakes_of_a_file_are_told_at_once() {
        Drl drl = Drl.file("""
                import java.util.List;
                rule "first" salience ( 5 ) when
                  Customer( nam == "x", openOffers == "2" ) eval( true )
                then
                  route.too("a"); foo();
                end

                rule "second"
                when
                  Call( lineType == "mobil" ) or or Call( holiday )
                then
                  insert(new Segment("a"))
                end
                rule "first" when Call( time = "08:00" then route.to("a"); end
                rule "sound" when Call( holiday ) then route.to("a"); end
                rule "no end" when Call( holiday ) then route.to("a");
                rule "last" when Hotline( id == "stom" ) then route.reject("bsy"); end
                """);

        assertThat(drl.findings())
                .extracting(finding ->
                        finding.place().line() + ":" + finding.place().character() + " " + finding.code())
                .containsExactly(
                        "1:1 outside-subset",
                        "2:23 malformed-attribute",
                        "3:13 unknown-fact",
                        "3:39 value-not-for-type",
                        "3:45 outside-subset",
                        "5:9 outside-subset",
                        "5:19 outside-subset",
                        "10:21 unknown-value",
                        "10:37 drl-syntax",
                        "13:1 drl-syntax",
                        "14:6 duplicate-rule",
                        "14:23 drl-syntax",
                        "16:55 drl-syntax",
                        "17:33 unknown-value",
                        "17:60 malformed-action");
        assertThat(drl.rules()).extracting(DrlRule::name).containsExactly("sound");
    }

    @Test
    void a_rule_behind_a_broken_one_keeps_its_line() {
        Drl drl = Drl.file(
                "rule \"a\" when Customer( then end\r\n\r\n# note\r\nrule \"b\"\r\nwhen then\r\n route.to(\"p\");\r\nend");

        assertThat(drl.rules())
                .singleElement()
                .returns(4, DrlRule::line)
                .returns(6, DrlRule::actionLine)
                .returns("b", DrlRule::name);
    }

    @Test
    void a_file_with_very_many_mistakes_tells_the_first() {
        Drl drl = Drl.when("Customer( " + "nam == 1, ".repeat(2_000) + "name == \"x\" )");

        assertThat(drl.findings()).hasSize(Report.MOST + 1);
        assertThat(drl.findings().get(Report.MOST).code()).isEqualTo("more-findings");
    }

    @Test
    void every_case_has_findings() throws IOException {
        assertThat(cases().filter(each -> each.expected().isEmpty()).collect(Collectors.toList()))
                .isEmpty();
        assertThat(cases().count()).isGreaterThan(200);
    }
}
