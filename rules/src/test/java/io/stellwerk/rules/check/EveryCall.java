package io.stellwerk.rules.check;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.customer.CallerMatch;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Offer;
import io.stellwerk.rules.witness.Witness;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One call of every kind that the cells of {@link RandomRuleSet} can tell apart. */
final class EveryCall {

    /** A whole week without holidays, and each weekday as a holiday: see {@link #isHoliday}. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 16);

    private static final LocalDate HOLIDAYS = LocalDate.of(2027, 2, 1);
    private static final List<LocalTime> TIMES = List.of(
            LocalTime.of(3, 0),
            LocalTime.of(7, 0),
            LocalTime.of(9, 0),
            LocalTime.of(10, 30),
            LocalTime.of(11, 30),
            LocalTime.of(20, 0),
            LocalTime.of(23, 0));

    private final Set<String> facts;

    /** @param facts those that rules ask for: calls differ in nothing else */
    EveryCall(Set<String> facts) {
        this.facts = facts;
    }

    static boolean isHoliday(LocalDate day) {
        return !day.isBefore(HOLIDAYS) && day.isBefore(HOLIDAYS.plusDays(7));
    }

    private boolean asks(String... any) {
        return Stream.of(any).anyMatch(facts::contains);
    }

    long count() {
        return (long) hotlines().size()
                * moments().size()
                * (1 + numbers().count() * (1 + customers().count() * matches().count()));
    }

    Stream<Witness> all() {
        return hotlines().stream().flatMap(called -> moments().stream().flatMap(at -> callers(called, at)));
    }

    private List<ServiceNumber> hotlines() {
        return Stream.of("+498001234567", "+498001234568")
                .map(ServiceNumber::of)
                .toList();
    }

    private List<OffsetDateTime> moments() {
        boolean any = asks("call.weekday", "call.when", "call.time", "call.holiday", "call.openCalendars");
        List<OffsetDateTime> moments = new ArrayList<>();
        for (int day = 0; day < (any ? 14 : 1); day++) {
            LocalDate date = day < 7 ? MONDAY.plusDays(day) : HOLIDAYS.plusDays(day - 7);
            for (LocalTime time : any ? TIMES : TIMES.subList(0, 1)) {
                moments.add(date.atTime(time).atZone(ZoneId.of("Europe/Berlin")).toOffsetDateTime());
            }
        }
        return moments;
    }

    private Stream<Witness> callers(ServiceNumber called, OffsetDateTime at) {
        Witness anonymous = new Witness(
                called, Optional.empty(), at, "", "", Optional.empty(), CallerMatch.ANONYMOUS, Optional.empty());
        Stream<Witness> others = numbers()
                .flatMap(number -> Stream.concat(
                        Stream.of(caller(called, at, number, CallerMatch.UNKNOWN, Optional.empty())),
                        customers()
                                .flatMap(customer -> matches()
                                        .map(match -> caller(called, at, number, match, Optional.of(customer))))));
        return Stream.concat(Stream.of(anonymous), others);
    }

    private static Witness caller(
            ServiceNumber called, OffsetDateTime at, String number, CallerMatch match, Optional<CustomerProfile> who) {
        return new Witness(called, Optional.of(PhoneNumber.of(number)), at, "", "", Optional.empty(), match, who);
    }

    private Stream<String> numbers() {
        return asks("call.calling", "call.region")
                ? Stream.of("+4930901820", "+49309018201", "+493012345", "+494012345")
                : Stream.of("+4930901820");
    }

    private Stream<CallerMatch> matches() {
        return asks("call.callerMatch")
                ? Stream.of(CallerMatch.UNIQUE, CallerMatch.ORGANISATION, CallerMatch.AMBIGUOUS)
                : Stream.of(CallerMatch.UNIQUE);
    }

    private Stream<CustomerProfile> customers() {
        List<String> classes = List.of("A", "B", "C", "");
        List<Integer> values = List.of(-1, 2, 4, 5, 6, 1_000);
        List<Integer> dunning = asks("customer.dunningLevel") ? List.of(0, 1, 2) : List.of(0);
        List<Set<String>> tags = asks("customer.tags")
                ? List.of(Set.of(), Set.of("x"), Set.of("y"), Set.of("x", "y"), Set.of("z"))
                : List.of(Set.of());
        List<List<Offer>> offers = asks("customer.openOffers", "customer.offerValue")
                ? List.of(
                        List.of(),
                        offers(1, -5),
                        offers(1, 50),
                        offers(1, 100),
                        offers(2, -5),
                        offers(2, 50),
                        offers(2, 100))
                : List.of(List.of());
        List<String> names = asks("customer.name") ? List.of("", "Muster", "Meier") : List.of("");
        List<CustomerProfile> customers = new ArrayList<>();
        for (String name : names) {
            for (String customerClass : classes) {
                for (int value : values) {
                    for (int level : dunning) {
                        tags.forEach(tag -> offers.forEach(
                                offer -> customers.add(customer(name, customerClass, value, level, tag, offer))));
                    }
                }
            }
        }
        return customers.stream();
    }

    private static List<Offer> offers(int count, int value) {
        return Collections.nCopies(count, new Offer("", BigDecimal.valueOf(value)));
    }

    private static CustomerProfile customer(
            String name, String customerClass, int value, int dunningLevel, Set<String> tags, List<Offer> offers) {
        return new CustomerProfile(
                "customer",
                name,
                customerClass,
                BigDecimal.valueOf(value),
                Optional.empty(),
                dunningLevel,
                0,
                offers,
                "",
                tags,
                "",
                Set.of(),
                Map.of());
    }
}
