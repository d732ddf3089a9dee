package io.stellwerk.connector.carrier.http;

import io.stellwerk.engine.decision.PlacedRoute;
import io.stellwerk.engine.route.RouteTarget;
import io.stellwerk.engine.route.TargetAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What answers say of a target, written once and kept: only the decision's headers differ from answer to answer. A few
 * targets are remembered, those asked for last; they are told apart by identity, so a new rule set's are new ones. One event
 * loop's own.
 */
final class RouteTexts {

    /** How long the network waits for a target's first provisional response before it tries the next. */
    private static final long FR_TIMER_MILLIS = 1_000;

    private static final int REMEMBERED = 1_024;

    private final @Nullable Known[] known = new Known[REMEMBERED];

    private record Known(RouteTarget target, Duration ringTimeout, List<byte[]> texts) {}

    /** One for each of the target's addresses: a JSON object up to where {@code headers.extra} has its text. */
    @SuppressWarnings("ReferenceEquality") // Equal is too slow to find out, and the same is what is meant.
    List<byte[]> of(PlacedRoute route) {
        RouteTarget target = route.target();
        int place = System.identityHashCode(target) & REMEMBERED - 1;
        Known there = known[place];
        if (there == null || there.target != target || !there.ringTimeout.equals(route.ringTimeout())) {
            there = new Known(target, route.ringTimeout(), write(route));
            known[place] = there;
        }
        return there.texts;
    }

    private static List<byte[]> write(PlacedRoute route) {
        return route.target().addresses().stream()
                .map(address -> write(route, address))
                .toList();
    }

    private static byte[] write(PlacedRoute route, TargetAddress address) {
        JsonText to = new JsonText();
        to.raw(JsonText.ascii("{\"uri\":")).string(SafeText.uri(address.uri()));
        if (!address.destination().isEmpty()) {
            to.raw(JsonText.ascii(",\"dst_uri\":")).string(SafeText.uri(address.destination()));
        }
        to.raw(JsonText.ascii(",\"target\":")).string(route.target().id());
        to.raw(JsonText.ascii(",\"fr_timer\":")).number(FR_TIMER_MILLIS);
        to.raw(JsonText.ascii(",\"fr_inv_timer\":")).number(route.ringTimeout().toMillis());
        to.raw(JsonText.ascii(",\"headers\":{\"extra\":\""));
        return to.toBytes();
    }
}
