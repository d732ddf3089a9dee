package io.stellwerk.connector.crm.csv;

import io.stellwerk.connector.store.mapdb.MapDbCustomerDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** A process that imports the same file again and again until it is killed, and tells each generation that is live. */
final class EndlessImport {

    private EndlessImport() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path csv = Path.of(arguments[1]);
        ImportOptions options = new ImportOptions(
                "DE",
                List.of(),
                List.of(),
                Map.of(),
                DecimalMark.EITHER,
                false,
                folder.resolveSibling("quarantine.csv"));
        try (MapDbCustomerDirectory directory = MapDbCustomerDirectory.open(folder, InstantSource.system())) {
            if (!directory.brokenGenerations().isEmpty()) {
                throw new IllegalStateException("broken: " + directory.brokenGenerations());
            }
            CustomerImport customers = new CustomerImport(directory, new PlainGermanNumbers());
            System.out.println("open");
            while (true) {
                ImportReport report = customers.run(csv, options, ImportProgress.UNWATCHED);
                System.out.println("live "
                        + report.generation()
                                .orElseThrow(() -> new UncheckedIOException(new IOException("" + report))));
            }
        }
    }
}
