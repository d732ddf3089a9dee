package io.stellwerk.rules.read;

import com.fasterxml.jackson.databind.node.NullNode;
import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.customer.AttributeDeclaration;
import io.stellwerk.engine.customer.AttributeType;
import io.stellwerk.engine.customer.SeveralMatches;
import io.stellwerk.engine.fact.Regions;
import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code tenant.yaml}. What is wrong gets a finding and a value that lets the checks go on. */
final class TenantReader {

    private static final int NEW_CUSTOMER_DAYS = 90;
    private static final List<String> CUSTOMER_CLASSES = List.of("A", "B", "C");
    /** The names that all tenants have. */
    private static final FactDictionary COMMON =
            FactDictionary.of(List.of(), List.of(), List.of(), List.of(), List.of());

    private final Document document;
    private final Findings findings;

    private TenantReader(Document document, Findings findings) {
        this.document = document;
        this.findings = findings;
    }

    static TenantSettings read(Document document, Findings findings) {
        Element nothing = Element.object(Place.of(RuleSetFiles.TENANT), NullNode.getInstance(), Map.of(), Map.of());
        return new TenantReader(document, findings).settings(document.root().orElse(nothing));
    }

    private TenantSettings settings(Element root) {
        return new TenantSettings(
                root.text("tenant"),
                root.text("name"),
                Zones.read(document, root, findings).orElse(ZoneId.of("UTC")),
                root.text("country"),
                root.text("holidays"),
                document.text(root, "severalMatches")
                        .map(policy -> SeveralMatches.valueOf(constant(policy)))
                        .orElse(SeveralMatches.MOST_VALUABLE),
                root.integer("newCustomerDays").orElse(NEW_CUSTOMER_DAYS),
                root.field("customerClasses").map(TenantReader::texts).orElse(CUSTOMER_CLASSES),
                attributes(root.list("attributes")),
                regions(root),
                root.field("announcements").map(TenantReader::texts).orElse(List.of()));
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static List<String> texts(Element list) {
        return list.items().stream().map(Element::text).toList();
    }

    private List<AttributeDeclaration> attributes(List<Element> elements) {
        List<AttributeDeclaration> attributes = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Element element : elements) {
            String name = element.text("name");
            if (COMMON.field("customer." + name).isPresent()) {
                findings.add(FindingCode.RESERVED_NAME.at(
                        element.placeOf("name"),
                        "'" + name + "' is a fact that all tenants have.",
                        "Give the attribute another name."));
            } else if (!name.isEmpty() && !names.add(name)) {
                findings.add(FindingCode.DUPLICATE_ATTRIBUTE.at(
                        element.placeOf("name"),
                        "The attribute '" + name + "' is declared a second time.",
                        "Take one of the two out."));
            } else if (!name.isEmpty()) {
                attributes.add(attribute(name, element));
            }
        }
        return attributes;
    }

    private AttributeDeclaration attribute(String name, Element element) {
        Optional<AttributeType> type =
                document.text(element, "type").map(code -> AttributeType.valueOf(constant(code)));
        boolean needsValues = type.equals(Optional.of(AttributeType.ONE_OF));
        if (type.isPresent() && needsValues != element.field("values").isPresent()) {
            findings.add(FindingCode.ATTRIBUTE_VALUES.at(
                    element.placeOf(needsValues ? "type" : "values"),
                    needsValues
                            ? "The attribute '" + name + "' is one of several values, but none are listed."
                            : "The attribute '" + name + "' lists values, but its type is not one-of.",
                    needsValues ? "Add values: [..]." : "Take the values out, or make it one-of."));
        }
        List<String> values = element.field("values").map(TenantReader::texts).orElse(List.of());
        // Of a type that cannot be read nothing is known: a text takes anything.
        return new AttributeDeclaration(name, type.orElse(AttributeType.TEXT), needsValues ? values : List.of());
    }

    private Regions regions(Element root) {
        Map<String, List<NumberPrefix>> byName = new LinkedHashMap<>();
        Map<NumberPrefix, String> regionOf = new HashMap<>();
        root.field("regions").map(Element::fields).orElse(Map.of()).forEach((name, list) -> {
            List<NumberPrefix> prefixes = new ArrayList<>();
            for (Element item : list.items()) {
                NumberPrefix.parse(item.text()).ifPresent(prefix -> {
                    prefixes.add(prefix);
                    checkOnce(item, name, prefix, regionOf);
                });
            }
            byName.put(name, prefixes);
        });
        return new Regions(byName);
    }

    private void checkOnce(Element item, String region, NumberPrefix prefix, Map<NumberPrefix, String> regionOf) {
        String other = regionOf.putIfAbsent(prefix, region);
        if (other != null) {
            findings.add(FindingCode.DUPLICATE_PREFIX.at(
                    item.place().in("", region),
                    "The prefix " + prefix.text() + " already belongs to the region '" + other + "'.",
                    "Leave it in one of the two; a longer prefix takes a part out of a region."));
        }
    }
}
