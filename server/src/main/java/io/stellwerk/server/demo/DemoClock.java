package io.stellwerk.server.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** The present, or an instant that somebody has stopped it at: so the samples come out the same at any hour. */
public final class DemoClock implements InstantSource {

    private volatile Optional<Instant> stopped = Optional.empty();

    @Override
    public Instant instant() {
        return stopped.orElseGet(Instant::now);
    }

    void stopAt(Instant instant) {
        stopped = Optional.of(instant);
    }

    void goOn() {
        stopped = Optional.empty();
    }
}
