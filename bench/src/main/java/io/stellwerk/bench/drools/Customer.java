package io.stellwerk.bench.drools;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A customer with some attributes of a tenant's own, for standard Drools. */
public final class Customer {

    private final @Nullable Boolean known;
    private final @Nullable String id;
    private final @Nullable String name;
    private final @Nullable String customerClass;
    private final @Nullable BigDecimal value;
    private final @Nullable String status;
    private final @Nullable LocalDate since;
    private final @Nullable BigDecimal dunningLevel;
    private final @Nullable BigDecimal openComplaints;
    private final @Nullable BigDecimal openOffers;
    private final @Nullable String offerOwner;
    private final @Nullable BigDecimal offerValue;
    private final @Nullable String language;
    private final Set<String> tags;
    private final @Nullable String preferredContact;
    private final Set<String> organisations;
    private final @Nullable String product;
    private final @Nullable BigDecimal score;
    private final @Nullable Boolean newsletter;
    private final @Nullable LocalDate contractEnd;
    private final @Nullable String note;

    Customer(FactReader facts) {
        known = facts.yesNo("customer.known");
        id = facts.text("customer.id");
        name = facts.text("customer.name");
        customerClass = facts.text("customer.customerClass");
        value = facts.number("customer.value");
        status = facts.text("customer.status");
        since = facts.date("customer.since");
        dunningLevel = facts.number("customer.dunningLevel");
        openComplaints = facts.number("customer.openComplaints");
        openOffers = facts.number("customer.openOffers");
        offerOwner = facts.text("customer.offerOwner");
        offerValue = facts.number("customer.offerValue");
        language = facts.text("customer.language");
        tags = facts.texts("customer.tags");
        preferredContact = facts.text("customer.preferredContact");
        organisations = facts.texts("customer.organisations");
        product = facts.text("customer.product");
        score = facts.number("customer.score");
        newsletter = facts.yesNo("customer.newsletter");
        contractEnd = facts.date("customer.contractEnd");
        note = facts.text("customer.note");
    }

    public @Nullable Boolean getKnown() {
        return known;
    }

    public @Nullable String getId() {
        return id;
    }

    public @Nullable String getName() {
        return name;
    }

    public @Nullable String getCustomerClass() {
        return customerClass;
    }

    public @Nullable BigDecimal getValue() {
        return value;
    }

    public @Nullable String getStatus() {
        return status;
    }

    public @Nullable LocalDate getSince() {
        return since;
    }

    public @Nullable BigDecimal getDunningLevel() {
        return dunningLevel;
    }

    public @Nullable BigDecimal getOpenComplaints() {
        return openComplaints;
    }

    public @Nullable BigDecimal getOpenOffers() {
        return openOffers;
    }

    public @Nullable String getOfferOwner() {
        return offerOwner;
    }

    public @Nullable BigDecimal getOfferValue() {
        return offerValue;
    }

    public @Nullable String getLanguage() {
        return language;
    }

    public Set<String> getTags() {
        return tags;
    }

    public @Nullable String getPreferredContact() {
        return preferredContact;
    }

    public Set<String> getOrganisations() {
        return organisations;
    }

    public @Nullable String getProduct() {
        return product;
    }

    public @Nullable BigDecimal getScore() {
        return score;
    }

    public @Nullable Boolean getNewsletter() {
        return newsletter;
    }

    public @Nullable LocalDate getContractEnd() {
        return contractEnd;
    }

    public @Nullable String getNote() {
        return note;
    }
}
