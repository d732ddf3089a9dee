package io.stellwerk.engine.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.call.PhoneNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RegionsTest {

    private static final Regions NORTH = new Regions(Map.of(
            "germany", prefixes("+49"),
            "hamburg", prefixes("+4940", "+494101"),
            "kiel", prefixes("+49431"),
            "harbour", prefixes("+4940317")));

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "+4940123456, hamburg",
        "+4940, hamburg",
        "+4940317000, harbour",
        "+4940317, harbour",
        "+4940316999999, hamburg",
        "+4940318, hamburg",
        "+494101555, hamburg",
        "+494102555, germany",
        "+49431100, kiel",
        "+49, germany",
        "+43158858, -",
        "+50123, -",
        "+10, -"
    })
    void the_longest_prefix_names_the_region(String number, String region) {
        assertThat(NORTH.of(PhoneNumber.of(number)).orElse("-")).isEqualTo(region);
    }

    @Test
    void without_regions_no_number_has_one() {
        assertThat(Regions.NONE.of(PhoneNumber.of("+4940123"))).isEmpty();
    }

    @Test
    void of_a_prefix_in_two_regions_the_first_of_the_alphabet_counts() {
        Regions twice = new Regions(Map.of("zoo", prefixes("+4940"), "altona", prefixes("+4940")));

        assertThat(twice.of(PhoneNumber.of("+4940123"))).contains("altona");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_table_answers_as_one_who_compares_every_prefix(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            Map<String, List<NumberPrefix>> byName = someRegions(random);
            Regions regions = new Regions(byName);
            for (int i = 0; i < 50; i++) {
                PhoneNumber number = new PhoneNumber(digits(random, 2 + random.nextInt(6)));

                assertThat(regions.of(number))
                        .as("+%d in %s, seed %d", number.digits(), byName, seed)
                        .isEqualTo(byComparing(byName, number));
            }
        }
    }

    static long[] seeds() {
        return new long[] {4, new Random().nextLong()};
    }

    private static Optional<String> byComparing(Map<String, List<NumberPrefix>> byName, PhoneNumber number) {
        return byName.entrySet().stream()
                .flatMap(region -> region.getValue().stream()
                        .filter(prefix -> number.e164().startsWith(prefix.text()))
                        .map(prefix -> Map.entry(prefix.text().length(), region.getKey())))
                .max(Comparator.comparingInt(Map.Entry::getKey))
                .map(Map.Entry::getValue);
    }

    /** Few digits, so that prefixes often lie within one another and side by side. */
    private static Map<String, List<NumberPrefix>> someRegions(Random random) {
        Map<String, List<NumberPrefix>> byName = new HashMap<>();
        Set<Long> taken = new HashSet<>();
        for (int i = random.nextInt(12); i > 0; i--) {
            long prefix = digits(random, 1 + random.nextInt(5));
            if (taken.add(prefix)) {
                byName.computeIfAbsent("region-" + random.nextInt(4), name -> new ArrayList<>())
                        .add(new NumberPrefix(prefix));
            }
        }
        return byName;
    }

    private static long digits(Random random, int length) {
        long digits = 1L + random.nextInt(2);
        for (int i = 1; i < length; i++) {
            digits = digits * 10 + new int[] {0, 1, 9}[random.nextInt(3)];
        }
        return digits;
    }

    private static List<NumberPrefix> prefixes(String... texts) {
        return List.of(texts).stream()
                .map(text -> NumberPrefix.parse(text).orElseThrow())
                .toList();
    }
}
