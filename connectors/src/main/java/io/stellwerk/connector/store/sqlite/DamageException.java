package io.stellwerk.connector.store.sqlite;

import org.jspecify.annotations.Nullable;

/** The file is no sound database. */
final class DamageException extends Exception {

    private static final long serialVersionUID = 1;

    DamageException(String found, @Nullable Throwable cause) {
        super(found, cause);
    }
}
