package io.stellwerk.rules.dmn;

/** A text that has no equal on the other side; the message says why, the remedy what to write instead. */
final class Untranslatable extends Exception {

    private static final long serialVersionUID = 1;

    private final String message;
    private final String remedy;

    Untranslatable(String message, String remedy) {
        super(message, null, false, false);
        this.message = message;
        this.remedy = remedy;
    }

    String message() {
        return message;
    }

    String remedy() {
        return remedy;
    }
}
