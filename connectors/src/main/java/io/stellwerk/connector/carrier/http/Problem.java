package io.stellwerk.connector.carrier.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Problem documents (RFC 9457). Any thread. */
final class Problem {

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    static final Answer NO_KEY = of(
            401,
            "not-authenticated",
            "Who asks is not known",
            "Send Authorization: Bearer KEY, or Basic with the carrier's name and key, or a client certificate");
    static final Answer WRONG_KEY =
            of(401, "not-authenticated", "Who asks is not known", "No carrier has this key. Check the configured one");
    static final Answer NOT_REACHABLE = of(
            403,
            "not-reachable",
            "The service number is not reachable for this carrier",
            "Ask the operator to add the number to the carrier's");
    static final Answer NOT_FOUND =
            of(404, "not-found", "There is nothing here", "Use POST /v1/route or GET /v1/fallback");
    static final Answer WRONG_METHOD =
            of(405, "wrong-method", "The method does not apply", "Use a method of the header Allow");
    static final Answer NOT_ACCEPTABLE =
            of(406, "not-acceptable", "None of the accepted types is offered", "Accept application/json or text/csv");
    static final Answer TOO_LARGE = of(413, "too-large", "The body is too large", "Send at most 16 KiB");
    static final Answer WRONG_TYPE = of(
            415,
            "wrong-type",
            "The body is not plain JSON",
            "Send Content-Type: application/json in UTF-8, without Content-Encoding");
    static final Answer NOT_A_NUMBER = of(
            422,
            "called-not-a-number",
            "What was dialled is not a number",
            "See errors",
            new FieldProblem("called", "The value is not a telephone number", "Send a number such as +498001234567"));
    static final Answer DRAINING = of(503, "draining", "This node is being taken out of service", "Ask the next node");
    static final Answer NOT_READY = of(503, "not-ready", "This node is not ready yet", "Ask the next node");
    static final Answer OVERLOADED = of(503, "overloaded", "This node has too much to do", "Ask the next node");
    static final Answer FAILED = of(503, "failed", "This node cannot answer", "Ask the next node");

    private Problem() {}

    static Answer invalidQuery(List<FieldProblem> errors) {
        return of(
                400,
                "invalid-query",
                "The query cannot be understood",
                "See errors",
                errors.toArray(FieldProblem[]::new));
    }

    private static Answer of(int status, String slug, String title, String detail, FieldProblem... errors) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator to = JSON.createGenerator(bytes)) {
            to.writeStartObject();
            to.writeStringField("type", "urn:stellwerk:problem:" + slug);
            to.writeStringField("title", title);
            to.writeNumberField("status", status);
            to.writeStringField("detail", detail);
            if (errors.length > 0) {
                write(to, errors);
            }
            to.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return new Answer(status, Buffer.buffer(bytes.toByteArray()));
    }

    private static void write(JsonGenerator to, FieldProblem[] errors) throws IOException {
        to.writeArrayFieldStart("errors");
        for (FieldProblem error : errors) {
            to.writeStartObject();
            to.writeStringField("field", error.field());
            to.writeStringField("detail", error.detail());
            to.writeStringField("remedy", error.remedy());
            to.writeEndObject();
        }
        to.writeEndArray();
    }
}
