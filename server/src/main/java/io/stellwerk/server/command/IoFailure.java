package io.stellwerk.server.command;

import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Says what a fault outside was: the exceptions of the platform often name only a file. */
final class IoFailure {

    private IoFailure() {}

    static String text(IOException fault) {
        if (fault instanceof NoSuchFileException missing) {
            return "There is no '" + missing.getFile() + "'.";
        } else if (fault instanceof AccessDeniedException denied) {
            return "Access to '" + denied.getFile() + "' is denied.";
        } else if (fault instanceof ConnectException) {
            return "Nobody answers there: is the server running, and is that its management port?";
        }
        String message = fault.getMessage();
        return message == null || message.isEmpty() ? fault.toString() : message;
    }
}
