package io.stellwerk.samples;

import java.util.List;

/**
 * A row of {@code customers.csv}; absent fields are empty texts.
 *
 * @param numbers E.164
 * @param trunks beginnings of direct-dialling ranges, with an attendant's {@code -0} where there is one
 * @param offers {@code owner:value}
 */
record Customer(
        String id,
        String name,
        String town,
        String customerClass,
        int value,
        String since,
        List<String> numbers,
        List<String> trunks,
        int dunningLevel,
        int openComplaints,
        List<String> offers,
        String language,
        List<String> tags,
        String preferredContact,
        List<String> organisations,
        String product,
        String contractEnd,
        String paperless,
        String accountManager) {

    static final List<String> HEADING = List.of(
            "id",
            "name",
            "town",
            "customerClass",
            "value",
            "since",
            "numbers",
            "trunks",
            "dunningLevel",
            "openComplaints",
            "offers",
            "language",
            "tags",
            "preferredContact",
            "organisations",
            "product",
            "contractEnd",
            "paperless",
            "accountManager");

    List<String> row() {
        return List.of(
                id,
                name,
                town,
                customerClass,
                String.valueOf(value),
                since,
                String.join("|", numbers),
                String.join("|", trunks),
                String.valueOf(dunningLevel),
                String.valueOf(openComplaints),
                String.join("|", offers),
                language,
                String.join("|", tags),
                preferredContact,
                String.join("|", organisations),
                product,
                contractEnd,
                paperless,
                accountManager);
    }

    /** Begins a customer of whom nothing is remarkable; {@link Draft} says what is. */
    static Draft named(String id, String name, String town) {
        return new Draft(id, name, town);
    }

    /** A customer being described. */
    static final class Draft {

        private final String id;
        private final String name;
        private final String town;
        private String customerClass = "C";
        private int value = 900;
        private String since = "2015-04-01";
        private List<String> numbers = List.of();
        private List<String> trunks = List.of();
        private int dunningLevel;
        private int openComplaints;
        private List<String> offers = List.of();
        private String language = "de";
        private List<String> tags = List.of();
        private String preferredContact = "phone";
        private List<String> organisations = List.of();
        private String product = "strom";
        private String contractEnd = "";
        private String paperless = "yes";
        private String accountManager = "";

        private Draft(String id, String name, String town) {
            this.id = id;
            this.name = name;
            this.town = town;
        }

        Draft rated(String newClass, int newValue) {
            customerClass = newClass;
            value = newValue;
            return this;
        }

        Draft since(String day) {
            since = day;
            return this;
        }

        Draft numbers(List<String> all) {
            numbers = all;
            return this;
        }

        Draft numbers(String... all) {
            return numbers(List.of(all));
        }

        Draft trunks(String... all) {
            trunks = List.of(all);
            return this;
        }

        Draft dunned(int level) {
            dunningLevel = level;
            return this;
        }

        Draft complaints(int open) {
            openComplaints = open;
            return this;
        }

        Draft offers(List<String> all) {
            offers = all;
            return this;
        }

        Draft offers(String... all) {
            return offers(List.of(all));
        }

        Draft speaks(String code) {
            language = code;
            return this;
        }

        Draft tags(List<String> all) {
            tags = all;
            return this;
        }

        Draft tags(String... all) {
            return tags(List.of(all));
        }

        Draft prefers(String contact) {
            preferredContact = contact;
            return this;
        }

        Draft organisations(List<String> all) {
            organisations = all;
            return this;
        }

        Draft organisations(String... all) {
            return organisations(List.of(all));
        }

        Draft buys(String what, String until) {
            product = what;
            contractEnd = until;
            return this;
        }

        Draft onPaper() {
            paperless = "no";
            return this;
        }

        Draft managedBy(String personId) {
            accountManager = personId;
            return this;
        }

        Customer done() {
            return new Customer(
                    id,
                    name,
                    town,
                    customerClass,
                    value,
                    since,
                    numbers,
                    trunks,
                    dunningLevel,
                    openComplaints,
                    offers,
                    language,
                    tags,
                    preferredContact,
                    organisations,
                    product,
                    contractEnd,
                    paperless,
                    accountManager);
        }
    }
}
