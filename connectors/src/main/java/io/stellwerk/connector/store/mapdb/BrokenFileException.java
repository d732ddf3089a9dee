package io.stellwerk.connector.store.mapdb;

import java.io.IOException;

/** A generation file is not as it was written. */
final class BrokenFileException extends IOException {

    BrokenFileException(Throwable found) {
        super(found.getMessage() == null ? found.getClass().getSimpleName() : found.getMessage(), found);
    }
}
