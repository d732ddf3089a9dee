package io.stellwerk.engine.route;

/**
 * Why a call is refused.
 *
 * @param q850 cause value (ITU-T Q.850, table 1), 1 to 127
 * @param sipCode the final response (RFC 3261, clause 21; RFC 3398 maps them)
 * @param sipReason its reason phrase, printable ASCII
 */
public record ReleaseCause(int q850, int sipCode, String sipReason) {

    public static final ReleaseCause UNKNOWN_SERVICE_NUMBER = new ReleaseCause(1, 404, "Unknown Service Number");

    /** The network must use its own emergency path (3GPP TS 24.229, clause 5.1.6.8.1: 380 stands for that). */
    public static final ReleaseCause EMERGENCY_NUMBER = new ReleaseCause(3, 380, "Emergency Number");

    public ReleaseCause {
        if (q850 < 1 || q850 > 127) {
            throw new IllegalArgumentException("A Q.850 cause is 1 to 127: " + q850);
        }
        if (sipCode < 300 || sipCode > 699) {
            throw new IllegalArgumentException("A SIP response to a refused call is 300 to 699: " + sipCode);
        }
        for (int i = 0; i < sipReason.length(); i++) {
            if (sipReason.charAt(i) < ' ' || sipReason.charAt(i) > '~') {
                throw new IllegalArgumentException("A reason phrase is printable ASCII");
            }
        }
    }
}
