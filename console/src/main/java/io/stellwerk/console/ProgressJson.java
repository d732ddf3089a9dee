package io.stellwerk.console;

import io.stellwerk.console.ImportDesk.Kind;
import io.stellwerk.console.ImportDesk.Progress;
import io.stellwerk.console.ImportDesk.State;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An import's progress as JSON, to and fro. */
public final class ProgressJson {

    private ProgressJson() {}

    /** @param path of the resource, below which the quarantine stands */
    static JsonObject of(Progress progress, String path) {
        JsonObject json = new JsonObject()
                .put("id", progress.id())
                .put("kind", progress.kind().code())
                .put("state", progress.state().code())
                .put("startedAt", progress.startedAt().toString());
        progress.finishedAt().ifPresent(finished -> json.put("finishedAt", finished.toString()));
        json.put("rowsRead", progress.rowsRead())
                .put("rowsGood", progress.rowsGood())
                .put("rowsQuarantined", progress.rowsQuarantined())
                .put("live", progress.live())
                .put("ignoredColumns", new JsonArray(progress.ignoredColumns()))
                .put("notes", new JsonArray(progress.notes()));
        if (!progress.problem().isEmpty()) {
            json.put("problem", progress.problem());
        }
        if (progress.rowsQuarantined() > 0) {
            json.put("quarantine", path + "/quarantine");
        }
        return json;
    }

    /** @throws RuntimeException if it is none */
    public static Progress read(JsonObject json) {
        return new Progress(
                json.getString("id"),
                Kind.valueOf(json.getString("kind").toUpperCase(Locale.ROOT)),
                State.valueOf(json.getString("state").toUpperCase(Locale.ROOT).replace('-', '_')),
                Instant.parse(json.getString("startedAt")),
                Optional.ofNullable(json.getString("finishedAt")).map(Instant::parse),
                json.getLong("rowsRead"),
                json.getLong("rowsGood"),
                json.getLong("rowsQuarantined"),
                json.getLong("live"),
                texts(json.getJsonArray("ignoredColumns")),
                texts(json.getJsonArray("notes")),
                json.getString("problem", ""));
    }

    private static List<String> texts(JsonArray array) {
        return array.stream().map(String::valueOf).toList();
    }
}
