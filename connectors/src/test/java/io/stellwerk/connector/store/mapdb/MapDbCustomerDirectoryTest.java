package io.stellwerk.connector.store.mapdb;

import io.stellwerk.engine.customer.Person;
import io.stellwerk.engine.port.CustomerDirectory;
import io.stellwerk.engine.port.CustomerDirectoryContract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class MapDbCustomerDirectoryTest extends CustomerDirectoryContract {

    @TempDir
    Path folder;

    private @Nullable MapDbCustomerDirectory opened;

    @Override
    protected CustomerDirectory directory(List<Entry> entries, List<Person> people) throws IOException {
        MapDbCustomerDirectory directory = MapDbCustomerDirectory.open(folder, InstantSource.system());
        Publishing.customers(directory, entries);
        directory.publishPeople(people);
        opened = directory;
        return directory;
    }

    @AfterEach
    void close() throws IOException {
        if (opened != null) {
            opened.close();
        }
    }
}
