package io.stellwerk.server.command;

/** The command line asks for something that cannot be; the message says what and what to write instead. */
final class WrongUseException extends RuntimeException {

    WrongUseException(String message) {
        super(message, null, false, false);
    }
}
