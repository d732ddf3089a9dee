package io.stellwerk.engine.record;

import java.util.Locale;

/** What was done. */
public enum AuditAction {
    /** The first version came from a folder, or the record was lost and goes on from what serves. */
    RULE_SET_ADOPTED,
    RULE_SET_PUBLISHED,
    /** A version that was stored before is live again. */
    RULE_SET_ROLLED_BACK,
    PUBLICATION_SCHEDULED,
    PUBLICATION_CANCELLED,
    /** A scheduled publication did not happen. */
    PUBLICATION_MISSED;

    /** As it is stored: never changes. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
