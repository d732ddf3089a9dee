package io.stellwerk.rules.fact;

import static io.stellwerk.rules.fact.FactType.DATE;
import static io.stellwerk.rules.fact.FactType.NUMBER;
import static io.stellwerk.rules.fact.FactType.ONE_OF;
import static io.stellwerk.rules.fact.FactType.PHONE_NUMBER;
import static io.stellwerk.rules.fact.FactType.SCHEDULE;
import static io.stellwerk.rules.fact.FactType.TEXT;
import static io.stellwerk.rules.fact.FactType.TEXT_SET;
import static io.stellwerk.rules.fact.FactType.TIME;
import static io.stellwerk.rules.fact.FactType.WEEKDAY;
import static io.stellwerk.rules.fact.FactType.YES_NO;

import io.stellwerk.engine.call.LineType;
import io.stellwerk.engine.customer.AttributeDeclaration;
import io.stellwerk.engine.customer.AttributeType;
import io.stellwerk.engine.customer.AttributeValue;
import io.stellwerk.engine.customer.CallerMatch;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Offer;
import io.stellwerk.engine.fact.CustomerStatus;
import io.stellwerk.engine.fact.Facts;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every fact that the rules of one tenant may read: those that all tenants have, and the tenant's own attributes.
 *
 * <p>The one place where names, types and labels stand; docs/fact-dictionary.json is written from it.
 */
public final class FactDictionary {

    /** The segments derived so far: not a fact of the call, the rules themselves make it. */
    public static final String SEGMENT = "segment";

    private static final String CUSTOMER = "customer.";
    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Map<String, FactField> fields = new LinkedHashMap<>();

    private FactDictionary() {}

    /**
     * The dictionary of one tenant; the lists are what facts of the type one-of can be.
     */
    public static FactDictionary of(
            List<AttributeDeclaration> attributes,
            List<String> customerClasses,
            Collection<String> hotlines,
            Collection<String> regions,
            Collection<String> calendars) {
        FactDictionary dictionary = new FactDictionary();
        dictionary.addCall(List.copyOf(regions), List.copyOf(calendars));
        dictionary.addHotline(List.copyOf(hotlines));
        dictionary.addCustomer(customerClasses);
        attributes.forEach(dictionary::addAttribute);
        dictionary.add(SEGMENT, TEXT_SET, List.of(), "Segment", "Segment", facts -> null);
        return dictionary;
    }

    public Optional<FactField> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    public Collection<FactField> fields() {
        return fields.values();
    }

    /** A value as an author would write it, for templates and explanations. */
    public static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        } else if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        } else if (value instanceof io.stellwerk.engine.call.PhoneNumber number) {
            return number.e164();
        } else if (value instanceof DayOfWeek day) {
            return text(day);
        } else if (value instanceof LocalTime time) {
            return CLOCK.format(time);
        } else if (value instanceof LocalDateTime moment) {
            return text(moment.getDayOfWeek()) + " " + CLOCK.format(moment);
        } else if (value instanceof Collection<?> texts) {
            return String.join(
                    ", ", texts.stream().map(String::valueOf).sorted().toList());
        }
        return value.toString();
    }

    /** A weekday as tables write it: {@code Mo}. */
    public static String text(DayOfWeek day) {
        return DAYS.get(day.getValue() - 1);
    }

    /** How an enum's constant is written in rules: {@code MOST_VALUABLE} as {@code most-valuable}. */
    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void addCall(List<String> regions, List<String> calendars) {
        add(
                "call.calling",
                PHONE_NUMBER,
                List.of(),
                "Calling number",
                "Rufnummer",
                facts -> facts.call().calling().number().orElse(null));
        add(
                "call.callerMatch",
                ONE_OF,
                codes(CallerMatch.values()),
                "Caller match",
                "Erkennung",
                facts -> code(facts.callerMatch()));
        add(
                "call.lineType",
                ONE_OF,
                codes(LineType.values()),
                "Line type",
                "Anschlussart",
                facts -> code(facts.lineType()));
        add(
                "call.country",
                TEXT,
                List.of(),
                "Country",
                "Land",
                facts -> facts.country().orElse(null));
        add(
                "call.region",
                ONE_OF,
                regions,
                "Region",
                "Region",
                facts -> facts.region().orElse(null));
        add(
                "call.carrier",
                TEXT,
                List.of(),
                "Carrier",
                "Netzbetreiber",
                facts -> facts.call().carrier());
        add(
                "call.divertedFrom",
                PHONE_NUMBER,
                List.of(),
                "Diverted from",
                "Umgeleitet von",
                facts -> facts.call().divertedFrom().orElse(null));
        add(
                "call.digits",
                TEXT,
                List.of(),
                "Digits",
                "Ziffern",
                facts -> orNull(facts.call().digits()));
        add(
                "call.date",
                DATE,
                List.of(),
                "Date",
                "Datum",
                facts -> facts.localTime().toLocalDate());
        add(
                "call.time",
                TIME,
                List.of(),
                "Time",
                "Uhrzeit",
                facts -> facts.localTime().toLocalTime());
        add(
                "call.weekday",
                WEEKDAY,
                List.of(),
                "Weekday",
                "Wochentag",
                facts -> facts.localTime().getDayOfWeek());
        add(
                "call.when",
                SCHEDULE,
                List.of(),
                "Days and hours",
                "Tage, Uhr",
                facts -> facts.localTime().toLocalDateTime());
        add("call.holiday", YES_NO, List.of(), "Holiday", "Feiertag", Facts::holiday);
        add("call.openCalendars", TEXT_SET, calendars, "Open calendars", "Offene Kalender", Facts::openCalendars);
    }

    private void addHotline(List<String> hotlines) {
        add(
                "hotline",
                ONE_OF,
                hotlines,
                "Hotline",
                "Hotline",
                facts -> facts.hotline().id());
        add(
                "hotline.tariffClass",
                TEXT,
                List.of(),
                "Tariff class",
                "Tarifklasse",
                facts -> orNull(facts.hotline().tariffClass()));
    }

    private void addCustomer(List<String> customerClasses) {
        add(
                CUSTOMER + "known",
                YES_NO,
                List.of(),
                "Known customer",
                "Bekannter Kunde",
                facts -> facts.customer().isPresent());
        customer("id", TEXT, "Customer id", "Kundennummer", CustomerProfile::id);
        customer("name", TEXT, "Name", "Name", known -> orNull(known.name()));
        add(
                CUSTOMER + "customerClass",
                ONE_OF,
                customerClasses,
                "Class",
                "Klasse",
                facts -> facts.customer()
                        .map(known -> orNull(known.customerClass()))
                        .orElse(null));
        customer("value", NUMBER, "Value", "Kundenwert", CustomerProfile::value);
        add(
                CUSTOMER + "status",
                ONE_OF,
                codes(CustomerStatus.values()),
                "Customer",
                "Kunde",
                facts -> facts.customerStatus().map(FactDictionary::code).orElse(null));
        customer(
                "since",
                DATE,
                "Customer since",
                "Kunde seit",
                known -> known.since().orElse(null));
        customer("dunningLevel", NUMBER, "Dunning level", "Mahnstufe", known -> count(known.dunningLevel()));
        customer(
                "openComplaints",
                NUMBER,
                "Open complaints",
                "Offene Beschwerden",
                known -> count(known.openComplaints()));
        customer(
                "openOffers",
                NUMBER,
                "Open offers",
                "Offene Angebote",
                known -> count(known.openOffers().size()));
        customer(
                "offerOwner",
                TEXT,
                "Offer's owner",
                "Angebot von",
                known ->
                        known.highestOffer().map(offer -> orNull(offer.owner())).orElse(null));
        customer(
                "offerValue",
                NUMBER,
                "Offer's value",
                "Angebotswert",
                known -> known.highestOffer().map(Offer::value).orElse(null));
        customer("language", TEXT, "Language", "Sprache", known -> orNull(known.language()));
        customer("tags", TEXT_SET, "Tags", "Merkmale", CustomerProfile::tags);
        customer(
                "preferredContact",
                TEXT,
                "Preferred contact",
                "Bevorzugter Kontakt",
                known -> orNull(known.preferredContact()));
        customer("organisations", TEXT_SET, "Organisations", "Organisationen", CustomerProfile::organisations);
    }

    private void addAttribute(AttributeDeclaration attribute) {
        String name = attribute.name();
        add(
                CUSTOMER + name,
                type(attribute.type()),
                attribute.values(),
                name,
                name,
                facts -> facts.customer()
                        .map(known -> known.attributes().get(name))
                        .map(AttributeValue::value)
                        .orElse(null));
    }

    private void customer(
            String name,
            FactType type,
            String labelEn,
            String labelDe,
            Function<CustomerProfile, @Nullable Object> value) {
        add(
                CUSTOMER + name,
                type,
                List.of(),
                labelEn,
                labelDe,
                facts -> facts.customer().map(value).orElse(null));
    }

    private void add(
            String name,
            FactType type,
            List<String> values,
            String labelEn,
            String labelDe,
            Function<Facts, @Nullable Object> value) {
        fields.put(name, new FactField(name, type, values, labelEn, labelDe, value));
    }

    private static FactType type(AttributeType type) {
        return switch (type) {
            case TEXT -> TEXT;
            case NUMBER -> NUMBER;
            case YES_NO -> YES_NO;
            case DATE -> DATE;
            case ONE_OF -> ONE_OF;
        };
    }

    private static List<String> codes(Enum<?>... constants) {
        return Stream.of(constants).map(FactDictionary::code).toList();
    }

    private static BigDecimal count(int number) {
        return BigDecimal.valueOf(number);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
