package io.stellwerk.rules.testcase;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.CallerMatch;
import io.stellwerk.engine.customer.CustomerMatches;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Person;
import io.stellwerk.engine.port.CustomerDirectory;
import java.util.Map;
import java.util.Optional;

/**
 * The customers and people of a sample call: in place of those of a CRM, or beside them. Immutable, any thread.
 *
 * @param callers whom every number leads to; empty to look in the CRM
 * @param people by id; others are looked up in the CRM
 * @param crm empty if there is none
 */
public record SampleCustomers(
        Optional<CustomerMatches> callers, Map<String, Person> people, Optional<CustomerDirectory> crm)
        implements CustomerDirectory {

    /** Knows neither customers nor people. */
    public static final CustomerDirectory NOBODY = new SampleCustomers(Optional.empty(), Map.of(), Optional.empty());

    public SampleCustomers {
        people = Map.copyOf(people);
    }

    /** Every number is this customer's, found so that he is recognised in one of the ways that need a customer. */
    public static CustomerDirectory only(CustomerProfile customer, CallerMatch match) {
        return new SampleCustomers(Optional.of(CaseReader.matches(customer, match)), Map.of(), Optional.empty());
    }

    @Override
    public CustomerMatches find(PhoneNumber caller) {
        return callers.or(() -> crm.map(known -> known.find(caller))).orElse(CustomerMatches.NOBODY);
    }

    @Override
    public Optional<CustomerProfile> customer(String customerId) {
        return callers.stream()
                .flatMap(found -> found.candidates().stream())
                .filter(known -> known.id().equals(customerId))
                .findFirst()
                .or(() -> crm.flatMap(known -> known.customer(customerId)));
    }

    @Override
    public Optional<Person> person(String personId) {
        return Optional.ofNullable(people.get(personId)).or(() -> crm.flatMap(known -> known.person(personId)));
    }
}
