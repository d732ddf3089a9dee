package io.stellwerk.connector.store.mapdb;

import java.io.IOException;
import java.nio.file.Path;

/** Somebody else has the folder: a running server, or an import. */
public final class DirectoryInUseException extends IOException {

    DirectoryInUseException(Path folder, String holder) {
        super("The customers in '" + folder + "' are in use by " + holder
                + ": import through the running server, or stop it, or wait until the other import has ended");
    }
}
