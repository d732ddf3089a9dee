package io.stellwerk.engine.record;

import java.time.Instant;

/**
 * An entry of a tenant's audit. Each carries the hash of the one before it, so that none can be changed, taken out or
 * moved without all later ones being rewritten.
 *
 * @param sequence counts up from 1 without gaps
 * @param action as {@link AuditAction#code()}
 * @param previous hash of the entry before; {@link #NO_HASH} for the first
 * @param hash over all else
 */
public record AuditEntry(
        String tenant,
        long sequence,
        Instant at,
        String author,
        String action,
        String subject,
        String before,
        String after,
        String reason,
        String previous,
        String hash) {

    /** What stands in the place of the hash before the first entry. */
    public static final String NO_HASH = "0".repeat(64);

    /** The entry that comes behind {@code head}. */
    public static AuditEntry following(AuditHead head, AuditFact fact) {
        AuditEntry open = new AuditEntry(
                fact.tenant(),
                head.sequence() + 1,
                fact.by().at(),
                fact.by().author(),
                fact.action().code(),
                fact.subject(),
                fact.before(),
                fact.after(),
                fact.by().reason(),
                head.hash(),
                "");
        return open.closed();
    }

    private AuditEntry closed() {
        return new AuditEntry(
                tenant, sequence, at, author, action, subject, before, after, reason, previous, computedHash());
    }

    /** The hash that its content has. */
    String computedHash() {
        return new CanonicalHash()
                .add(previous)
                .add(tenant)
                .add(Long.toString(sequence))
                .add(Long.toString(at.toEpochMilli()))
                .add(author)
                .add(action)
                .add(subject)
                .add(before)
                .add(after)
                .add(reason)
                .hex();
    }

    /** The end of a chain whose last entry this is. */
    public AuditHead head() {
        return new AuditHead(sequence, hash);
    }
}
