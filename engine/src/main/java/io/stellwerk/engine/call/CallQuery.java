package io.stellwerk.engine.call;

/**
 * A carrier's pre-connect query as received: texts that nobody has understood yet. Absent texts are empty.
 *
 * @param requestId the network's id of the call (SIP Call-ID), 1 to 255 characters
 * @param network the switch that asks
 * @param called the dialled number in whatever spelling
 * @param calling the calling party in whatever spelling
 * @param assertedId P-Asserted-Identity (RFC 3325)
 * @param privacy the Privacy header's value (RFC 3323)
 * @param diversion Diversion (RFC 5806) or History-Info (RFC 7044)
 * @param digits what the caller entered at a menu
 * @param attempt 1 for the first query of this call
 */
public record CallQuery(
        String requestId,
        String network,
        String called,
        String calling,
        String assertedId,
        String privacy,
        String diversion,
        String digits,
        int attempt) {

    @Override
    public String toString() {
        return "CallQuery[" + requestId + " of " + network + ", attempt " + attempt + "]";
    }
}
