package io.stellwerk.rules.finding;

import io.stellwerk.rules.witness.Witness;
import java.util.Optional;

/**
 * Something wrong with a rule set.
 *
 * @param code stable slug of its kind: {@code unknown-plan}
 * @param message what is, naming the value
 * @param remedy what to do; never empty
 * @param witness a call that shows it; empty where none can
 */
public record Finding(
        Severity severity, String code, Place place, String message, String remedy, Optional<Witness> witness) {

    public Finding(Severity severity, String code, Place place, String message, String remedy) {
        this(severity, code, place, message, remedy, Optional.empty());
    }

    /** The same finding with a call that shows it, if there is one. */
    public Finding shownBy(Optional<Witness> call) {
        return new Finding(severity, code, place, message, remedy, call);
    }

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
