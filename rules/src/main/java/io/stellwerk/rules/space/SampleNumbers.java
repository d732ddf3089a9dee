package io.stellwerk.rules.space;

import io.stellwerk.engine.call.LineType;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.port.NumberPlan;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Callers' numbers such as there may be, for a tenant's country. */
final class SampleNumbers {

    private static final List<String> ELSEWHERE = List.of(
            "+12025550123",
            "+33170189900",
            "+441632960961",
            "+4312345678",
            "+41443643532",
            "+390612345678",
            "+48221234567",
            "+4930901820",
            "+8613812345678",
            "+88161234567",
            "+800123456789",
            "+999123456");
    private static final String SUBSCRIBER = "2345678";

    private final NumberPlan plan;
    private final String country;
    private final PhoneNumber ordinary;
    private final List<PhoneNumber> ofEachKind = new ArrayList<>();

    SampleNumbers(NumberPlan plan, String country) {
        this.plan = plan;
        this.country = country;
        this.ordinary = ELSEWHERE.stream()
                .map(PhoneNumber::of)
                .filter(number -> plan.country(number).equals(Optional.of(country)))
                .findFirst()
                .or(() -> plan.read("30" + SUBSCRIBER, country))
                .orElseGet(() -> PhoneNumber.of(ELSEWHERE.get(0)));
    }

    /** An ordinary number of the country. */
    PhoneNumber ordinary() {
        return ordinary;
    }

    /** An ordinary number of the country, then some of others. */
    Stream<PhoneNumber> ordinaryAndElsewhere() {
        return Stream.concat(Stream.of(ordinary), ELSEWHERE.stream().map(PhoneNumber::of));
    }

    /** Numbers of the country, of each line type if it can be found, and some of other countries. */
    List<PhoneNumber> ofEachKind() {
        if (ofEachKind.isEmpty()) {
            Set<PhoneNumber> found = new LinkedHashSet<>(List.of(ordinary));
            addHomeTypes(found);
            ELSEWHERE.stream()
                    .map(PhoneNumber::of)
                    .filter(this::isReadAsItStands)
                    .forEach(found::add);
            ofEachKind.addAll(found);
        }
        return ofEachKind;
    }

    private void addHomeTypes(Set<PhoneNumber> found) {
        Set<LineType> missing = EnumSet.of(LineType.MOBILE, LineType.GEOGRAPHIC, LineType.SERVICE);
        for (int area = 100; area < 1000 && !missing.isEmpty(); area += 10) {
            for (String national : List.of("0" + area + SUBSCRIBER, area + SUBSCRIBER)) {
                plan.read(national, country)
                        .filter(number -> missing.remove(plan.lineType(number, country)))
                        .ifPresent(found::add);
            }
        }
    }

    /** Whether a carrier that sends this number means just this number. */
    boolean isReadAsItStands(PhoneNumber number) {
        return plan.read(number.e164(), country).equals(Optional.of(number));
    }
}
