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

    /**
     * Whether it shall also be told what did not come about: rules that did not match, and all rules behind the one that
     * decided. That looks at every rule of the rule set. Only asked if the trace is {@link #wanted}.
     */
    default boolean thorough() {
        return wanted();
    }

    void note(TraceEvent event);
}
