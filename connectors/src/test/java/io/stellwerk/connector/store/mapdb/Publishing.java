package io.stellwerk.connector.store.mapdb;

import io.stellwerk.engine.port.CustomerDirectoryContract.Entry;
import java.io.IOException;
import java.util.List;

/** Puts customers into a directory. */
final class Publishing {

    private Publishing() {}

    static GenerationInfo customers(MapDbCustomerDirectory directory, List<Entry> entries) throws IOException {
        try (CustomersBuild build = directory.newCustomers()) {
            for (Entry entry : entries) {
                build.add(entry.customer(), entry.numbers(), entry.trunks());
            }
            return build.publish();
        }
    }
}
