package io.stellwerk.server.command;

import io.stellwerk.connector.holidays.jollyday.JollydayHolidays;
import io.stellwerk.connector.numbers.libphonenumber.LibPhoneNumberPlan;
import io.stellwerk.engine.port.CustomerDirectory;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.router.OfflineRouter;
import io.stellwerk.engine.rule.RuleSet;
import io.stellwerk.rules.Compilation;
import io.stellwerk.rules.RuleSets;
import io.stellwerk.rules.check.Witnesses;
import io.stellwerk.rules.explain.Discretion;
import io.stellwerk.rules.explain.Explainer;
import io.stellwerk.rules.explain.RuleBook;
import io.stellwerk.rules.explain.RuleRef;
import io.stellwerk.rules.read.RuleSetFiles;
import io.stellwerk.rules.read.RuleSetSource;
import io.stellwerk.rules.table.Phase;
import io.stellwerk.rules.testcase.CaseReading;
import io.stellwerk.rules.testcase.Coverage;
import io.stellwerk.rules.testcase.JunitXml;
import io.stellwerk.rules.testcase.Proposals;
import io.stellwerk.rules.testcase.ReportJson;
import io.stellwerk.rules.testcase.ReportText;
import io.stellwerk.rules.testcase.TestCase;
import io.stellwerk.rules.testcase.TestCases;
import io.stellwerk.rules.testcase.TestReport;
import io.stellwerk.rules.testcase.TestRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The test cases of a rule set. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Decides the sample calls in the folder tests of a rule set, compares what came out with what is expected,",
            "and tells which rules counted in none of them. No server is needed."
        },
        footer = {
            "",
            "Exits with 1 if a case fails or cannot be read.",
            "",
            "Examples:",
            "  stellwerk test samples/nordlicht",
            "  stellwerk test samples/nordlicht --only '*offer*'",
            "  stellwerk test samples/nordlicht --propose > samples/nordlicht/tests/90-proposed.csv",
            "  stellwerk test samples/nordlicht --customers samples/nordlicht-data --junit target/rules.xml"
        })
final class TestCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "Folder of the rule set.")
    private Path folder = Path.of(".");

    @Option(names = "--format", paramLabel = "FORMAT", description = "text, json or junit. Default: ${DEFAULT-VALUE}.")
    private TestOutput format = TestOutput.TEXT;

    @Option(names = "--output", paramLabel = "FILE", description = "Write the result there. Default: standard output.")
    private @Nullable Path output;

    @Option(names = "--junit", paramLabel = "FILE", description = "Write JUnit XML there as well.")
    private @Nullable Path junit;

    @Option(
            names = "--only",
            paramLabel = "PATTERN",
            description = "Run the cases whose name, or file and name, match: * stands for any text.")
    private @Nullable String only;

    @Option(
            names = "--customers",
            paramLabel = "PATH",
            description = {
                "Where cases find customers by id, callers by number, and people: a CSV file of customers, a folder with",
                "customers.csv and people.csv, or a data directory that no server is using."
            })
    private @Nullable Path customers;

    @Option(
            names = "--propose",
            description = {
                "Instead of the result, write test cases for the rules that counted in no case: for each a call that shows",
                "it, with what becomes of it now. Read them before you keep them."
            })
    private boolean propose;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    private final JollydayHolidays holidays = new JollydayHolidays();
    private final NumberPlan numberPlan = new LibPhoneNumberPlan();

    @Override
    public Integer call() throws IOException {
        if (propose && only != null) {
            throw new WrongUseException(
                    "--propose and --only exclude each other: which rules no case hits, all cases tell.");
        }
        RuleSetFiles files = RuleSetFolder.files(folder);
        Compilation compilation = RuleSets.compile(files, holidays, numberPlan, 0);
        if (compilation.source().isEmpty() || compilation.ruleSet().isEmpty()) {
            new FindingsText(spec.commandLine().getErr()).print(folder, compilation.findings());
            return ExitCode.FINDINGS;
        }
        RuleSetSource source = compilation.source().get();
        RuleSet ruleSet = compilation.ruleSet().get();
        if (customers == null) {
            return test(files, source, ruleSet, Optional.empty());
        }
        try (Crm crm = Crm.open(
                customers, source.tenant(), numberPlan, spec.commandLine().getErr())) {
            return test(files, source, ruleSet, Optional.of(crm.directory()));
        }
    }

    private int test(RuleSetFiles files, RuleSetSource source, RuleSet ruleSet, Optional<CustomerDirectory> crm)
            throws IOException {
        CaseReading reading = TestCases.read(files, source, numberPlan, crm);
        RuleBook rules = RuleBook.of(source);
        // What stands in the cases may be shown; customers of a CRM are none of the reader's business.
        Explainer explainer = new Explainer(rules, crm.isPresent() ? Discretion.MASKED : Discretion.RAW);
        TestRun run = new TestRun(rules, explainer, new OfflineRouter(ruleSet, numberPlan, holidays));
        TestReport report = only == null ? run.run(reading) : run.run(reading, matching(only));
        if (only != null && report.results().isEmpty()) {
            throw new WrongUseException("No test case matches '" + only + "'.");
        }
        if (propose) {
            propose(report, source, rules, new OfflineRouter(ruleSet, numberPlan, holidays));
        } else {
            write(report);
        }
        return report.failed().isEmpty() && !RuleSetFolder.hasErrors(report.findings())
                ? ExitCode.FINE
                : ExitCode.FINDINGS;
    }

    /** Letter case does not matter; a pattern without a star is a part of a name. */
    private static Predicate<TestCase> matching(String pattern) {
        String whole = pattern.contains("*") ? pattern : "*" + pattern + "*";
        Pattern regex = Pattern.compile(
                Pattern.quote(whole).replace("*", "\\E.*\\Q"), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        return testCase -> Stream.of(
                        testCase.name(),
                        testCase.file() + "#" + testCase.name(),
                        testCase.file().replaceFirst("^tests/", "") + "#" + testCase.name())
                .anyMatch(text -> regex.matcher(text).matches());
    }

    private void propose(TestReport report, RuleSetSource source, RuleBook rules, OfflineRouter router)
            throws IOException {
        PrintWriter notes = spec.commandLine().getErr();
        Witnesses witnesses = Witnesses.of(source, holidays, numberPlan);
        Proposals proposals = new Proposals(router);
        for (RuleRef rule : report.coverage().map(Coverage::neverHit).orElse(List.of())) {
            Phase phase = rules.find(rule.id()).orElseThrow().phase();
            witnesses
                    .find(rule.id())
                    .ifPresentOrElse(
                            witness -> proposals.add(rule, phase, witness),
                            () -> notes.println("No call was found that shows " + rule.id() + "."));
        }
        if (proposals.none()) {
            notes.println("There is nothing to propose.");
        } else {
            write(proposals.csv());
        }
    }

    private void write(String text) throws IOException {
        if (output == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        } else {
            Files.writeString(output, text);
        }
    }

    private void write(TestReport report) throws IOException {
        write(text(report));
        if (junit != null) {
            Files.writeString(junit, JunitXml.of(report));
        }
    }

    private String text(TestReport report) {
        return switch (format) {
            case JSON -> ReportJson.of(report).toPrettyString() + System.lineSeparator();
            case JUNIT -> JunitXml.of(report);
            case TEXT -> {
                StringWriter text = new StringWriter();
                PrintWriter out = new PrintWriter(text);
                if (!report.findings().isEmpty()) {
                    new FindingsText(out).print("Test cases of " + folder, report.findings());
                    out.println();
                }
                new ReportText(report, out).print(folder.toString());
                yield text.toString();
            }
        };
    }
}
