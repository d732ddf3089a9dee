package io.stellwerk.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.connector.holidays.jollyday.JollydayHolidays;
import io.stellwerk.connector.numbers.libphonenumber.LibPhoneNumberPlan;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.router.OfflineRouter;
import io.stellwerk.engine.rule.RuleSet;
import io.stellwerk.rules.Compilation;
import io.stellwerk.rules.RuleSets;
import io.stellwerk.rules.explain.Discretion;
import io.stellwerk.rules.explain.Explainer;
import io.stellwerk.rules.explain.RuleBook;
import io.stellwerk.rules.finding.Severity;
import io.stellwerk.rules.read.RuleSetFiles;
import io.stellwerk.rules.read.RuleSetSource;
import io.stellwerk.rules.testcase.CaseReading;
import io.stellwerk.rules.testcase.TestCases;
import io.stellwerk.rules.testcase.TestReport;
import io.stellwerk.rules.testcase.TestRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every example of docs/rule-language.md is run, with the calls below it, in the house of Nordlicht. */
class RuleLanguageTest {

    private static final Path ENGLISH = Path.of("../docs/rule-language.md");
    private static final Path GERMAN = Path.of("../docs/rule-language.de.md");
    private static final List<String> HOUSE = List.of(
            RuleSetFiles.TENANT,
            RuleSetFiles.HOTLINES,
            RuleSetFiles.TARGETS,
            RuleSetFiles.PLANS,
            RuleSetFiles.CALENDARS);

    private static final Pattern BLOCK = Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    private static final Holidays HOLIDAYS = new JollydayHolidays();
    private static final NumberPlan NUMBERS = new LibPhoneNumberPlan();

    /** Tables and rules, up to the calls that they decide. */
    record Example(int line, List<Block> rules, String cases) {
        @Override
        public String toString() {
            return "the example at line " + line;
        }
    }

    record Block(String kind, String text, int line) {}

    static Stream<Example> examples() throws IOException {
        List<Example> examples = new ArrayList<>();
        List<Block> rules = new ArrayList<>();
        for (Block block : blocks(ENGLISH)) {
            if (block.kind().equals("cases")) {
                examples.add(new Example(rules.get(0).line(), List.copyOf(rules), block.text()));
                rules.clear();
            } else {
                rules.add(block);
            }
        }
        assertThat(rules).as("examples without calls").isEmpty();
        return examples.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_does_what_its_calls_say(Example example) throws IOException {
        RuleSetFiles files = files(example);
        Compilation compilation = RuleSets.compile(files, HOLIDAYS, NUMBERS, 1);
        assertThat(compilation.findings())
                .noneMatch(finding -> finding.severity() == Severity.ERROR)
                .noneMatch(finding -> finding.place().file().startsWith("rules/")
                        && !finding.code().equals("segment-never-used"));

        TestReport report = run(
                files, compilation.source().orElseThrow(), compilation.ruleSet().orElseThrow());

        assertThat(report.findings()).isEmpty();
        assertThat(report.failed()).isEmpty();
        assertThat(report.coverage().orElseThrow().files())
                .allSatisfy(file -> assertThat(file.neverHit()).isEmpty());
    }

    @Test
    void both_editions_have_the_same_examples() throws IOException {
        assertThat(blocks(GERMAN))
                .extracting(Block::text)
                .isEqualTo(blocks(ENGLISH).stream().map(Block::text).toList());
        assertThat(examples()).hasSizeGreaterThanOrEqualTo(10);
    }

    private static TestReport run(RuleSetFiles files, RuleSetSource source, RuleSet ruleSet) {
        CaseReading cases = TestCases.read(files, source, NUMBERS, Optional.empty());
        RuleBook book = RuleBook.of(source);
        OfflineRouter router = new OfflineRouter(ruleSet, NUMBERS, HOLIDAYS);
        return new TestRun(book, new Explainer(book, Discretion.RAW), router).run(cases);
    }

    private static RuleSetFiles files(Example example) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String file : HOUSE) {
            files.put(file, Files.readAllBytes(Nordlicht.RULE_SET.resolve(file)));
        }
        for (int i = 0; i < example.rules().size(); i++) {
            Block block = example.rules().get(i);
            files.put("rules/" + (10 + i) + "." + block.kind(), block.text().getBytes(UTF_8));
        }
        files.put("tests/cases.csv", example.cases().getBytes(UTF_8));
        return RuleSetFiles.of(files);
    }

    private static List<Block> blocks(Path edition) throws IOException {
        String text = Files.readString(edition);
        List<Block> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            int line = 1 + (int) text.substring(0, block.start()).lines().count();
            blocks.add(new Block(block.group(1), block.group(2), line));
        }
        return blocks;
    }
}
