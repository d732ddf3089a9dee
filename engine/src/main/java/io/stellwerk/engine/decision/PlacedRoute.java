package io.stellwerk.engine.decision;

import io.stellwerk.engine.route.RouteTarget;
import java.time.Duration;

/** A target in its place in the order of trial, with the time it may ring there. */
public record PlacedRoute(RouteTarget target, Duration ringTimeout) {}
