package io.stellwerk.rules.drl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.stellwerk.rules.finding.Finding;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts that want to cost time, memory or the stack. */
class HostileDrlTest {

    private static final List<String> GOOD = List.of("""
            package nordlicht
            rule "Open offer: to its owner"
              @owner("marketing") salience 10 enabled true date-effective "01-Jan-2026"
            when
              $c : Customer( customerClass in ("A", "B"), openOffers >= 1 && < 9, $owner : offerOwner )
              Call( calling str[startsWith] "+4930" || lineType == "mobile", time >= "08:00", digits matches "[0-9]{2,4}" )
              not Segment( name == "blocked" )
              (Hotline( id == "strom" ) or not ( Hotline( tariffClass == "premium" ) and Call( !holiday ) ))
            then
              route.announce("greeting");
              route.to("kam-" + $owner + $c.name);
            end
            """, """
            # derives
            rule "vip" activation-group "g" /* one */ when exists Customer( tags contains "x", name != null ) then
              insert(new Segment("vip")); // and no more
            end
            rule 'refuse' when Call( !(region == "kiel" || == "hamburg") ) then route.reject(17, 486, "Busy \\u0048ere"); end
            """);

    private static final List<String> PIECES = List.of(
            "(",
            ")",
            "{",
            "}",
            "\"",
            "'",
            "\\",
            "\\u",
            "/*",
            "*/",
            "//",
            "#",
            "\n",
            "end",
            "then",
            "when",
            "rule",
            "rule \"x\"",
            "$",
            "$c",
            ":",
            "==",
            "!=",
            "&&",
            "||",
            "!",
            "not",
            "or",
            "and",
            "exists",
            "eval",
            "from",
            "in",
            "matches",
            "\"(a{9})\"",
            ",",
            ";",
            ".",
            "0",
            "017",
            "1e9",
            "null",
            "\uFEFF",
            "\u0000",
            "\u202E",
            "\uD83D",
            "é",
            "@",
            "salience",
            "Customer(",
            "[",
            "?");

    static Stream<Arguments> hostile() {
        return Stream.of(
                text("brackets around a pattern", () -> when("(".repeat(10_000) + "Call()" + ")".repeat(10_000))),
                text(
                        "brackets in a constraint",
                        () -> when("Call(" + "(".repeat(10_000) + "holiday" + ")".repeat(10_001))),
                text("brackets that never close", () -> when("Call(" + "(".repeat(10_000))),
                text("brackets in an action", () -> "rule \"r\" when then route.to" + "(".repeat(9_000) + " end"),
                text("brackets in an annotation", () -> "rule \"r\" @a" + "(".repeat(9_000) + " when then end"),
                text("negations", () -> when("Call(" + "!".repeat(9_000) + "holiday )")),
                text("casts", () -> when("Call(" + "(a)".repeat(3_000) + "holiday )")),
                text("types of types", () -> when("a<".repeat(4_000) + "Call()")),
                text("choices of choices", () -> when("Call( holiday " + "? holiday : holiday ".repeat(2_000) + ")")),
                text("assignments", () -> when("Call( a" + " = a".repeat(4_000) + " )")),
                text("less than less than", () -> when("Call( a" + " < a".repeat(4_000) + " )")),
                text("not not not", () -> when("not ".repeat(9_000) + "Call()")),
                text("not ( not (", () -> when("not (".repeat(9_000) + "Call()" + ")".repeat(9_000))),
                text("a minus before a minus", () -> when("Customer( value == " + "-".repeat(9_000) + "1 )")),
                text("many patterns", () -> when("Call() ".repeat(3_000))),
                text("many constraints", () -> when("Call(" + "holiday || ".repeat(6_000) + "holiday )")),
                text("many rules", () -> "rule a when then end ".repeat(30_000)),
                text("many rules without end", () -> "rule a when Call( then\n".repeat(30_000)),
                text("many hashes in a line", () -> "x" + "#".repeat(1_000_000)),
                text("many quotes", () -> "\"".repeat(1_000_000)),
                text("many backslashes", () -> "\"" + "\\".repeat(1_000_000)),
                text("many strange characters", () -> "`\n".repeat(500_000)),
                text("a long name", () -> "rule \"" + "n".repeat(1_000_000) + "\" when then route.to(\"p\"); end"),
                text("a long number", () -> when("Customer( value == " + "9".repeat(1_000_000) + " )")),
                text("a long word", () -> when("Customer( " + "a".repeat(1_000_000) + " == 1 )")),
                text("a long path", () -> when("Customer( a" + ".a".repeat(4_000) + " == 1 )")),
                text("a comment that does not end", () -> "/*".repeat(1_000_000)),
                text("too many characters", () -> " ".repeat(DrlReader.MOST_CHARACTERS + 1)),
                text("repetitions of repetitions", () -> matches("((((((a{9}){9}){9}){9}){9}){9}){9}")),
                text("doubled a hundred times", () -> matches("(".repeat(50) + "a" + "){2}".repeat(30))),
                text("brackets in a class", () -> matches("(a{99}[)]){99}")),
                text("brackets in a class, quoted", () -> matches("(a{99}\\\\Q)\\\\E){99}")),
                text("a class that begins with its end", () -> matches("([])]{99}){99}{99}")));
    }

    private static Arguments text(String name, Supplier<String> text) {
        return Arguments.of(name, text);
    }

    private static String when(String conditions) {
        return "rule \"r\" when " + conditions + " then route.to(\"p\"); end";
    }

    private static String matches(String expression) {
        return when("Call( digits matches \"" + expression + "\" )");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void is_refused_in_bounded_time(String name, Supplier<String> text) {
        Drl drl = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Drl.file(text.get()));

        assertThat(drl.findings())
                .extracting(finding -> finding.severity().name())
                .contains("ERROR");
        assertThat(drl.findings()).hasSizeLessThanOrEqualTo(Report.MOST + 2);
        assertThat(drl.findings()).allSatisfy(HostileDrlTest::isShort);
    }

    private static void isShort(Finding finding) {
        assertThat(finding.message()).hasSizeLessThan(400);
        assertThat(finding.remedy()).isNotBlank().hasSizeLessThan(400);
    }

    @Test
    void changed_texts_never_fail_and_never_take_long() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            String text = changed(GOOD.get(random.nextInt(GOOD.size())), random);
            long start = System.nanoTime();
            try {
                Drl drl = Drl.file(text);
                assertThat(drl.findings()).allSatisfy(HostileDrlTest::isShort);
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
                fail("seed " + seed + ", round " + round + ": " + e + "\n" + text, e);
            }
            assertThat(System.nanoTime() - start)
                    .as("seed %d, round %d\n%s", seed, round, text)
                    .isLessThan(Duration.ofSeconds(5).toNanos());
        }
    }

    @Test
    void the_texts_to_be_changed_are_sound() {
        assertThat(GOOD)
                .allSatisfy(text -> assertThat(Drl.file(text).findings()).isEmpty());
    }

    private static String changed(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(changed.length() + 1);
            int until = Math.min(changed.length(), at + random.nextInt(12));
            switch (random.nextInt(4)) {
                case 0 -> changed.delete(at, until);
                case 1 -> changed.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> changed.insert(random.nextInt(changed.length() + 1), changed.substring(at, until));
                default -> changed.replace(at, until, PIECES.get(random.nextInt(PIECES.size())));
            }
        }
        return changed.toString();
    }
}
