package io.stellwerk.engine.port;

import io.stellwerk.engine.customer.Person;
import java.util.List;

class InMemoryCustomerDirectoryTest extends CustomerDirectoryContract {

    @Override
    protected CustomerDirectory directory(List<Entry> entries, List<Person> people) {
        return new InMemoryCustomerDirectory(entries, people);
    }
}
