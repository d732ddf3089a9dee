package io.stellwerk.engine.record;

import java.util.Optional;

/**
 * A change as the audit keeps it.
 *
 * @param subject what was changed: {@code rule-set}, {@code publication 3}
 * @param before what it was; empty if there was nothing
 * @param after what it is
 */
public record AuditFact(String tenant, Signature by, AuditAction action, String subject, String before, String after) {

    private static final String RULE_SET = "rule-set";

    /** Another version is live. */
    public static AuditFact live(
            String tenant, Signature by, AuditAction action, Optional<Version> before, Version after) {
        return new AuditFact(
                tenant, by, action, RULE_SET, before.map(AuditFact::text).orElse(""), text(after));
    }

    /** A publication was ordered, or its state changed. */
    public static AuditFact publication(
            String tenant, Signature by, AuditAction action, String before, ScheduledPublication after) {
        return new AuditFact(tenant, by, action, "publication " + after.id(), before, text(after));
    }

    private static String text(Version version) {
        return "version " + version.number() + " sha256:" + version.sha256();
    }

    private static String text(ScheduledPublication publication) {
        return publication.state().code() + ": version " + publication.version() + " at " + publication.due()
                + (publication.note().isEmpty() ? "" : ", " + publication.note());
    }
}
