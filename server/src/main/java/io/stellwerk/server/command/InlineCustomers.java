package io.stellwerk.server.command;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.CustomerMatches;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Person;
import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.engine.port.CustomerDirectory;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A directory in which every number is that of one customer, or of nobody. Knows no people. */
record InlineCustomers(Optional<CustomerProfile> customer) implements CustomerDirectory {

    /** @param json null for nobody */
    static InlineCustomers of(@Nullable String json, TenantSettings tenant) {
        return new InlineCustomers(Optional.ofNullable(json).map(text -> new CustomerJson(tenant).read(text)));
    }

    @Override
    public CustomerMatches find(PhoneNumber caller) {
        return customer.map(known -> new CustomerMatches(false, List.of(known))).orElse(CustomerMatches.NOBODY);
    }

    @Override
    public Optional<CustomerProfile> customer(String customerId) {
        return customer.filter(known -> known.id().equals(customerId));
    }

    @Override
    public Optional<Person> person(String personId) {
        return Optional.empty();
    }
}
