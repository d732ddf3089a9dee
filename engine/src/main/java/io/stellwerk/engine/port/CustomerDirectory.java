package io.stellwerk.engine.port;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.CustomerMatches;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Person;
import java.util.Optional;

/**
 * One tenant's customers and people, held locally.
 *
 * <p>Any thread. A look-up takes microseconds and waits for nothing. It may throw unchecked when the store below is
 * broken: the router then goes on without a customer and counts it.
 */
public interface CustomerDirectory {

    /** Who has this number: as his own, or else as the organisation with the longest trunk prefix that covers it. */
    CustomerMatches find(PhoneNumber caller);

    /** For looking things up; not on the way of a call. */
    Optional<CustomerProfile> customer(String customerId);

    /** Somebody of the directory of people. */
    Optional<Person> person(String personId);
}
