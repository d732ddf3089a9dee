package io.stellwerk.engine.call;

/** A dialled number that a tenant owns. Not personal data, so {@link #toString()} shows it. */
public record ServiceNumber(PhoneNumber number) {

    /**
     * @param e164 a plus and 2 to 15 digits
     * @throws IllegalArgumentException for any other text
     */
    public static ServiceNumber of(String e164) {
        return new ServiceNumber(PhoneNumber.of(e164));
    }

    public String e164() {
        return number.e164();
    }

    @Override
    public String toString() {
        return e164();
    }
}
