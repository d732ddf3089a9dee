package io.stellwerk.rules.testcase;

import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.Severity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What came out of test cases as JUnit writes it, for pipelines: a suite for each file; findings are errors in theirs. */
public final class JunitXml {

    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final TestReport report;

    private JunitXml(TestReport report) {
        this.report = report;
    }

    public static String of(TestReport report) {
        return new JunitXml(report).text();
    }

    private String text() {
        Map<String, List<CaseResult>> results = report.results().stream()
                .collect(Collectors.groupingBy(
                        result -> result.testCase().file(), LinkedHashMap::new, Collectors.toList()));
        Map<String, List<Finding>> errors = report.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .collect(Collectors.groupingBy(finding -> finding.place().file()));
        Set<String> files = new TreeSet<>(results.keySet());
        files.addAll(errors.keySet());
        open("testsuites", "name", "stellwerk test")
                .append(counts(all(results), all(errors)))
                .append(">\n");
        for (String file : files) {
            suite(file, results.getOrDefault(file, List.of()), errors.getOrDefault(file, List.of()));
        }
        return xml.append("</testsuites>\n").toString();
    }

    private static <T> List<T> all(Map<String, List<T>> byFile) {
        List<T> all = new ArrayList<>();
        byFile.values().forEach(all::addAll);
        return all;
    }

    private void suite(String file, List<CaseResult> results, List<Finding> errors) {
        open("  <testsuite", "name", file).append(counts(results, errors)).append(">\n");
        results.forEach(this::testCase);
        errors.forEach(this::error);
        xml.append("  </testsuite>\n");
    }

    private static String counts(List<CaseResult> results, List<Finding> errors) {
        long failures = results.stream().filter(result -> !result.passed()).count();
        Duration took = results.stream().map(CaseResult::took).reduce(Duration.ZERO, Duration::plus);
        return " tests=\"" + (results.size() + errors.size()) + "\" failures=\"" + failures + "\" errors=\""
                + errors.size() + "\" skipped=\"0\" time=\"" + seconds(took) + "\"";
    }

    private void testCase(CaseResult result) {
        TestCase testCase = result.testCase();
        open("    <testcase", "name", testCase.name());
        attribute("classname", testCase.file());
        attribute("file", testCase.file());
        attribute("line", String.valueOf(testCase.place().line()));
        attribute("time", seconds(result.took()));
        if (result.passed()) {
            xml.append("/>\n");
            return;
        }
        xml.append(">\n");
        failure("failure", message(result), detail(result));
    }

    private static String message(CaseResult result) {
        return result.differences().stream()
                .map(difference -> difference.aspect().code() + ": expected "
                        + difference.expected().text() + ", was " + difference.actualText())
                .collect(Collectors.joining("; "));
    }

    private static String detail(CaseResult result) {
        return result.diagnosis().map(DiagnosisText::lines).orElse(List.of()).stream()
                .collect(Collectors.joining("\n"));
    }

    private void error(Finding finding) {
        String name = finding.place().row();
        open("    <testcase", "name", name.isEmpty() ? finding.place().toString() : name);
        attribute("classname", finding.place().file());
        attribute("time", seconds(Duration.ZERO));
        xml.append(">\n");
        failure("error", finding.message() + " " + finding.remedy(), finding.toString());
    }

    private void failure(String element, String message, String detail) {
        open("      <" + element, "message", message);
        xml.append('>').append(escaped(detail)).append("</").append(element).append(">\n    </testcase>\n");
    }

    private StringBuilder open(String element, String name, String value) {
        xml.append(element.startsWith(" ") ? element : "<" + element);
        return attribute(name, value);
    }

    private StringBuilder attribute(String name, String value) {
        return xml.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.6f", duration.toNanos() / 1e9);
    }

    /** Characters that XML 1.0 does not allow (clause 2.2) are shown as the replacement character. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\n' -> escaped.append("&#10;");
                default -> escaped.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        });
        return escaped.toString();
    }

    private static boolean allowed(int c) {
        return c == '\t' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF);
    }
}
