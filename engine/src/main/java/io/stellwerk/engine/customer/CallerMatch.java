package io.stellwerk.engine.customer;

/** How the caller was recognised. Rules always see which case it was. */
public enum CallerMatch {
    /** The number belongs to exactly one customer. */
    UNIQUE,
    /** The number lies in the direct-dialling range of an organisation. */
    ORGANISATION,
    /** Several customers share the number; the tenant's policy picked one or none. */
    AMBIGUOUS,
    /** There is a number, and no customer has it. */
    UNKNOWN,
    /** There is no number. */
    ANONYMOUS
}
