package io.stellwerk.connector.carrier.http;

import io.stellwerk.engine.decision.PlacedRoute;
import io.stellwerk.engine.decision.RouteDecision;
import io.stellwerk.engine.route.ReleaseCause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an answer, whichever kind of decision it tells.
 *
 * @param routes none for a refusal
 * @param cause of a refusal only
 */
record Shape(
        List<PlacedRoute> routes,
        @Nullable ReleaseCause cause,
        @Nullable String plan,
        @Nullable String rule,
        boolean isDefault,
        @Nullable String reason) {

    static Shape of(RouteDecision outcome) {
        return outcome.fold(
                routed -> new Shape(
                        routed.routes(),
                        null,
                        routed.planRef(),
                        routed.decidedBy().toString(),
                        false,
                        null),
                rejected -> new Shape(
                        List.of(),
                        rejected.cause(),
                        null,
                        rejected.decidedBy().map(Object::toString).orElse(null),
                        false,
                        rejected.reason().name()),
                defaulted -> new Shape(
                        defaulted.routes(),
                        null,
                        defaulted.planRef(),
                        null,
                        true,
                        defaulted.reason().name()));
    }
}
