package io.stellwerk.rules.archive;

/** What was sent is no archive of a rule set. The message names the remedy. */
public final class UnreadableArchiveException extends Exception {

    private static final long serialVersionUID = 1;

    UnreadableArchiveException(String message) {
        super(message);
    }
}
