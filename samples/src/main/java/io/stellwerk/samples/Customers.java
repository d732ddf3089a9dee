package io.stellwerk.samples;

import static io.stellwerk.samples.Customer.named;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes the customers: first those of the scenarios, then people and organisations as chance wants them. */
final class Customers {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final List<String> CONTACTS = List.of("phone", "phone", "mail", "mail", "mail", "portal", "post");
    private static final List<String> PRODUCTS =
            List.of("strom", "strom", "strom", "gas", "internet", "kombi", "kombi");
    private static final List<String> LANGUAGES = List.of("da", "da", "en", "pl", "tr", "uk");
    private static final List<String> HOME_TAGS = List.of("solar", "waermepumpe", "wallbox", "nachtspeicher");

    private final Chance chance;
    private final NumberPool pool;
    private final List<String> staff;
    private final List<Customer> made = new ArrayList<>();

    Customers(Random random, List<Staff.Member> staff) {
        this.chance = new Chance(random);
        this.pool = new NumberPool(chance);
        this.staff = staff.stream().map(Staff.Member::id).toList();
    }

    /** So many in all; every fifteenth is an organisation. */
    List<Customer> make(int count) {
        made.addAll(Cast.all());
        made.forEach(customer -> customer.numbers().forEach(pool::take));
        for (int i = made.size(); i < count; i++) {
            made.add(i % 15 == 0 ? organisation(i) : person(i));
        }
        return List.copyOf(made);
    }

    private Customer person(int serial) {
        Customer before = made.get(made.size() - 1);
        // Now and then the next one lives with the one before and shares his line.
        boolean shares = chance.perMille(40)
                && before.id().startsWith("K-2")
                && !before.numbers().get(0).startsWith("+491");
        Town town = shares ? townOf(before) : chance.weighted(Town.ALL, Town::weight);
        String last = shares ? lastName(before) : lastName();
        String line = shares ? before.numbers().get(0) : "";
        Customer.Draft draft = named(id("K", serial), chance.oneOf(Names.FIRST) + " " + last, town.name())
                .numbers(numbers(town, line))
                .since(since())
                .speaks(chance.perMille(30) ? chance.oneOf(LANGUAGES) : "de")
                .prefers(chance.oneOf(CONTACTS))
                .buys(chance.oneOf(PRODUCTS), contractEnd())
                .tags(tags());
        if (chance.perMille(350)) {
            draft.onPaper();
        }
        if (chance.perMille(10)) {
            draft.organisations(memberships());
        }
        rate(draft, 40, 280);
        return draft.done();
    }

    private Customer organisation(int serial) {
        Town town = chance.oneOf(Town.ALL);
        String name = chance.oneOf(Names.TRADES) + " " + chance.oneOf(Names.LAST) + " " + chance.oneOf(Names.FORMS);
        Customer.Draft draft = named(id("G", serial), name, town.name())
                .since(since())
                .prefers(chance.oneOf(CONTACTS))
                .buys(chance.oneOf(PRODUCTS), contractEnd());
        boolean trunk = chance.perMille(400);
        if (trunk) {
            draft.trunks(pool.trunk(town) + (chance.perMille(700) ? "-0" : "*"));
        }
        if (!trunk || chance.perMille(300)) {
            draft.numbers(numbers(town, ""));
        }
        if (rate(draft, 150, 550) && chance.perMille(800)) {
            draft.managedBy(chance.oneOf(staff));
        }
        return draft.done();
    }

    /** Class and value, and what goes wrong or right with the customer; whether he is of class A. */
    private boolean rate(Customer.Draft draft, int perMilleA, int perMilleB) {
        int lot = chance.between(0, 1000);
        int offersPerMille;
        if (lot < perMilleA) {
            draft.rated("A", chance.perMille(80) ? chance.between(200, 900) * 100 : chance.between(40, 190) * 100);
            offersPerMille = 200;
        } else if (lot < perMilleA + perMilleB) {
            draft.rated("B", chance.between(120, 600) * 10);
            offersPerMille = 120;
        } else {
            // Some have not been classified yet.
            draft.rated(chance.perMille(60) ? "" : "C", chance.between(20, 160) * 10);
            offersPerMille = 30;
        }
        if (chance.perMille(offersPerMille)) {
            draft.offers(offers());
        }
        if (chance.perMille(90)) {
            draft.dunned(chance.weighted(List.of(1, 2, 3), level -> 4 - level));
        }
        if (chance.perMille(25)) {
            draft.complaints(chance.perMille(150) ? 2 : 1);
        }
        return lot < perMilleA;
    }

    private List<String> offers() {
        List<String> offers = new ArrayList<>();
        int count = chance.perMille(150) ? 2 : 1;
        for (int i = 0; i < count; i++) {
            offers.add(chance.oneOf(staff) + ":" + chance.between(12, chance.perMille(100) ? 2400 : 500) * 10);
        }
        return offers;
    }

    private List<String> numbers(Town town, String sharedLine) {
        List<String> numbers = new ArrayList<>();
        boolean landline = chance.perMille(800);
        if (!sharedLine.isEmpty()) {
            numbers.add(sharedLine);
        } else if (landline) {
            numbers.add(pool.landline(town));
        }
        if (numbers.isEmpty() || chance.perMille(430)) {
            numbers.add(pool.mobile());
        }
        if (chance.perMille(20)) {
            numbers.add(pool.mobile());
        }
        return numbers;
    }

    private String since() {
        if (chance.perMille(25)) {
            // New ones; some have signed for a supply that begins next year.
            return TODAY.minusDays(85).plusDays(chance.between(0, 150)).toString();
        }
        return chance.perMille(30)
                ? ""
                : TODAY.minusDays(chance.between(120, 11_000)).toString();
    }

    private String contractEnd() {
        LocalDate month = LocalDate.of(2026, 12, 1).plusMonths(chance.between(0, 30));
        return chance.perMille(350) ? "" : month.minusDays(1).toString();
    }

    private List<String> tags() {
        List<String> tags = new ArrayList<>();
        if (chance.perMille(120)) {
            tags.add(chance.oneOf(HOME_TAGS));
        }
        if (chance.perMille(15)) {
            tags.add("kuendigung");
        }
        if (chance.perMille(1)) {
            tags.add("vip");
        }
        if (chance.perMille(1)) {
            tags.add("gesperrt");
        }
        return tags;
    }

    private List<String> memberships() {
        List<String> organisations = made.stream()
                .filter(customer -> customer.id().startsWith("G-2"))
                .map(Customer::id)
                .toList();
        if (organisations.isEmpty()) {
            return List.of();
        }
        String first = chance.oneOf(organisations);
        String second = chance.oneOf(organisations);
        return chance.perMille(200) && !first.equals(second) ? List.of(first, second) : List.of(first);
    }

    private String lastName() {
        String name = chance.oneOf(Names.LAST);
        return chance.perMille(30) ? name + "-" + chance.oneOf(Names.LAST) : name;
    }

    private static String lastName(Customer customer) {
        return customer.name().substring(customer.name().indexOf(' ') + 1);
    }

    private static Town townOf(Customer customer) {
        return Town.ALL.stream()
                .filter(town -> town.name().equals(customer.town()))
                .findFirst()
                .orElseThrow();
    }

    private static String id(String kind, int serial) {
        return String.format(Locale.ROOT, "%s-%d", kind, 200_000 + serial);
    }
}
