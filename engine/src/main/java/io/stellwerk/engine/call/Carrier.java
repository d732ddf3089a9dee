package io.stellwerk.engine.call;

import java.time.Duration;
import java.util.Set;

/**
 * A network operator that may ask us, as authenticated.
 *
 * @param name how it is known here and in decisions
 * @param country ISO 3166 alpha-2 code by which its national number formats are read
 * @param trustedForAssertedId whether its P-Asserted-Identity counts (RFC 3325, clause 5)
 * @param serviceNumbers those it may ask for; empty for all
 * @param defaultDeadline how long it waits when a query does not say
 * @param maximumDeadline the longest wait that is believed
 */
public record Carrier(
        String name,
        String country,
        boolean trustedForAssertedId,
        Set<ServiceNumber> serviceNumbers,
        Duration defaultDeadline,
        Duration maximumDeadline) {

    public Carrier {
        serviceNumbers = Set.copyOf(serviceNumbers);
    }

    public boolean mayAskFor(ServiceNumber called) {
        return serviceNumbers.isEmpty() || serviceNumbers.contains(called);
    }
}
