package io.stellwerk.engine.port;

import java.io.IOException;

/** The stored files of a version are not those that it was stored with. */
public final class DamagedVersionException extends IOException {

    private static final long serialVersionUID = 1;

    public DamagedVersionException(String tenant, int number) {
        super("Version " + number + " of " + tenant
                + " is damaged in the record: its files do not have its hash. Restore the record from a backup, or publish"
                + " the rule set again.");
    }
}
