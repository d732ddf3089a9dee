package io.stellwerk.rules.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads JSON into elements that know their place. */
final class JsonReader {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(30)
                    .maxNumberLength(40)
                    .build())
            .build();

    private final String file;
    private final Findings findings;
    private final JsonParser parser;
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;

    private JsonReader(String file, Findings findings, JsonParser parser) {
        this.file = file;
        this.findings = findings;
        this.parser = parser;
    }

    /** Empty, with a finding, if the file cannot be read at all. */
    static Optional<Element> read(String file, byte[] bytes, Findings findings) {
        return SourceText.decode(file, bytes, findings).flatMap(text -> parse(file, text, findings));
    }

    private static Optional<Element> parse(String file, String text, Findings findings) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                findings.add(syntax(Place.of(file), "The file is empty."));
                return Optional.empty();
            }
            Element root = new JsonReader(file, findings, parser).element(first);
            if (parser.nextToken() != null) {
                findings.add(syntax(place(file, parser.currentTokenLocation()), "Something follows the end."));
            }
            return Optional.of(root);
        } catch (JsonProcessingException e) {
            Place place = e.getLocation() == null ? Place.of(file) : place(file, e.getLocation());
            findings.add(syntax(place, "The file is not JSON: " + e.getOriginalMessage() + "."));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot fail to be read", e);
        }
    }

    private static Finding syntax(Place place, String message) {
        return FindingCode.JSON_SYNTAX.at(place, message, "Look at quotes, commas and brackets here and before.");
    }

    private static Place place(String file, JsonLocation location) {
        return Place.at(file, Math.max(0, location.getLineNr()), Math.max(0, location.getColumnNr()));
    }

    private Element element(JsonToken token) throws IOException {
        Place place = place(file, parser.currentTokenLocation());
        return switch (token) {
            case START_OBJECT -> object(place);
            case START_ARRAY -> list(place);
            default -> Element.scalar(place, scalar(token));
        };
    }

    private JsonNode scalar(JsonToken token) throws IOException {
        return switch (token) {
            case VALUE_STRING -> nodes.textNode(parser.getText());
            case VALUE_NUMBER_INT -> nodes.numberNode(parser.getBigIntegerValue());
            case VALUE_NUMBER_FLOAT -> nodes.numberNode(parser.getDecimalValue());
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            default -> nodes.nullNode();
        };
    }

    private Element list(Place place) throws IOException {
        List<Element> items = new ArrayList<>();
        ArrayNode json = nodes.arrayNode();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            Element item = element(token);
            items.add(item);
            json.add(item.json());
        }
        return Element.list(place, json, items);
    }

    private Element object(Place place) throws IOException {
        Map<String, Element> fields = new LinkedHashMap<>();
        Map<String, Place> keys = new LinkedHashMap<>();
        ObjectNode json = nodes.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Place at = place(file, parser.currentTokenLocation());
            String key = parser.currentName();
            Element value = element(parser.nextToken());
            if (fields.containsKey(key)) {
                findings.add(YamlReader.duplicate(key, at, keys.getOrDefault(key, at)));
            } else {
                fields.put(key, value);
                keys.put(key, at);
                json.set(key, value.json());
            }
        }
        return Element.object(place, json, fields, keys);
    }
}
