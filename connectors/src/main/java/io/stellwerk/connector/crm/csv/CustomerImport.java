package io.stellwerk.connector.crm.csv;

import io.stellwerk.connector.store.mapdb.CustomersBuild;
import io.stellwerk.connector.store.mapdb.GenerationInfo;
import io.stellwerk.connector.store.mapdb.MapDbCustomerDirectory;
import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.port.NumberPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Replaces a tenant's customers by those of a CSV file, as docs/rule-set-format.md describes it. Good rows go live together;
 * bad ones are quarantined. The heap it needs grows by some 40 bytes a customer. Any worker thread, one import a directory at
 * a time.
 */
public final class CustomerImport {

    private final MapDbCustomerDirectory directory;
    private final NumberPlan numberPlan;

    public CustomerImport(MapDbCustomerDirectory directory, NumberPlan numberPlan) {
        this.directory = directory;
        this.numberPlan = numberPlan;
    }

    /**
     * Runs the whole import on this thread; interrupting it stops the import.
     *
     * @throws io.stellwerk.connector.store.mapdb.DirectoryInUseException if another import is running
     * @throws IOException if the file cannot be read or the directory not be written; nothing is changed then
     */
    public ImportReport run(Path csv, ImportOptions options, ImportProgress progress) throws IOException {
        try (Customers customers = new Customers(new CustomerReader(options, numberPlan), directory)) {
            return CsvImport.run(csv, options, progress, customers);
        }
    }

    /** Collects the customers of the next generation. */
    private static final class Customers implements ImportTarget {

        private final CustomerReader reader;
        private final MapDbCustomerDirectory directory;
        private final CustomersBuild build;
        private long numbers;
        private long trunks;

        Customers(CustomerReader reader, MapDbCustomerDirectory directory) throws IOException {
            this.reader = reader;
            this.directory = directory;
            this.build = directory.newCustomers();
        }

        @Override
        public List<String> fields() {
            return reader.fields();
        }

        @Override
        public List<String> needed() {
            return List.of("id");
        }

        @Override
        public void take(FieldRow row) throws IOException {
            CustomerProfile profile = reader.profile(row);
            Set<PhoneNumber> itsNumbers = reader.numbers(row);
            Set<NumberPrefix> itsTrunks = reader.trunks(row);
            if (!row.isGood()) {
                return;
            }
            if (build.add(profile, itsNumbers, itsTrunks)) {
                numbers += itsNumbers.size();
                trunks += itsTrunks.size();
            } else {
                row.wrong("id", QuarantineReason.DUPLICATE_ID, "stands in an earlier row too, and that one counts");
            }
        }

        @Override
        public long accepted() {
            return build.customers();
        }

        @Override
        public long numbers() {
            return numbers;
        }

        @Override
        public long trunks() {
            return trunks;
        }

        @Override
        public long served() {
            return directory.customersServed().map(GenerationInfo::entries).orElse(0);
        }

        @Override
        public long publish() throws IOException {
            return build.publish().generation();
        }

        @Override
        public List<String> notes() {
            int cut = build.numbersCut();
            return cut == 0
                    ? List.of()
                    : List.of(
                            "%,d numbers or trunks belong to more than %d customers: that many are kept of each, among them the"
                                            .formatted(cut, CustomersBuild.MOST_CANDIDATES)
                                    + " first and the most valuable");
        }

        @Override
        public void close() throws IOException {
            build.close();
        }
    }
}
