package io.stellwerk.engine.customer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the CRM knows about a customer. Absent texts are empty. {@link #toString()} tells the id only.
 *
 * @param id the CRM's own id, never empty
 * @param customerClass such as A, B or C, or the tenant's own; empty if not classified
 * @param value what the customer is worth to the tenant, in the tenant's own measure; zero if not known
 * @param since when he became a customer; empty if not known
 * @param dunningLevel 0 for a customer who owes nothing overdue
 * @param openComplaints how many are being worked on
 * @param openOffers those not answered yet
 * @param language ISO 639-1 code
 * @param tags the CRM's labels
 * @param preferredContact such as {@code phone} or {@code mail}
 * @param organisations ids of the organisations he belongs to
 * @param attributes the tenant's own, by name; an attribute without a value is not in it
 */
public record CustomerProfile(
        String id,
        String name,
        String customerClass,
        BigDecimal value,
        Optional<LocalDate> since,
        int dunningLevel,
        int openComplaints,
        List<Offer> openOffers,
        String language,
        Set<String> tags,
        String preferredContact,
        Set<String> organisations,
        Map<String, AttributeValue> attributes) {

    private static final Comparator<Offer> BY_VALUE = Comparator.comparing(Offer::value);

    public CustomerProfile {
        if (id.isEmpty()) {
            throw new IllegalArgumentException("A customer needs an id");
        }
        openOffers = List.copyOf(openOffers);
        tags = Set.copyOf(tags);
        organisations = Set.copyOf(organisations);
        attributes = Map.copyOf(attributes);
    }

    /** The open offer of the highest value, the first of equals; empty without any. */
    public Optional<Offer> highestOffer() {
        return openOffers.stream().reduce((best, next) -> BY_VALUE.compare(next, best) > 0 ? next : best);
    }

    @Override
    public String toString() {
        return "CustomerProfile[" + id + "]";
    }
}
