package io.stellwerk.rules.testcase;

import io.stellwerk.engine.customer.CustomerMatches;
import io.stellwerk.engine.port.CustomerDirectory;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.port.TableNumberPlan;
import io.stellwerk.engine.router.OfflineRouter;
import io.stellwerk.rules.Compilation;
import io.stellwerk.rules.RuleSets;
import io.stellwerk.rules.explain.Discretion;
import io.stellwerk.rules.explain.Explainer;
import io.stellwerk.rules.explain.RuleBook;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.read.RuleSetFiles;
import io.stellwerk.rules.read.RuleSetSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small rule set with test cases that a test writes. */
final class CaseHouse {

    static final NumberPlan NUMBERS = new TableNumberPlan();

    static final Holidays HOLIDAYS = new Holidays() {
        @Override
        public boolean isHoliday(LocalDate day, String region) {
            return false;
        }

        @Override
        public boolean knows(String region) {
            return region.startsWith("DE");
        }
    };

    private final Map<String, byte[]> files = new HashMap<>();
    private Optional<CustomerDirectory> crm = Optional.empty();

    CaseHouse() {
        try {
            RuleSetFiles base = RuleSetFiles.ofFolder(Path.of("src/test/resources/cases"));
            base.names().forEach(name -> files.put(name, base.bytes(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CaseHouse with(String file, String... lines) {
        files.put(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Test cases in a file, on a Tuesday morning unless they say otherwise. */
    CaseHouse cases(String... lines) {
        return with("tests/a.csv", "#at;2026-11-24 10:04\n" + String.join("\n", lines));
    }

    CaseHouse crm(CustomerDirectory directory) {
        crm = Optional.of(directory);
        return this;
    }

    private RuleSetFiles files() {
        return RuleSetFiles.of(files);
    }

    private Compilation compilation() {
        Compilation compilation = RuleSets.compile(files(), HOLIDAYS, NUMBERS, 0);
        if (compilation.source().isEmpty()) {
            throw new AssertionError("Errors in the rule set: " + compilation.findings());
        }
        return compilation;
    }

    RuleSetSource source() {
        return compilation().source().orElseThrow();
    }

    OfflineRouter router() {
        return new OfflineRouter(compilation().ruleSet().orElseThrow(), NUMBERS, HOLIDAYS);
    }

    CaseReading read() {
        return TestCases.read(files(), source(), NUMBERS, crm);
    }

    /** What is wrong with the cases, each in a line. */
    List<String> findings() {
        return read().findings().stream().map(Finding::toString).toList();
    }

    TestReport run() {
        RuleBook rules = RuleBook.of(source());
        return new TestRun(rules, new Explainer(rules, Discretion.RAW), router()).run(read());
    }

    static CustomerMatches callers(TestCase testCase) {
        return testCase.sample()
                .customers()
                .find(testCase.sample().call().calling().number().orElseThrow());
    }
}
