package io.stellwerk.rules.read;

import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.finding.Suggestion;
import io.stellwerk.rules.table.ColumnOperator;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the reader of a table needs besides its file.
 *
 * @param openFacts names of the facts whose values are not known, since the file that lists them could not be read
 * @param attributesKnown whether {@code tenant.yaml} could be read: if not, any attribute may exist
 */
record TableScope(FactDictionary dictionary, Set<String> openFacts, boolean attributesKnown, Findings findings) {

    /** Empty, mostly with a finding, if there is no such fact. */
    Optional<FactField> fact(String name, Place place) {
        Optional<FactField> fact = dictionary.field(name);
        if (fact.isEmpty() && (attributesKnown || !name.startsWith("customer."))) {
            findings.add(unknownFact(name, place, dictionary));
        }
        return fact;
    }

    static Finding unknownFact(String name, Place place, FactDictionary dictionary) {
        Collection<String> names =
                dictionary.fields().stream().map(FactField::name).toList();
        return FindingCode.UNKNOWN_FACT.at(
                place,
                "There is no fact '" + name + "'.",
                Suggestion.nearest(name, names)
                        .map(near -> "Did you mean '" + near + "'?")
                        .orElse("See docs/fact-dictionary.json, or declare an attribute in tenant.yaml."));
    }

    /** Whether the operator goes with the fact's type; a finding if not. */
    boolean fits(FactField fact, ColumnOperator operator, Place place) {
        boolean fits = switch (operator) {
            case IS -> true;
            case AT_LEAST, AT_MOST ->
                switch (fact.type()) {
                    case NUMBER, DATE, TIME -> true;
                    default -> false;
                };
            case STARTS_WITH ->
                switch (fact.type()) {
                    case TEXT, PHONE_NUMBER -> true;
                    default -> false;
                };
        };
        if (!fits) {
            findings.add(FindingCode.OPERATOR_NOT_FOR_TYPE.at(
                    place,
                    "'" + fact.name() + "' cannot be compared by '" + text(operator) + "'.",
                    operator == ColumnOperator.STARTS_WITH
                            ? "Texts and phone numbers have beginnings; leave the operator out."
                            : "Numbers, dates and times are greater or less; leave the operator out."));
        }
        return fits;
    }

    static String text(ColumnOperator operator) {
        return FactDictionary.code(operator).replace('-', ' ');
    }

    CellReader cellReader(FactField fact, ColumnOperator operator) {
        return new CellReader(fact, operator, !openFacts.contains(fact.name()));
    }

    static List<String> operators() {
        return List.of("at least", "at most", "starts with");
    }
}
