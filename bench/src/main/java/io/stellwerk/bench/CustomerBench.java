package io.stellwerk.bench;

import io.stellwerk.connector.crm.csv.CustomerImport;
import io.stellwerk.connector.crm.csv.DecimalMark;
import io.stellwerk.connector.crm.csv.ImportOptions;
import io.stellwerk.connector.crm.csv.ImportProgress;
import io.stellwerk.connector.crm.csv.ImportReport;
import io.stellwerk.connector.numbers.libphonenumber.LibPhoneNumberPlan;
import io.stellwerk.connector.store.mapdb.GenerationInfo;
import io.stellwerk.connector.store.mapdb.MapDbCustomerDirectory;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.AttributeDeclaration;
import io.stellwerk.engine.customer.AttributeType;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;

/**
 * Customers from CSV to look-up: how long the import takes and what a look-up costs. Arguments: how many customers, and a
 * folder to work in; give the heap by -Xmx.
 */
public final class CustomerBench {

    private static final int FIRST_LOOK_UPS = 1_000;
    private static final int LOOK_UPS = 500_000;

    private final int customers;
    private final Path folder;

    private CustomerBench(int customers, Path folder) {
        this.customers = customers;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        CustomerBench bench = new CustomerBench(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
        bench.importAll();
        bench.lookUp();
    }

    private void importAll() throws IOException {
        Files.createDirectories(folder);
        Path csv = folder.resolve("customers.csv");
        CustomerFile.write(csv, customers);
        try (MapDbCustomerDirectory directory = open()) {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long before = threads.getCurrentThreadCpuTime();
            ImportReport report = new CustomerImport(directory, new LibPhoneNumberPlan())
                    .run(csv, options(), ImportProgress.UNWATCHED);
            GenerationInfo info = directory.customersServed().orElseThrow();
            System.out.printf(
                    "import: %d rows of %d MB in %.1f s, CPU %.1f s, %d quarantined, with %d MB of heap at most%n",
                    report.rows(),
                    Files.size(csv) >> 20,
                    report.took().toMillis() / 1000.0,
                    (threads.getCurrentThreadCpuTime() - before) / 1e9,
                    report.quarantined(),
                    Runtime.getRuntime().maxMemory() >> 20);
            System.out.printf(
                    "file: %d MB for %d customers with %d numbers and %d trunks, %.0f bytes a customer%n",
                    info.bytes() >> 20,
                    info.entries(),
                    info.numbers(),
                    info.trunks(),
                    (double) info.bytes() / info.entries());
        }
    }

    private void lookUp() throws IOException {
        long started = System.nanoTime();
        try (MapDbCustomerDirectory directory = open()) {
            System.out.printf("open and compare the checksum: %.0f ms%n", (System.nanoTime() - started) / 1e6);
            SplittableRandom random = new SplittableRandom(1);
            LongUnaryOperator found =
                    i -> CustomerFile.FIRST_NUMBER + random.nextLong(customers) * CustomerFile.NUMBER_STEP;
            LongUnaryOperator trunk =
                    i -> (CustomerFile.FIRST_TRUNK + random.nextInt(customers / CustomerFile.ORGANISATIONS)) * 1000
                            + random.nextInt(1000);
            LongUnaryOperator unknown = i -> found.applyAsLong(i) + 1;
            measure(directory, "found, first " + FIRST_LOOK_UPS, found, FIRST_LOOK_UPS);
            for (int round = 0; round < 2; round++) {
                measure(directory, "found", found, LOOK_UPS);
                measure(directory, "trunk", trunk, LOOK_UPS);
                measure(directory, "unknown", unknown, LOOK_UPS);
            }
        }
    }

    private static void measure(MapDbCustomerDirectory directory, String what, LongUnaryOperator numbers, int lookUps) {
        long[] nanos = new long[lookUps];
        long matches = 0;
        for (int i = 0; i < lookUps; i++) {
            PhoneNumber number = new PhoneNumber(numbers.applyAsLong(i));
            long started = System.nanoTime();
            matches += directory.find(number).candidates().size();
            nanos[i] = System.nanoTime() - started;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "%-18s p50 %6.2f us, p99 %6.2f us, p99.9 %6.2f us, %d matches%n",
                what,
                nanos[lookUps / 2] / 1e3,
                nanos[lookUps / 100 * 99] / 1e3,
                nanos[lookUps / 1000 * 999] / 1e3,
                matches);
    }

    private ImportOptions options() {
        return new ImportOptions(
                "DE",
                List.of(
                        new AttributeDeclaration(
                                "product", AttributeType.ONE_OF, List.of("power", "gas", "internet", "bundle")),
                        new AttributeDeclaration("contractEnd", AttributeType.DATE, List.of())),
                List.of("A", "B", "C"),
                Map.of(),
                DecimalMark.EITHER,
                true,
                folder.resolve("quarantine.csv"));
    }

    private MapDbCustomerDirectory open() throws IOException {
        return MapDbCustomerDirectory.open(folder.resolve("tenant"), InstantSource.system());
    }
}
