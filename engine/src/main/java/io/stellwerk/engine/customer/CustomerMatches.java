package io.stellwerk.engine.customer;

import java.util.List;

/**
 * Who may be calling.
 *
 * @param organisationTrunk whether the number was found as a direct dialling of an organisation, not as a number itself
 * @param candidates all customers found, in the order of the CRM's list; empty if nobody was
 */
public record CustomerMatches(boolean organisationTrunk, List<CustomerProfile> candidates) {

    public static final CustomerMatches NOBODY = new CustomerMatches(false, List.of());

    public CustomerMatches {
        candidates = List.copyOf(candidates);
    }
}
