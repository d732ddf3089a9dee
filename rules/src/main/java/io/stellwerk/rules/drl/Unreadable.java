package io.stellwerk.rules.drl;

import io.stellwerk.rules.finding.FindingCode;
import java.util.Optional;

/** A part of a rule that goes no further; caught where the next part begins. */
final class Unreadable extends Exception {

    private static final long serialVersionUID = 1;

    /** What is wrong, and where. */
    record Reason(FindingCode code, Token at, String message, String remedy) {}

    private final transient Optional<Reason> reason;

    private Unreadable(Optional<Reason> reason) {
        super(reason.map(Reason::message).orElse("already told"), null, false, false);
        this.reason = reason;
    }

    Unreadable(FindingCode code, Token at, String message, String remedy) {
        this(Optional.of(new Reason(code, at, message, remedy)));
    }

    /** For what another finding, perhaps of another file, already says. */
    static Unreadable alreadyTold() {
        return new Unreadable(Optional.empty());
    }

    static Unreadable syntax(Token at, String message, String remedy) {
        return new Unreadable(FindingCode.DRL_SYNTAX, at, message, remedy);
    }

    static Unreadable outside(Token at, String message, String remedy) {
        return new Unreadable(FindingCode.OUTSIDE_SUBSET, at, message, remedy);
    }

    Optional<Reason> reason() {
        return reason;
    }
}
