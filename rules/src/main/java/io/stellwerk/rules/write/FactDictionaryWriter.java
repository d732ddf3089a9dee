package io.stellwerk.rules.write;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.fact.FactField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes docs/fact-dictionary.json: the facts that the rules of every tenant may read. */
public final class FactDictionaryWriter {

    private static final Map<String, String> VALUES_FROM = Map.of(
            "customer.customerClass", "tenant.yaml customerClasses",
            "call.region", "tenant.yaml regions",
            "hotline", "hotlines.yaml",
            "call.openCalendars", "calendars.yaml");

    private FactDictionaryWriter() {}

    /** The facts that all tenants have. */
    public static String write() {
        FactDictionary common = FactDictionary.of(List.of(), List.of(), List.of(), List.of(), List.of());
        return common.fields().stream()
                .map(FactDictionaryWriter::fact)
                .collect(Collectors.joining(",\n    ", "{\n  \"facts\": [\n    ", "\n  ]\n}\n"));
    }

    private static String fact(FactField fact) {
        List<String> keys = new ArrayList<>();
        keys.add("\"name\": " + quoted(fact.name()));
        keys.add("\"type\": " + quoted(FactDictionary.code(fact.type())));
        if (!fact.values().isEmpty()) {
            keys.add(fact.values().stream()
                    .map(FactDictionaryWriter::quoted)
                    .collect(Collectors.joining(", ", "\"values\": [", "]")));
        }
        String from = VALUES_FROM.get(fact.name());
        if (from != null) {
            keys.add("\"valuesFrom\": " + quoted(from));
        }
        keys.add("\"labels\": {\"en\": " + quoted(fact.labelEn()) + ", \"de\": " + quoted(fact.labelDe()) + "}");
        return "{" + String.join(", ", keys) + "}";
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
