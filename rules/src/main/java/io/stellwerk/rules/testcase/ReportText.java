package io.stellwerk.rules.testcase;

import io.stellwerk.rules.explain.RuleRef;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What came out of test cases, for people: each failure with its differences and why, then the coverage. */
public final class ReportText {

    private static final String INDENT = "    ";
    private static final int NAMED = 8;

    private final TestReport report;
    private final PrintWriter out;

    public ReportText(TestReport report, PrintWriter out) {
        this.report = report;
        this.out = out;
    }

    /** @param what whose test cases these are */
    public void print(String what) {
        report.failed().forEach(this::failure);
        report.coverage().ifPresent(this::coverage);
        out.println(what + ": " + summary());
    }

    private String summary() {
        List<String> parts = new ArrayList<>();
        parts.add(count(report.results().size(), "case"));
        parts.add(report.passed() + " passed");
        parts.add(report.failed().size() + " failed");
        if (report.switchedOff() > 0) {
            parts.add(report.switchedOff() + " switched off");
        }
        return String.join(", ", parts) + ", in " + seconds(report.took());
    }

    private static String count(int number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }

    private static String seconds(Duration took) {
        return String.format(Locale.ROOT, "%.2f s", took.toNanos() / 1e9);
    }

    private void failure(CaseResult result) {
        TestCase failed = result.testCase();
        out.println("FAILED  " + failed.name() + "  (" + failed.file() + ", line "
                + failed.place().line() + ")");
        for (Difference difference : result.differences()) {
            out.println(String.format(
                    Locale.ROOT,
                    "%s%-13s expected %s%n%s%-13s was      %s",
                    INDENT,
                    difference.aspect().code(),
                    difference.expected().text(),
                    INDENT,
                    "",
                    difference.actualText()));
        }
        result.diagnosis()
                .ifPresent(diagnosis -> DiagnosisText.lines(diagnosis).forEach(line -> out.println(INDENT + line)));
        out.println();
    }

    private void coverage(Coverage coverage) {
        out.println("Coverage: " + coverage.hit() + " of " + count(coverage.rules(), "rule") + " counted in a case");
        for (Coverage.OfFile file : coverage.files()) {
            String off = file.switchedOff().isEmpty()
                    ? ""
                    : "  (" + file.switchedOff().size() + " switched off)";
            out.println(String.format(
                            Locale.ROOT,
                            "%s%-36s %,6d of %,d%s",
                            INDENT,
                            file.file(),
                            file.hit(),
                            file.rules().size(),
                            off)
                    .stripTrailing());
            neverHit(file.neverHit());
        }
        out.println();
    }

    private void neverHit(List<RuleRef> rules) {
        for (int i = 0; i < rules.size(); i += NAMED) {
            out.println(INDENT
                    + INDENT
                    + (i == 0 ? "never: " : "       ")
                    + rules.subList(i, Math.min(rules.size(), i + NAMED)).stream()
                            .map(rule -> rule.name() + " (line " + rule.line() + ")")
                            .collect(Collectors.joining(", ")));
        }
    }
}
