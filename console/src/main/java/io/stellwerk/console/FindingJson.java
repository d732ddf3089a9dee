package io.stellwerk.console;

import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.Place;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;

/** Findings as JSON. What does not apply to a place is left out. */
public final class FindingJson {

    private FindingJson() {}

    public static JsonArray of(List<Finding> findings) {
        JsonArray array = new JsonArray();
        findings.forEach(finding -> array.add(of(finding)));
        return array;
    }

    private static JsonObject of(Finding finding) {
        JsonObject json = new JsonObject()
                .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
                .put("code", finding.code())
                .put("place", of(finding.place()))
                .put("message", finding.message())
                .put("remedy", finding.remedy());
        finding.witness().ifPresent(witness -> json.put("witness", WitnessJson.of(witness)));
        return json;
    }

    private static JsonObject of(Place place) {
        JsonObject json = new JsonObject().put("file", place.file());
        if (place.line() > 0) {
            json.put("line", place.line());
        }
        if (place.character() > 0) {
            json.put("character", place.character());
        }
        place.cell().ifPresent(cell -> json.put("cell", cell));
        if (!place.row().isEmpty()) {
            json.put("row", place.row());
        }
        if (!place.column().isEmpty()) {
            json.put("column", place.column());
        }
        return json;
    }
}
