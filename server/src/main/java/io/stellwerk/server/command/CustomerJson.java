package io.stellwerk.server.command;

import io.stellwerk.engine.customer.AttributeDeclaration;
import io.stellwerk.engine.customer.AttributeValue;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Offer;
import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.rules.finding.Suggestion;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** A customer as somebody types him: every key may be missing. All that is wrong with him is told at once. */
final class CustomerJson {

    private static final List<String> KEYS = List.of(
            "id",
            "name",
            "customerClass",
            "value",
            "since",
            "dunningLevel",
            "openComplaints",
            "offers",
            "language",
            "tags",
            "preferredContact",
            "organisations");

    private final TenantSettings tenant;
    private final List<String> problems = new ArrayList<>();

    CustomerJson(TenantSettings tenant) {
        this.tenant = tenant;
    }

    CustomerProfile read(String text) {
        JsonObject json;
        try {
            json = new JsonObject(text);
        } catch (DecodeException broken) {
            throw new WrongUseException("--customer is no JSON object. Write '{\"customerClass\":\"A\"}'.");
        }
        refuseUnknown(json);
        CustomerProfile profile = new CustomerProfile(
                text(json, "id", "customer"),
                text(json, "name", ""),
                customerClass(json),
                value(json, "value", "a number", CustomerJson::decimal).orElse(BigDecimal.ZERO),
                value(json, "since", "a date such as 2020-01-31", CustomerJson::day),
                count(json, "dunningLevel"),
                count(json, "openComplaints"),
                offers(json),
                text(json, "language", ""),
                texts(json, "tags"),
                text(json, "preferredContact", ""),
                texts(json, "organisations"),
                attributes(json));
        if (!problems.isEmpty()) {
            throw new WrongUseException("--customer: " + String.join("\n            ", problems));
        }
        return profile;
    }

    private void refuseUnknown(JsonObject json) {
        Set<String> known = new TreeSet<>(KEYS);
        tenant.attributes().forEach(attribute -> known.add(attribute.name()));
        for (String key : json.fieldNames()) {
            if (!known.contains(key)) {
                problems.add("there is no '" + key + "'. "
                        + Suggestion.nearest(key, known)
                                .map(near -> "Did you mean '" + near + "'?")
                                .orElse("There are " + String.join(", ", known) + "."));
            }
        }
    }

    private String text(JsonObject json, String key, String byDefault) {
        return value(json, key, "a text", value -> (String) value)
                .filter(text -> !text.isEmpty())
                .orElse(byDefault);
    }

    private String customerClass(JsonObject json) {
        String written = text(json, "customerClass", "");
        if (!written.isEmpty() && !tenant.customerClasses().contains(written)) {
            problems.add("there is no class '" + written + "'. There are " + String.join(", ", tenant.customerClasses())
                    + ".");
        }
        return written;
    }

    private int count(JsonObject json, String key) {
        return value(json, key, "a whole number from 0", value -> {
                    int number = decimal(value).intValueExact();
                    if (number < 0) {
                        throw new IllegalArgumentException("negative");
                    }
                    return number;
                })
                .orElse(0);
    }

    private List<Offer> offers(JsonObject json) {
        return value(json, "offers", "a list such as [{\"owner\":\"b-lang\",\"value\":1200}]", value -> {
                    List<Offer> offers = new ArrayList<>();
                    for (Object each : (JsonArray) value) {
                        JsonObject offer = (JsonObject) each;
                        offers.add(new Offer(
                                offer.getString("owner", ""),
                                offer.containsKey("value") ? decimal(offer.getValue("value")) : BigDecimal.ZERO));
                    }
                    return offers;
                })
                .orElse(List.of());
    }

    private Set<String> texts(JsonObject json, String key) {
        return value(json, key, "a list of texts", value -> {
                    Set<String> texts = new LinkedHashSet<>();
                    ((JsonArray) value).forEach(text -> texts.add((String) text));
                    return texts;
                })
                .orElse(Set.of());
    }

    private Map<String, AttributeValue> attributes(JsonObject json) {
        Map<String, AttributeValue> attributes = new HashMap<>();
        for (AttributeDeclaration attribute : tenant.attributes()) {
            attribute(json, attribute).ifPresent(value -> attributes.put(attribute.name(), value));
        }
        return attributes;
    }

    private Optional<AttributeValue> attribute(JsonObject json, AttributeDeclaration attribute) {
        String name = attribute.name();
        return switch (attribute.type()) {
            case TEXT -> value(json, name, "a text", value -> new AttributeValue.Text((String) value));
            case NUMBER -> value(json, name, "a number", value -> new AttributeValue.Numeric(decimal(value)));
            case YES_NO -> value(json, name, "true or false", value -> new AttributeValue.YesNo((Boolean) value));
            case DATE -> value(json, name, "a date such as 2020-01-31", value -> new AttributeValue.Day(day(value)));
            case ONE_OF ->
                value(json, name, "one of " + String.join(", ", attribute.values()), value -> {
                    if (!attribute.values().contains(value)) {
                        throw new IllegalArgumentException("none of them");
                    }
                    return new AttributeValue.Text((String) value);
                });
        };
    }

    private <T> Optional<T> value(JsonObject json, String key, String what, Function<Object, T> reading) {
        Object value = json.getValue(key);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(value));
        } catch (ClassCastException | IllegalArgumentException | ArithmeticException | DateTimeException wrong) {
            problems.add("'" + key + "' is " + what + ", not " + value + ".");
            return Optional.empty();
        }
    }

    private static BigDecimal decimal(Object value) {
        return new BigDecimal(((Number) value).toString());
    }

    private static LocalDate day(Object value) {
        return LocalDate.parse((String) value);
    }
}
