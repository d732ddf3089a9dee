package io.stellwerk.engine.fact;

/** Whether a customer is new, by the tenant's own number of days. */
public enum CustomerStatus {
    NEW,
    EXISTING
}
