package io.stellwerk.engine.record;

/**
 * The end of a tenant's audit. Whoever keeps it elsewhere can tell later that nothing up to it was rewritten.
 *
 * @param sequence of the last entry; 0 if there is none
 * @param hash of the last entry; {@link AuditEntry#NO_HASH} if there is none
 */
public record AuditHead(long sequence, String hash) {

    /** Before the first entry. */
    public static final AuditHead NONE = new AuditHead(0, AuditEntry.NO_HASH);
}
