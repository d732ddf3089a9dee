package io.stellwerk.server.demo;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A call as a carrier's switch would describe it. Absent texts are empty. */
record SampleCall(
        String scenario,
        String called,
        String calling,
        String assertedId,
        String privacy,
        String diversion,
        String digits) {

    static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();

    static List<SampleCall> read(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file);
                CSVParser rows = CSVParser.parse(text, FORMAT)) {
            return rows.stream().map(SampleCall::of).toList();
        }
    }

    private static SampleCall of(CSVRecord row) {
        return new SampleCall(
                row.get("scenario"),
                row.get("called"),
                row.get("calling"),
                row.get("assertedId"),
                row.get("privacy"),
                row.get("diversion"),
                row.get("digits"));
    }

    /** The query as docs/carrier-api.md describes it. */
    JsonObject query(String requestId) {
        JsonObject query = new JsonObject()
                .put("requestId", requestId)
                .put("network", "demo")
                .put("called", called);
        put(query, "calling", calling);
        put(query, "assertedId", assertedId);
        put(query, "privacy", privacy);
        put(query, "diversion", diversion);
        put(query, "digits", digits);
        return query;
    }

    private static void put(JsonObject query, String key, String value) {
        if (!value.isEmpty()) {
            query.put(key, value);
        }
    }
}
