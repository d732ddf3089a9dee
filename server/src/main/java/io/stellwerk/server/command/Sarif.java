package io.stellwerk.server.command;

import io.stellwerk.console.WitnessJson;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.finding.Severity;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** Findings in the format that code hosts and editors show beside the lines (SARIF 2.1.0). */
final class Sarif {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private Sarif() {}

    static JsonObject of(List<Finding> findings) {
        JsonArray rules = new JsonArray();
        findings.stream()
                .map(Finding::code)
                .distinct()
                .sorted()
                .forEach(code -> rules.add(new JsonObject().put("id", code)));
        JsonArray results = new JsonArray();
        findings.forEach(finding -> results.add(result(finding)));
        JsonObject driver = new JsonObject()
                .put("name", "stellwerk")
                .put("version", Version.text())
                .put("rules", rules);
        JsonObject run = new JsonObject()
                .put("tool", new JsonObject().put("driver", driver))
                .put("columnKind", "utf16CodeUnits")
                .put("results", results);
        return new JsonObject().put("$schema", SCHEMA).put("version", "2.1.0").put("runs", new JsonArray().add(run));
    }

    private static JsonObject result(Finding finding) {
        JsonObject result = new JsonObject()
                .put("ruleId", finding.code())
                .put("level", finding.severity() == Severity.ERROR ? "error" : "warning")
                .put("message", new JsonObject().put("text", finding.message() + " " + finding.remedy()))
                .put("locations", new JsonArray().add(location(finding.place())));
        finding.witness()
                .ifPresent(call -> result.put("properties", new JsonObject().put("witness", WitnessJson.of(call))));
        return result;
    }

    private static JsonObject location(Place place) {
        JsonObject physical = new JsonObject().put("artifactLocation", new JsonObject().put("uri", place.workbook()));
        if (place.line() > 0) {
            JsonObject region = new JsonObject().put("startLine", place.line());
            if (place.character() > 0) {
                region.put("startColumn", place.character());
            }
            physical.put("region", region);
        }
        JsonObject location = new JsonObject().put("physicalLocation", physical);
        JsonArray logical = new JsonArray();
        if (!place.file().equals(place.workbook())) {
            logical.add(new JsonObject()
                    .put(
                            "name",
                            place.file() + place.cell().map(cell -> ":" + cell).orElse(""))
                    .put("kind", "sheet"));
        }
        if (!place.row().isEmpty()) {
            logical.add(new JsonObject().put("name", place.row()).put("kind", "row"));
        }
        if (!logical.isEmpty()) {
            location.put("logicalLocations", logical);
        }
        return location;
    }
}
