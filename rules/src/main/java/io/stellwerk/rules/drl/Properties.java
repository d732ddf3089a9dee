package io.stellwerk.rules.drl;

import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The properties of patterns: the facts of the dictionary by their short names. */
final class Properties {

    /** What authors call them who know them from elsewhere. */
    private static final Map<String, String> OTHER_NAMES =
            Map.of("class", "customerClass", "klasse", "customerClass", "number", "calling", "caller", "calling");

    private final DrlScope scope;

    Properties(DrlScope scope) {
        this.scope = scope;
    }

    FactField fact(PatternType type, Token property) throws Unreadable {
        Optional<FactField> fact = type.fact(property.text(), scope.dictionary());
        if (fact.isPresent()) {
            return fact.get();
        } else if (type == PatternType.CUSTOMER && !scope.attributesKnown()) {
            throw Unreadable.alreadyTold();
        }
        throw new Unreadable(
                FindingCode.UNKNOWN_FACT,
                property,
                type.text() + " has no property " + Cursor.quoted(property) + ".",
                remedy(type, property.text()));
    }

    private String remedy(PatternType type, String name) {
        List<String> known = type.properties(scope.dictionary());
        String bare = getter(name).orElse(name);
        String meant = meant(bare);
        if (known.contains(meant)) {
            return "Write '" + meant + "'.";
        }
        return Suggestion.remedy(bare, known, "properties", "")
                + (type == PatternType.CUSTOMER
                                && Suggestion.nearest(bare, known).isEmpty()
                        ? " Own ones are declared in tenant.yaml."
                        : "");
    }

    static String meant(String property) {
        return OTHER_NAMES.getOrDefault(property, property);
    }

    /** {@code customerClass} for {@code getCustomerClass}. */
    static Optional<String> getter(String name) {
        for (String prefix : List.of("get", "is")) {
            int length = prefix.length();
            if (name.startsWith(prefix) && name.length() > length && Character.isUpperCase(name.charAt(length))) {
                return Optional.of(Character.toLowerCase(name.charAt(length)) + name.substring(length + 1));
            }
        }
        return Optional.empty();
    }
}
