package io.stellwerk.engine.port;

import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.CustomerMatches;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Person;
import io.stellwerk.engine.port.CustomerDirectoryContract.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The plainest directory: it looks through all it has. For tests that need a few customers. */
public final class InMemoryCustomerDirectory implements CustomerDirectory {

    private final List<Entry> entries;
    private final List<Person> people;

    public InMemoryCustomerDirectory(List<Entry> entries, List<Person> people) {
        this.entries = List.copyOf(entries);
        this.people = List.copyOf(people);
    }

    @Override
    public CustomerMatches find(PhoneNumber caller) {
        List<CustomerProfile> own = entries.stream()
                .filter(entry -> entry.numbers().contains(caller))
                .map(Entry::customer)
                .toList();
        if (!own.isEmpty()) {
            return new CustomerMatches(false, own);
        }
        return entries.stream()
                .flatMap(entry -> entry.trunks().stream())
                .filter(prefix -> prefix.covers(caller))
                .max(Comparator.comparing(NumberPrefix::digits))
                .map(longest -> new CustomerMatches(true, owners(longest)))
                .orElse(CustomerMatches.NOBODY);
    }

    private List<CustomerProfile> owners(NumberPrefix prefix) {
        return entries.stream()
                .filter(entry -> entry.trunks().contains(prefix))
                .map(Entry::customer)
                .toList();
    }

    @Override
    public Optional<CustomerProfile> customer(String customerId) {
        return entries.stream()
                .map(Entry::customer)
                .filter(customer -> customer.id().equals(customerId))
                .findFirst();
    }

    @Override
    public Optional<Person> person(String personId) {
        return people.stream().filter(person -> person.id().equals(personId)).findFirst();
    }
}
