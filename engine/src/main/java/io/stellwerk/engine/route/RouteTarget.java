package io.stellwerk.engine.route;

import java.time.Duration;
import java.util.List;

/**
 * A trunk, site, queue or number that can take a call.
 *
 * @param id unique within the rule set
 * @param addresses where the network sends the call, in order of trial, at least one
 * @param ringTimeout how long it may ring before the next is tried
 */
public record RouteTarget(String id, String name, List<TargetAddress> addresses, Duration ringTimeout) {

    public RouteTarget {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("Target '" + id + "' has no address");
        }
    }
}
