package io.stellwerk.rules.testcase;

import io.stellwerk.engine.customer.AttributeDeclaration;
import io.stellwerk.engine.customer.AttributeValue;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.rules.fact.FactDictionary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes a customer as the cells that {@link CustomerCells} reads him from. */
final class ProfileCells {

    private ProfileCells() {}

    /** By column; a cell that says nothing is empty. */
    static Map<String, String> of(CustomerProfile customer, List<AttributeDeclaration> attributes) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("id", customer.id());
        cells.put("name", customer.name());
        cells.put("customerClass", customer.customerClass());
        cells.put("value", customer.value().signum() == 0 ? "" : FactDictionary.text(customer.value()));
        cells.put("since", customer.since().map(Object::toString).orElse(""));
        cells.put("dunningLevel", count(customer.dunningLevel()));
        cells.put("openComplaints", count(customer.openComplaints()));
        cells.put(
                "offers",
                customer.openOffers().stream()
                        .map(offer -> offer.owner() + ":" + FactDictionary.text(offer.value()))
                        .collect(Collectors.joining("|")));
        cells.put("language", customer.language());
        cells.put("tags", several(customer.tags()));
        cells.put("preferredContact", customer.preferredContact());
        cells.put("organisations", several(customer.organisations()));
        for (AttributeDeclaration attribute : attributes) {
            AttributeValue value = customer.attributes().get(attribute.name());
            if (value != null) {
                cells.put(CaseColumns.of(attribute), FactDictionary.text(value.value()));
            }
        }
        return cells;
    }

    private static String count(int count) {
        return count == 0 ? "" : String.valueOf(count);
    }

    private static String several(Set<String> texts) {
        return String.join("|", new TreeSet<>(texts));
    }
}
