package io.stellwerk.engine.decision.trace;

/** Listens to a decision being made. The way of a call passes {@link #NONE}, and nothing is made for it. */
public interface DecisionTrace {

    DecisionTrace NONE = new DecisionTrace() {
        @Override
        public boolean wanted() {
            return false;
        }

        @Override
        public void note(TraceEvent event) {}
    };

    /** Whether anybody listens: ask before an event is made. */
    boolean wanted();

    void note(TraceEvent event);
}
