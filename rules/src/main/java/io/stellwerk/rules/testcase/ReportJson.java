package io.stellwerk.rules.testcase;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stellwerk.rules.explain.RuleRef;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.Place;
import java.util.Locale;

/** What came out of test cases, for programs. The names of fields are stable. */
public final class ReportJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ReportJson() {}

    public static ObjectNode of(TestReport report) {
        ObjectNode json = JSON.objectNode()
                .put("cases", report.results().size())
                .put("passed", report.passed())
                .put("failed", report.failed().size())
                .put("switchedOff", report.switchedOff())
                .put("tookMicros", report.took().toNanos() / 1000);
        ArrayNode results = json.putArray("results");
        report.results().forEach(result -> results.add(result(result)));
        ArrayNode findings = json.putArray("findings");
        report.findings().forEach(finding -> findings.add(finding(finding)));
        report.coverage().ifPresent(coverage -> json.set("coverage", coverage(coverage)));
        return json;
    }

    private static ObjectNode result(CaseResult result) {
        TestCase testCase = result.testCase();
        ObjectNode json = JSON.objectNode()
                .put("case", testCase.name())
                .put("file", testCase.file())
                .put("line", testCase.place().line())
                .put("passed", result.passed())
                .put("tookMicros", result.took().toNanos() / 1000);
        if (!result.passed()) {
            ArrayNode differences = json.putArray("differences");
            result.differences().forEach(difference -> differences.add(difference(difference)));
            ArrayNode why = json.putArray("why");
            result.diagnosis().map(DiagnosisText::lines).ifPresent(lines -> lines.forEach(why::add));
        }
        return json;
    }

    private static ObjectNode difference(Difference difference) {
        ObjectNode json = JSON.objectNode()
                .put("aspect", difference.aspect().code())
                .put("expected", difference.expected().text());
        ArrayNode actual = json.putArray("actual");
        difference.actual().forEach(actual::add);
        return json;
    }

    private static ObjectNode finding(Finding finding) {
        Place place = finding.place();
        ObjectNode json = JSON.objectNode()
                .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                .put("code", finding.code())
                .put("file", place.file())
                .put("line", place.line());
        if (!place.row().isEmpty()) {
            json.put("case", place.row());
        }
        if (!place.column().isEmpty()) {
            json.put("column", place.column());
        }
        return json.put("message", finding.message()).put("remedy", finding.remedy());
    }

    private static ObjectNode coverage(Coverage coverage) {
        ObjectNode json = JSON.objectNode().put("rules", coverage.rules()).put("hit", coverage.hit());
        ArrayNode files = json.putArray("files");
        for (Coverage.OfFile file : coverage.files()) {
            ObjectNode node = files.addObject().put("file", file.file());
            ArrayNode rules = node.putArray("rules");
            file.rules().forEach(rule -> rules.add(rule(rule.rule()).put("hits", rule.hits())));
            ArrayNode off = node.putArray("switchedOff");
            file.switchedOff().forEach(rule -> off.add(rule(rule)));
        }
        return json;
    }

    private static ObjectNode rule(RuleRef rule) {
        return JSON.objectNode().put("rule", rule.name()).put("line", rule.line());
    }
}
