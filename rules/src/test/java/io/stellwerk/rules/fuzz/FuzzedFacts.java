package io.stellwerk.rules.fuzz;

import io.stellwerk.engine.customer.AttributeDeclaration;
import io.stellwerk.engine.customer.AttributeType;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.finding.Finding;
import java.util.List;

/** A tenant with an attribute of each type, and what is asked of every finding. */
final class FuzzedFacts {

    static final FactDictionary DICTIONARY = FactDictionary.of(
            List.of(
                    new AttributeDeclaration("product", AttributeType.ONE_OF, List.of("power", "gas")),
                    new AttributeDeclaration("contractEnd", AttributeType.DATE, List.of()),
                    new AttributeDeclaration("paperless", AttributeType.YES_NO, List.of()),
                    new AttributeDeclaration("meters", AttributeType.NUMBER, List.of()),
                    new AttributeDeclaration("town", AttributeType.TEXT, List.of())),
            List.of("A", "B", "C"),
            List.of("strom", "gas"),
            List.of("hamburg", "kiel"),
            List.of("service-hours"));

    private FuzzedFacts() {}

    /** Everybody who gets a finding can act on it. */
    static void usable(List<Finding> findings) {
        for (Finding finding : findings) {
            if (finding.message().isBlank()
                    || finding.remedy().isBlank()
                    || finding.code().isBlank()) {
                throw new IllegalStateException("A finding that nobody can act on: " + finding);
            }
        }
    }
}
