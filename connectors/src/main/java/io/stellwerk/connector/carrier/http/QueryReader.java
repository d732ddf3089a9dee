package io.stellwerk.connector.carrier.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.stellwerk.engine.call.CallQuery;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of {@code POST /v1/route}. One event loop's own: not for several threads.
 *
 * <p>Unknown fields are skipped whatever is in them, nulls are absent, and all problems are found in one reading.
 */
final class QueryReader {

    private static final int DEEPEST = 64;
    /** Names are kept in a table of some thousands, so hostile ones must not be long. */
    private static final int LONGEST_NAME = 256;

    private static final String TEXT = "Send a JSON text";

    private final JsonFactory json = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CHARSET_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNameLength(LONGEST_NAME)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .build();

    QueryReading read(byte[] body) {
        try (JsonParser parser = json.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return notJson("The body is not a JSON object", "Send one JSON object");
            }
            return new Fields(parser).read();
        } catch (JacksonException malformed) {
            return notJson("The body is not JSON" + place(malformed), "Send one JSON object in UTF-8");
        } catch (IOException | IllegalStateException e) {
            // Jackson's own guard against colliding field names throws the latter.
            return notJson("The body cannot be read as JSON", "Send one JSON object in UTF-8");
        }
    }

    private static QueryReading notJson(String detail, String remedy) {
        return new QueryReading.Refused(List.of(new FieldProblem("", detail, remedy)));
    }

    private static String place(JacksonException malformed) {
        JsonLocation at = malformed.getLocation();
        return at == null ? "" : ", line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    /** The fields of one query as they come. */
    private static final class Fields {

        private final JsonParser parser;
        private @Nullable List<FieldProblem> problems;
        private int seen;
        private @Nullable String requestId;
        private @Nullable String called;
        private String network = "";
        private String calling = "";
        private String assertedId = "";
        private String privacy = "";
        private String diversion = "";
        private String digits = "";
        private long deadlineMillis;
        private int attempt = 1;

        Fields(JsonParser parser) {
            this.parser = parser;
        }

        QueryReading read() throws IOException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (token == JsonToken.VALUE_NULL || !field(name)) {
                    parser.skipChildren();
                }
            }
            if (parser.nextToken() != null) {
                problem("", "Something follows the JSON object", "Send one JSON object and nothing else");
            }
            return reading();
        }

        private QueryReading reading() {
            if (requestId == null) {
                missing(1 << 1, "requestId", "Send the network's id of the call, such as the SIP Call-ID");
            }
            if (called == null) {
                missing(1 << 3, "called", "Send the dialled service number, such as +498001234567");
            }
            if (problems != null || requestId == null || called == null) {
                return new QueryReading.Refused(problems == null ? List.of() : List.copyOf(problems));
            }
            return new QueryReading.Understood(
                    new CallQuery(requestId, network, called, calling, assertedId, privacy, diversion, digits, attempt),
                    deadlineMillis);
        }

        /** Whether the field is one of ours; its value is then read, or will be skipped if it is of a wrong type. */
        private boolean field(String name) throws IOException {
            switch (name) {
                case "requestId" -> requestId = once(1, name) ? text(name, 255) : requestId;
                case "network" -> network = once(2, name) ? orEmpty(text(name, 255)) : network;
                case "called" -> called = once(3, name) ? text(name, 255) : called;
                case "calling" -> calling = once(4, name) ? caller() : calling;
                case "assertedId" -> assertedId = once(5, name) ? orEmpty(text(name, Integer.MAX_VALUE)) : assertedId;
                case "privacy" -> privacy = once(6, name) ? orEmpty(text(name, Integer.MAX_VALUE)) : privacy;
                case "diversion" -> diversion = once(7, name) ? orEmpty(text(name, Integer.MAX_VALUE)) : diversion;
                case "digits" -> digits = once(8, name) ? dialled(name) : digits;
                case "deadlineMs" -> deadlineMillis = once(9, name) ? whole(name, Long.MAX_VALUE) : deadlineMillis;
                case "attempt" -> attempt = once(10, name) ? (int) whole(name, Integer.MAX_VALUE) : attempt;
                default -> {
                    return false;
                }
            }
            // A structure where a value belongs has been noted; it is skipped like an unknown field's.
            return !parser.currentToken().isStructStart();
        }

        /** Of two values nobody knows which one was meant, and a proxy before us may have checked the other. */
        private boolean once(int number, String name) {
            boolean first = (seen & (1 << number)) == 0;
            seen |= 1 << number;
            if (!first) {
                problem(name, "The field stands there twice", "Send it once");
            }
            return first;
        }

        /** Null if it is absent, empty or wrong; what is wrong is noted. */
        private @Nullable String text(String name, int longest) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                problem(name, "The value is not a text", TEXT);
                return null;
            }
            String text = parser.getText();
            if (text.length() > longest) {
                problem(name, "The value has " + text.length() + " characters", "Send at most " + longest);
                return null;
            }
            return text.isEmpty() ? null : text;
        }

        /** Whatever a network sends as its caller, it is never an error. */
        private String caller() throws IOException {
            return parser.currentToken().isScalarValue() ? parser.getText() : "";
        }

        private String dialled(String name) throws IOException {
            String text = orEmpty(text(name, 64));
            for (int i = 0; i < text.length(); i++) {
                if ("0123456789*#ABCDabcd".indexOf(text.charAt(i)) < 0) {
                    problem(name, "The value is not what a telephone's keys can enter", "Send 0 to 9, *, # and A to D");
                    return "";
                }
            }
            return text;
        }

        private long whole(String name, long largest) throws IOException {
            if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                problem(name, "The value is not a whole number", "Send a JSON number of 1 or more, without a fraction");
                return 1;
            }
            // The length first: nobody may make us compute with a number of thousands of digits.
            boolean negative = parser.getTextCharacters()[parser.getTextOffset()] == '-';
            long value = parser.getTextLength() > 18 ? Long.MAX_VALUE : parser.getLongValue();
            if (negative || value < 1) {
                problem(name, "The value is less than 1", "Send a JSON number of 1 or more");
                return 1;
            }
            return Math.min(value, largest);
        }

        private void missing(int bit, String name, String remedy) {
            // A value of the wrong type has been noted already.
            boolean noted = problems != null
                    && problems.stream().anyMatch(problem -> problem.field().equals(name));
            if (!noted) {
                boolean empty = (seen & bit) != 0;
                problem(name, empty ? "The field is empty" : "The field is missing", remedy);
            }
        }

        private void problem(String field, String detail, String remedy) {
            if (problems == null) {
                problems = new ArrayList<>();
            }
            // One a field, and then some for duplicates: a body full of duplicates does not fill the memory.
            if (problems.size() < 32) {
                problems.add(new FieldProblem(field, detail, remedy));
            }
        }

        private static String orEmpty(@Nullable String text) {
            return text == null ? "" : text;
        }
    }
}
