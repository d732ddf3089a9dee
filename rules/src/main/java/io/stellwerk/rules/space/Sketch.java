package io.stellwerk.rules.space;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.AttributeDeclaration;
import io.stellwerk.engine.customer.AttributeValue;
import io.stellwerk.engine.customer.CallerMatch;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Offer;
import io.stellwerk.engine.fact.CustomerStatus;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.witness.Witness;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A sample call while it is thought up: an ordinary one, until somebody asks for something else. */
final class Sketch {

    /** A Wednesday morning, and no holiday anywhere. */
    private static final LocalDateTime ORDINARY = LocalDateTime.of(2026, 11, 18, 10, 15);

    private final Surroundings where;
    private final World world;
    private Hotline hotline;
    private @Nullable PhoneNumber number;
    private ZonedDateTime at;
    private String carrier = "";
    private String digits = "";
    private @Nullable PhoneNumber divertedFrom;
    private CallerMatch match;

    private String id = "customer";
    private String name = "";
    private String customerClass = "";
    private BigDecimal value = BigDecimal.ZERO;
    private @Nullable LocalDate since;
    private CustomerStatus status = CustomerStatus.EXISTING;
    private int dunningLevel;
    private int openComplaints;
    private List<Offer> offers = List.of();
    private String language = "";
    private String preferredContact = "";
    private final Set<String> tags = new LinkedHashSet<>();
    private final Set<String> organisations = new LinkedHashSet<>();
    private final Map<String, AttributeValue> attributes = new HashMap<>();

    /** @param ordinaryNumber of a caller who has one */
    Sketch(Surroundings where, World world, PhoneNumber ordinaryNumber) {
        this.where = where;
        this.world = world;
        this.hotline = where.hotlines().get(0);
        this.number = world == World.ANONYMOUS ? null : ordinaryNumber;
        this.match = world.ordinaryMatch();
        this.at = ORDINARY.atZone(where.tenant().zone());
    }

    Surroundings where() {
        return where;
    }

    World world() {
        return world;
    }

    void hotline(Hotline called) {
        hotline = called;
    }

    void number(PhoneNumber calling) {
        number = calling;
    }

    void at(LocalDateTime local) {
        at = local.atZone(where.tenant().zone());
    }

    void time(LocalTime time) {
        at = at.with(time);
    }

    void offers(List<Offer> open) {
        offers = open;
    }

    void tag(String tag) {
        tags.add(tag);
    }

    void organisation(String organisation) {
        organisations.add(organisation);
    }

    /** Gives a fact a value; null takes it away. Not for facts that follow from others. */
    void set(String fact, @Nullable Object to) {
        String text = to instanceof String given ? given : "";
        switch (fact) {
            case "call.callerMatch" -> match = constant(CallerMatch.values(), text);
            case "call.carrier" -> carrier = text;
            case "call.digits" -> digits = text;
            case "call.divertedFrom" -> divertedFrom = (PhoneNumber) to;
            case "customer.id" -> id = text;
            case "customer.name" -> name = text;
            case "customer.customerClass" -> customerClass = text;
            case "customer.value" -> value = decimal(to);
            case "customer.status" -> status = constant(CustomerStatus.values(), text);
            case "customer.since" -> since = (LocalDate) to;
            case "customer.dunningLevel" -> dunningLevel = decimal(to).intValueExact();
            case "customer.openComplaints" -> openComplaints = decimal(to).intValueExact();
            case "customer.openOffers", "customer.offerOwner", "customer.offerValue" -> throw notAlone(fact);
            case "customer.language" -> language = text;
            case "customer.preferredContact" -> preferredContact = text;
            default -> setAttribute(fact, to);
        }
    }

    private static IllegalArgumentException notAlone(String fact) {
        return new IllegalArgumentException("Comes with other facts: " + fact);
    }

    private static BigDecimal decimal(@Nullable Object to) {
        return to instanceof BigDecimal given ? given : BigDecimal.ZERO;
    }

    private static <E extends Enum<E>> E constant(E[] constants, String code) {
        for (E constant : constants) {
            if (FactDictionary.code(constant).equals(code)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("There is no " + code);
    }

    private void setAttribute(String fact, @Nullable Object to) {
        AttributeDeclaration attribute = where.tenant().attributes().stream()
                .filter(each -> fact.equals("customer." + each.name()))
                .findFirst()
                .orElseThrow(() -> notAlone(fact));
        if (to == null) {
            attributes.remove(attribute.name());
        } else {
            attributes.put(
                    attribute.name(),
                    switch (attribute.type()) {
                        case TEXT, ONE_OF -> new AttributeValue.Text((String) to);
                        case NUMBER -> new AttributeValue.Numeric((BigDecimal) to);
                        case YES_NO -> new AttributeValue.YesNo((Boolean) to);
                        case DATE -> new AttributeValue.Day((LocalDate) to);
                    });
        }
    }

    Witness witness() {
        return new Witness(
                hotline.number(),
                Optional.ofNullable(number),
                at.toOffsetDateTime(),
                carrier,
                digits,
                Optional.ofNullable(divertedFrom),
                match,
                world == World.CUSTOMER ? Optional.of(customer()) : Optional.empty());
    }

    private CustomerProfile customer() {
        return new CustomerProfile(
                id,
                name,
                customerClass,
                value,
                since(),
                dunningLevel,
                openComplaints,
                offers,
                language,
                tags,
                preferredContact,
                organisations,
                attributes);
    }

    /** Who is new became a customer on the day of his call. */
    private Optional<LocalDate> since() {
        if (since == null && status == CustomerStatus.NEW) {
            return Optional.of(at.toLocalDate().plusDays(where.tenant().newCustomerDays() > 0 ? 0 : 1));
        }
        return Optional.ofNullable(since);
    }
}
