package io.stellwerk.bench.http;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The least that an HTTP server with JSON on both sides can do: read all fields, write an answer of the same length. */
final class BareServer {

    private static final JsonFactory JSON = new JsonFactory();

    private final String filling;

    private BareServer(int answerLength) throws IOException {
        int empty = answer(Map.of("requestId", "run-1-12345"), "").length;
        this.filling = "x".repeat(Math.max(0, answerLength - empty));
    }

    static Future<Integer> start(Vertx vertx, int answerLength) {
        try {
            BareServer server = new BareServer(answerLength);
            return vertx.createHttpServer()
                    .requestHandler(server::serve)
                    .listen(0, "127.0.0.1")
                    .map(HttpServer::actualPort);
        } catch (IOException impossible) {
            return Future.failedFuture(impossible);
        }
    }

    private void serve(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            try {
                byte[] answer = answer(fields(body.getBytes()), filling);
                request.response()
                        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                        .end(Buffer.buffer(answer));
            } catch (IOException wrong) {
                throw new UncheckedIOException(wrong);
            }
        });
    }

    private static Map<String, String> fields(byte[] body) throws IOException {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = JSON.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                fields.put(name, parser.getText());
            }
        }
        return fields;
    }

    /** The shape of a real answer, with one long text for what differs. */
    private static byte[] answer(Map<String, String> fields, String filling) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(640);
        try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeStringField("version", "1.0");
            json.writeNumberField("v", 1);
            json.writeStringField("requestId", fields.get("requestId"));
            json.writeStringField("action", "route");
            json.writeArrayFieldStart("routes");
            json.writeStartObject();
            json.writeStringField("uri", "sip:+49301112220@pbx-a.example");
            json.writeNumberField("fr_timer", 1_000);
            json.writeStringField("headers", filling);
            json.writeEndObject();
            json.writeEndArray();
            json.writeObjectFieldStart("decision");
            json.writeStringField("plan", "key-account");
            json.writeBooleanField("default", false);
            json.writeNumberField("tookMicros", 85);
            json.writeEndObject();
            json.writeEndObject();
        }
        return out.toByteArray();
    }
}
