package io.stellwerk.server.explain;

import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.decision.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps all that happened while one decision was made. One thread. */
public final class RecordedTrace implements DecisionTrace {

    private final List<TraceEvent> events = new ArrayList<>();

    @Override
    public boolean wanted() {
        return true;
    }

    @Override
    public void note(TraceEvent event) {
        events.add(event);
    }

    public List<TraceEvent> events() {
        return List.copyOf(events);
    }

    /** The events of one kind, in their order. */
    <E extends TraceEvent> List<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    <E extends TraceEvent> Optional<E> first(Class<E> kind) {
        return all(kind).stream().findFirst();
    }
}
