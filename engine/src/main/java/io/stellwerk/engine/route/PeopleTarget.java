package io.stellwerk.engine.route;

import io.stellwerk.engine.customer.Person;
import java.time.Duration;
import java.util.List;

/**
 * How a person of the directory becomes a route target.
 *
 * @param address with {@code {number}} where the person's international number stands
 */
public record PeopleTarget(TargetAddress address, Duration ringTimeout) {

    /** The target with the id {@code person:<id>}. */
    public RouteTarget of(Person person) {
        String number = person.number().e164();
        TargetAddress own = new TargetAddress(
                address.uri().replace("{number}", number), address.destination().replace("{number}", number));
        return new RouteTarget("person:" + person.id(), person.name(), List.of(own), ringTimeout);
    }
}
