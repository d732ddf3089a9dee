package io.stellwerk.connector.store.mapdb;

import java.io.IOException;

/** A whole file that another version of Stellwerk wrote: not broken, so it is left where it is. */
final class UnknownFormatException extends IOException {

    UnknownFormatException(int format) {
        super("It is written in format " + format + ", and this version reads format " + About.FORMAT
                + ": start the version that wrote it, or move the file away and import anew");
    }
}
