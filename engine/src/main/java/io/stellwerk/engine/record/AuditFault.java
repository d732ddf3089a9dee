package io.stellwerk.engine.record;

/**
 * Something wrong with a tenant's audit.
 *
 * @param sequence of the entry that it shows at
 */
public record AuditFault(String tenant, long sequence, Kind kind) {

    /** What is wrong. */
    public enum Kind {
        /** Its content is not the one that it was written with. */
        CHANGED("is not as it was written"),
        /** Between the entry before it and itself at least one is missing. */
        GAP("follows a gap: at least one entry before it is missing"),
        /** It was written behind another entry than the one that stands before it. */
        UNCHAINED("was not written behind the entry that stands before it: entries were exchanged or rewritten"),
        /** The audit ends with another entry than the one that was written last. */
        CUT_OFF("was written last, and the audit ends with another: entries are missing at the end, or were rewritten");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /** For people. */
    @Override
    public String toString() {
        return tenant + ": entry " + sequence + " " + kind.text + ".";
    }
}
