package io.stellwerk.engine.decision;

/** Why a call is refused. The names are stable: alarms stand on them. */
public enum RejectReason {
    UNKNOWN_SERVICE_NUMBER,
    EMERGENCY_NUMBER,
    REJECTED_BY_RULE
}
