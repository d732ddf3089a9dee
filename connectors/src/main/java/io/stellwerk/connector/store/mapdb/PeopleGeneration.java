package io.stellwerk.connector.store.mapdb;

import io.stellwerk.engine.customer.Person;
import java.util.Map;

/**
 * The people of one generation.
 *
 * @param people by id; copied
 */
record PeopleGeneration(GenerationInfo info, Map<String, Person> people) {

    PeopleGeneration {
        people = Map.copyOf(people);
    }
}
