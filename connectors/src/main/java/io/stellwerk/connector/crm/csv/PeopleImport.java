package io.stellwerk.connector.crm.csv;

import io.stellwerk.connector.store.mapdb.GenerationInfo;
import io.stellwerk.connector.store.mapdb.MapDbCustomerDirectory;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.Person;
import io.stellwerk.engine.port.NumberPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces a tenant's directory of people by that of a CSV file with {@code id;name;number;deputy;team}. Any worker thread,
 * one import a directory at a time.
 */
public final class PeopleImport {

    private final MapDbCustomerDirectory directory;
    private final NumberPlan numberPlan;

    public PeopleImport(MapDbCustomerDirectory directory, NumberPlan numberPlan) {
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
        return CsvImport.run(
                csv, options, progress, new People(new NumberText(numberPlan, options.country()), directory));
    }

    /** Collects the people, of whom there are few. */
    private static final class People implements ImportTarget {

        private final NumberText numberText;
        private final MapDbCustomerDirectory directory;
        private final Map<String, Person> people = new LinkedHashMap<>();

        People(NumberText numberText, MapDbCustomerDirectory directory) {
            this.numberText = numberText;
            this.directory = directory;
        }

        @Override
        public List<String> fields() {
            return List.of("id", "name", "number", "deputy", "team");
        }

        @Override
        public List<String> needed() {
            return List.of("id", "number");
        }

        @Override
        public void take(FieldRow row) {
            String id = row.text("id");
            if (id.isEmpty()) {
                row.wrong("id", QuarantineReason.MISSING_ID, "is no id: each person needs one of his own");
            }
            Optional<PhoneNumber> number = numberText.number(row.text("number"));
            if (number.isEmpty()) {
                row.wrong(
                        "number",
                        QuarantineReason.NOT_A_PHONE_NUMBER,
                        "is no phone number: write +4930123456 or 030 123456");
            }
            if (people.containsKey(id)) {
                row.wrong("id", QuarantineReason.DUPLICATE_ID, "stands in an earlier row too, and that one counts");
            }
            if (row.isGood() && number.isPresent()) {
                people.put(id, new Person(id, row.text("name"), number.get(), row.text("deputy"), row.text("team")));
            }
        }

        @Override
        public long accepted() {
            return people.size();
        }

        @Override
        public long numbers() {
            return people.size();
        }

        @Override
        public long trunks() {
            return 0;
        }

        @Override
        public long served() {
            return directory.peopleServed().map(GenerationInfo::entries).orElse(0);
        }

        @Override
        public long publish() throws IOException {
            return directory.publishPeople(people.values()).generation();
        }

        /** A deputy who is missing is worth a word, but no reason to lose the person. */
        @Override
        public List<String> notes() {
            List<String> missing = people.values().stream()
                    .map(Person::deputy)
                    .filter(deputy -> !deputy.isEmpty() && !people.containsKey(deputy))
                    .distinct()
                    .toList();
            return missing.isEmpty()
                    ? List.of()
                    : List.of("%d deputies are not in the list, the first of them '%s'"
                            .formatted(missing.size(), missing.get(0)));
        }

        @Override
        public void close() {}
    }
}
