package io.stellwerk.rules.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.finding.Suggestion;
import java.util.ArrayList;
import java.util.List;

/** What the schema does not allow, in the words of the file's author. */
final class SchemaFinding {

    private static final int LONGEST_QUOTE = 60;

    private final ValidationMessage message;
    private final JsonNode schema;
    private final JsonNode document;
    private final String key;
    private final Place place;
    private final Element element;

    /**
     * @param schema the part of the schema that holds the keyword that failed
     * @param document the whole schema
     */
    SchemaFinding(ValidationMessage message, Element root, JsonNode schema, JsonNode document) {
        this.message = message;
        this.schema = schema;
        this.document = document;
        Element at = root;
        String last = "";
        JsonNodePath path = message.getInstanceLocation();
        for (int i = 0; i < path.getNameCount(); i++) {
            Object name = path.getElement(i);
            if (at.json().isArray()) {
                at = at.items().get(Integer.parseInt(String.valueOf(name)));
            } else {
                last = String.valueOf(name);
                at = at.field(last).orElse(at);
            }
        }
        this.element = at;
        this.key = last;
        this.place = at.place().in("", last);
    }

    /** What it is that the schema does not allow. */
    Element element() {
        return element;
    }

    static FindingCode code(String keyword) {
        return switch (keyword) {
            case "additionalProperties" -> FindingCode.UNKNOWN_KEY;
            case "required" -> FindingCode.MISSING_KEY;
            case "type" -> FindingCode.WRONG_TYPE;
            case "enum" -> FindingCode.NOT_ALLOWED;
            case "oneOf", "not" -> FindingCode.ONE_OF_THESE_KEYS;
            case "minItems",
                    "maxItems",
                    "minimum",
                    "maximum",
                    "minLength",
                    "maxLength",
                    "maxProperties",
                    "uniqueItems" -> FindingCode.OUT_OF_RANGE;
            default -> FindingCode.MALFORMED;
        };
    }

    Finding finding() {
        String property = String.valueOf(message.getProperty());
        FindingCode code = code(message.getType());
        if (message.getType().equals("propertyNames")) {
            return code.at(
                    element.placeOfKey(property),
                    "'" + property + "' cannot be a name here.",
                    help(schema.path("propertyNames")));
        }
        return switch (code) {
            case UNKNOWN_KEY ->
                code.at(
                        element.placeOfKey(property),
                        "The key '" + property + "' is not known here.",
                        Suggestion.remedy(property, keys(), "keys", "Take it out."));
            case MISSING_KEY ->
                code.at(place.in("", property), "The key '" + property + "' is missing.", "Add it. " + help(property));
            case NOT_ALLOWED ->
                code.at(
                        place,
                        named() + " cannot be " + value() + ".",
                        Suggestion.remedy(element.json().asText(), allowed(), "values", help()));
            case WRONG_TYPE -> code.at(place, named() + " is " + value() + ", " + type() + " is needed.", help());
            case ONE_OF_THESE_KEYS -> code.at(place, "These keys do not go together, or one is missing.", help());
            case OUT_OF_RANGE -> code.at(place, named() + outOfRange() + ".", help());
            default -> code.at(place, named() + " cannot be " + value() + ".", help());
        };
    }

    private String named() {
        return key.isEmpty() ? "The file" : "'" + key + "'";
    }

    private String value() {
        JsonNode json = element.json();
        if (json.isContainerNode()) {
            return json.isArray() ? "a list" : "an object";
        }
        String text = json.asText();
        return json.isNull()
                ? "empty"
                : "'" + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text) + "'";
    }

    private String type() {
        return switch (schema.path("type").asText()) {
            case "string" -> "a text";
            case "integer" -> "a whole number";
            case "array" -> "a list";
            case "boolean" -> "true or false";
            default -> "an object with keys";
        };
    }

    private String outOfRange() {
        String limit = schema.path(message.getType()).asText();
        return switch (message.getType()) {
            case "minItems" -> " needs at least " + limit + " entry";
            case "maxItems", "maxProperties" -> " has more than " + limit + " entries";
            case "minLength" -> " is shorter than " + limit + " characters";
            case "maxLength" -> " is longer than " + limit + " characters";
            case "minimum" -> " is " + value() + ", less than " + limit;
            case "maximum" -> " is " + value() + ", more than " + limit;
            default -> " names something twice";
        };
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private List<String> allowed() {
        List<String> allowed = new ArrayList<>();
        schema.path("enum").forEach(value -> allowed.add(value.asText()));
        return allowed;
    }

    private String help() {
        return help(schema);
    }

    private String help(String property) {
        JsonNode described = schema.path("properties").path(property);
        String definition = described.path("$ref").asText();
        return help(definition.isEmpty() ? described : document.at(definition.substring(1)));
    }

    private static String help(JsonNode described) {
        String example = described.path("examples").path(0).asText();
        String help = described.path("description").asText("See docs/rule-set-format.md.");
        return example.isEmpty() ? help : help + " Example: " + example;
    }
}
