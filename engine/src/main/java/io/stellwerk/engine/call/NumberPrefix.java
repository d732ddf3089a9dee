package io.stellwerk.engine.call;

import java.util.Optional;

/**
 * The beginning of international numbers, such as {@code +4930}: 1 to 15 digits.
 *
 * <p>All numbers and prefixes have a place on one line, on which a prefix is the half-open interval from {@link
 * #first()} to {@link #end()}. A number is written there with each digit one higher and filled with zeros to 15 places
 * to the base 11, so that {@code +4930} stands before {@code +49300} and is not covered by it.
 *
 * @param digits the digits after the plus, as one decimal number
 */
public record NumberPrefix(long digits) {

    private static final int PLACES = 15;

    public NumberPrefix {
        if (digits < 1 || digits > 999_999_999_999_999L) {
            throw new IllegalArgumentException("A number prefix has 1 to 15 digits and does not begin with 0");
        }
    }

    /** Reads {@code +} and 1 to 15 digits; empty for any other text. */
    public static Optional<NumberPrefix> parse(String text) {
        if (text.length() == 2 && text.charAt(0) == '+' && text.charAt(1) >= '1' && text.charAt(1) <= '9') {
            return Optional.of(new NumberPrefix(text.charAt(1) - '0'));
        }
        return PhoneNumber.parse(text).map(number -> new NumberPrefix(number.digits()));
    }

    /** The first place that a number with this prefix may take. */
    public long first() {
        return position(digits);
    }

    /** The first place behind all numbers with this prefix. */
    public long end() {
        long width = 1;
        for (int i = length(digits); i < PLACES; i++) {
            width *= 11;
        }
        return position(digits) + width;
    }

    public boolean covers(PhoneNumber number) {
        long position = number.position();
        return first() <= position && position < end();
    }

    /** The prefix with its plus: {@code +4930}. */
    public String text() {
        return "+" + digits;
    }

    static long position(long digits) {
        long position = 0;
        int length = length(digits);
        long divisor = 1;
        for (int i = 1; i < length; i++) {
            divisor *= 10;
        }
        for (int i = 0; i < PLACES; i++) {
            long digit = divisor == 0 ? -1 : digits / divisor % 10;
            position = position * 11 + digit + 1;
            divisor /= 10;
        }
        return position;
    }

    private static int length(long digits) {
        int length = 1;
        for (long rest = digits / 10; rest > 0; rest /= 10) {
            length++;
        }
        return length;
    }
}
