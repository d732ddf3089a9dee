package io.stellwerk.console;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.AttributeValue;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Offer;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.witness.Witness;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.TreeMap;

/** Sample calls as JSON. What is not there or says nothing is left out. */
public final class WitnessJson {

    private WitnessJson() {}

    /** With the keys of the options of {@code stellwerk route}. */
    public static JsonObject of(Witness witness) {
        JsonObject json = new JsonObject().put("called", witness.called().e164());
        witness.calling().map(PhoneNumber::e164).ifPresent(number -> json.put("calling", number));
        json.put("at", witness.at().toString());
        putText(json, "carrier", witness.carrier());
        putText(json, "digits", witness.digits());
        witness.divertedFrom().map(PhoneNumber::e164).ifPresent(number -> json.put("divertedFrom", number));
        json.put("match", FactDictionary.code(witness.match()));
        witness.customer().ifPresent(customer -> json.put("customer", customer(customer)));
        return json;
    }

    /** A customer as {@code stellwerk route --customer} reads him. */
    public static JsonObject customer(CustomerProfile customer) {
        JsonObject json = new JsonObject();
        putText(json, "id", customer.id().equals("customer") ? "" : customer.id());
        putText(json, "name", customer.name());
        putText(json, "customerClass", customer.customerClass());
        if (customer.value().signum() != 0) {
            json.put("value", number(customer.value()));
        }
        customer.since().map(LocalDate::toString).ifPresent(day -> json.put("since", day));
        putCount(json, "dunningLevel", customer.dunningLevel());
        putCount(json, "openComplaints", customer.openComplaints());
        if (!customer.openOffers().isEmpty()) {
            JsonArray offers = new JsonArray();
            customer.openOffers().forEach(offer -> offers.add(offer(offer)));
            json.put("offers", offers);
        }
        putText(json, "language", customer.language());
        putTexts(json, "tags", customer.tags());
        putText(json, "preferredContact", customer.preferredContact());
        putTexts(json, "organisations", customer.organisations());
        new TreeMap<>(customer.attributes()).forEach((name, value) -> json.put(name, plain(value)));
        return json;
    }

    private static JsonObject offer(Offer offer) {
        JsonObject json = new JsonObject();
        putText(json, "owner", offer.owner());
        return json.put("value", number(offer.value()));
    }

    private static Object plain(AttributeValue value) {
        return value.value() instanceof BigDecimal number
                ? number(number)
                : value.value() instanceof LocalDate day ? day.toString() : value.value();
    }

    /** Whole numbers without a point, also those that are written with an exponent. */
    private static Number number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() <= 0 && plain.precision() - plain.scale() <= 18 ? (Number) plain.longValueExact() : plain;
    }

    private static void putText(JsonObject json, String key, String text) {
        if (!text.isEmpty()) {
            json.put(key, text);
        }
    }

    private static void putCount(JsonObject json, String key, int count) {
        if (count != 0) {
            json.put(key, count);
        }
    }

    private static void putTexts(JsonObject json, String key, Collection<String> texts) {
        if (!texts.isEmpty()) {
            JsonArray array = new JsonArray();
            texts.stream().sorted().forEach(array::add);
            json.put(key, array);
        }
    }
}
