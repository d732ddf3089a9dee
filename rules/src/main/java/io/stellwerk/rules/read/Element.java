package io.stellwerk.rules.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.stellwerk.rules.finding.Place;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value of a YAML or JSON file that knows where it stands: a tree beside the {@link JsonNode}s that the schema judges.
 */
public final class Element {

    private final Place place;
    private final JsonNode json;
    private final Map<String, Element> fields;
    private final Map<String, Place> keys;
    private final List<Element> items;

    private Element(
            Place place, JsonNode json, Map<String, Element> fields, Map<String, Place> keys, List<Element> items) {
        this.place = place;
        this.json = json;
        this.fields = fields;
        this.keys = keys;
        this.items = items;
    }

    static Element scalar(Place place, JsonNode json) {
        return new Element(place, json, Map.of(), Map.of(), List.of());
    }

    static Element list(Place place, JsonNode json, List<Element> items) {
        return new Element(place, json, Map.of(), Map.of(), List.copyOf(items));
    }

    /** @param fields and {@code keys} in the order of the file */
    static Element object(Place place, JsonNode json, Map<String, Element> fields, Map<String, Place> keys) {
        return new Element(place, json, new LinkedHashMap<>(fields), new LinkedHashMap<>(keys), List.of());
    }

    /** Where the value begins. */
    public Place place() {
        return place;
    }

    JsonNode json() {
        return json;
    }

    /** The values of an object by their keys, in the order of the file. */
    Map<String, Element> fields() {
        return fields;
    }

    /** The value of a key; empty if there is none. */
    public Optional<Element> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Where the value of a key begins; where this stands if there is no such key. */
    public Place placeOf(String name) {
        Element field = fields.get(name);
        return (field == null ? place : field.place).in("", name);
    }

    /** Where a key itself stands. */
    Place placeOfKey(String name) {
        return keys.getOrDefault(name, place).in("", name);
    }

    /** Of a list, none of anything else. */
    public List<Element> items() {
        return items;
    }

    /** The items of a list under a key; none if there is none. */
    public List<Element> list(String name) {
        return field(name).map(Element::items).orElse(List.of());
    }

    /** The text under a key, empty if there is none or it is no text. */
    public String text(String name) {
        return field(name).map(Element::text).orElse("");
    }

    /** Empty if it is no text. */
    public String text() {
        return json.isTextual() ? json.textValue() : "";
    }

    /** Whether there is a true under a key. */
    public boolean yes(String name) {
        return field(name).filter(field -> field.json.booleanValue()).isPresent();
    }

    Optional<Integer> integer(String name) {
        return field(name).filter(field -> field.json.canConvertToInt()).map(field -> field.json.intValue());
    }
}
