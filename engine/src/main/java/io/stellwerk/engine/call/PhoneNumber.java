package io.stellwerk.engine.call;

import java.util.Optional;

/**
 * A telephone number in international form: 2 to 15 digits, the first not zero (ITU-T E.164, clause 6).
 *
 * <p>{@link #toString()} masks it, since numbers are personal data; {@link #e164()} does not.
 *
 * @param digits the digits after the plus, as one decimal number
 */
public record PhoneNumber(long digits) implements Comparable<PhoneNumber> {

    private static final int MAX_DIGITS = 15;
    private static final long MAX = 999_999_999_999_999L;

    public PhoneNumber {
        if (digits < 10 || digits > MAX) {
            throw new IllegalArgumentException("A phone number has 2 to 15 digits and does not begin with 0");
        }
    }

    /** Reads {@code +} and 2 to 15 digits, nothing else; empty for any other text. */
    public static Optional<PhoneNumber> parse(String e164) {
        int length = e164.length();
        if (length < 3 || length > MAX_DIGITS + 1 || e164.charAt(0) != '+' || e164.charAt(1) == '0') {
            return Optional.empty();
        }
        long digits = 0;
        for (int i = 1; i < length; i++) {
            int digit = e164.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Optional.empty();
            }
            digits = digits * 10 + digit;
        }
        return Optional.of(new PhoneNumber(digits));
    }

    /**
     * As {@link #parse}, for text that is known to be a number.
     *
     * @throws IllegalArgumentException if it is not
     */
    public static PhoneNumber of(String e164) {
        return parse(e164)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Not an international number, write a plus and 2 to 15 digits: '" + mask(e164) + "'"));
    }

    /** The number with its plus: {@code +4930111222}. Personal data: not for logs. */
    public String e164() {
        return "+" + digits;
    }

    /** Where this number stands among all prefixes, see {@link NumberPrefix}. */
    public long position() {
        return NumberPrefix.position(digits);
    }

    /** {@code text} with all but its first four characters hidden, as it may stand in a log or message. */
    public static String mask(String text) {
        int shown = Math.min(4, text.length() / 2);
        return text.substring(0, shown) + "*".repeat(Math.max(0, Math.min(text.length(), 16) - shown));
    }

    @Override
    public int compareTo(PhoneNumber other) {
        return Long.compare(position(), other.position());
    }

    @Override
    public String toString() {
        return mask(e164());
    }
}
