package io.stellwerk.engine.decision;

import io.stellwerk.engine.route.ReleaseCause;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is to become of the call. */
public sealed interface RouteDecision {

    /** A rule chose a plan, and these are its targets in order of trial, at least one. */
    record Routed(String planRef, List<PlacedRoute> routes, RuleId decidedBy) implements RouteDecision {
        public Routed {
            routes = List.copyOf(routes);
        }

        @Override
        public <T> T fold(
                Function<Routed, T> routed, Function<Rejected, T> rejected, Function<Defaulted, T> defaulted) {
            return routed.apply(this);
        }
    }

    /** @param decidedBy the rule that refused; empty if none was asked */
    record Rejected(ReleaseCause cause, RejectReason reason, Optional<RuleId> decidedBy) implements RouteDecision {
        @Override
        public <T> T fold(
                Function<Routed, T> routed, Function<Rejected, T> rejected, Function<Defaulted, T> defaulted) {
            return rejected.apply(this);
        }
    }

    /**
     * The hotline's default route, at least one target.
     *
     * @param planRef the plan it is made of
     */
    record Defaulted(String planRef, List<PlacedRoute> routes, DefaultReason reason) implements RouteDecision {
        public Defaulted {
            routes = List.copyOf(routes);
        }

        @Override
        public <T> T fold(
                Function<Routed, T> routed, Function<Rejected, T> rejected, Function<Defaulted, T> defaulted) {
            return defaulted.apply(this);
        }
    }

    /** The one of three that applies; a fourth kind of answer will not compile before each caller has thought of it. */
    <T> T fold(Function<Routed, T> routed, Function<Rejected, T> rejected, Function<Defaulted, T> defaulted);
}
