package io.stellwerk.connector.store.sqlite;

import java.io.IOException;

/** The record was written by a newer program, so it is left alone. */
public final class UnknownSchemaException extends IOException {

    private static final long serialVersionUID = 1;

    UnknownSchemaException(String file, Throwable cause) {
        super(
                file
                        + " was written by a newer Stellwerk, or its schema was changed. Start that one, or restore a backup.",
                cause);
    }
}
