package io.stellwerk.rules.finding;

/**
 * Something wrong with a rule set.
 *
 * @param code stable slug of its kind: {@code unknown-plan}
 * @param message what is, naming the value
 * @param remedy what to do; never empty
 */
public record Finding(Severity severity, String code, Place place, String message, String remedy) {

    public static Finding error(String code, Place place, String message, String remedy) {
        return new Finding(Severity.ERROR, code, place, message, remedy);
    }

    public static Finding warning(String code, Place place, String message, String remedy) {
        return new Finding(Severity.WARNING, code, place, message, remedy);
    }

    @Override
    public String toString() {
        return severity.name().toLowerCase(java.util.Locale.ROOT) + " " + place + ": " + message + " " + remedy + " ["
                + code + "]";
    }
}
