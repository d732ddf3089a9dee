package io.stellwerk.engine.decision;

/** Why a call took its default route. The names are stable: alarms stand on them. */
public enum DefaultReason {
    /** The rules were asked and none matched. */
    NO_RULE_MATCHED(Fault.NOBODY),
    /** The network would not have waited any longer. */
    DEADLINE(Fault.OURS),
    /** We had too much to do. */
    OVERLOAD(Fault.OURS),
    /** The rules went on deriving without an end. */
    STEP_LIMIT(Fault.RULES),
    /** The evaluation failed. */
    RULE_FAILED(Fault.OURS),
    /** The chosen plan, and the plans it overflows to, had no target left. */
    PLAN_EMPTY(Fault.RULES);

    /** Who can mend it. */
    public enum Fault {
        OURS,
        RULES,
        NOBODY
    }

    private final Fault fault;

    DefaultReason(Fault fault) {
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
