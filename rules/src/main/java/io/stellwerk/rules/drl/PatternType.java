package io.stellwerk.rules.drl;

import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.fact.FactField;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What patterns are about. */
enum PatternType {
    CALL("Call", "call."),
    CUSTOMER("Customer", "customer."),
    HOTLINE("Hotline", "hotline."),
    SEGMENT("Segment", "segment.");

    static final String HOTLINE_ID = "hotline";

    private static final String ID = "id";
    private static final Map<String, PatternType> BY_TEXT =
            Stream.of(values()).collect(Collectors.toMap(PatternType::text, Function.identity()));

    private final String text;
    private final String prefix;

    PatternType(String text, String prefix) {
        this.text = text;
        this.prefix = prefix;
    }

    String text() {
        return text;
    }

    static Optional<PatternType> of(String text) {
        return Optional.ofNullable(BY_TEXT.get(text));
    }

    static List<String> texts() {
        return Stream.of(values()).map(PatternType::text).toList();
    }

    /** The fact that a property is; empty if there is none of this name. Segments have none: they are no fact of the call. */
    Optional<FactField> fact(String property, FactDictionary dictionary) {
        if (this == SEGMENT) {
            return Optional.empty();
        }
        return dictionary.field(this == HOTLINE && property.equals(ID) ? HOTLINE_ID : prefix + property);
    }

    /** Names of all properties. */
    List<String> properties(FactDictionary dictionary) {
        Stream<String> named = dictionary.fields().stream()
                .map(FactField::name)
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()));
        return (this == HOTLINE ? Stream.concat(Stream.of(ID), named) : named).toList();
    }
}
