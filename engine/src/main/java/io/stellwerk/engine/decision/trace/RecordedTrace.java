package io.stellwerk.engine.decision.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps what happened while one decision was made, in order. One thread. */
public final class RecordedTrace implements DecisionTrace {

    private final List<TraceEvent> events = new ArrayList<>();
    private final boolean thorough;

    private RecordedTrace(boolean thorough) {
        this.thorough = thorough;
    }

    /** Keeps everything, for an explanation. */
    public static RecordedTrace thoroughly() {
        return new RecordedTrace(true);
    }

    /** Keeps what came about, and nothing of rules that did not count. */
    public static RecordedTrace briefly() {
        return new RecordedTrace(false);
    }

    @Override
    public boolean wanted() {
        return true;
    }

    @Override
    public boolean thorough() {
        return thorough;
    }

    @Override
    public void note(TraceEvent event) {
        events.add(event);
    }

    public List<TraceEvent> events() {
        return List.copyOf(events);
    }

    /** The events of one kind, in their order. */
    public <E extends TraceEvent> List<E> all(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public <E extends TraceEvent> Optional<E> first(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
