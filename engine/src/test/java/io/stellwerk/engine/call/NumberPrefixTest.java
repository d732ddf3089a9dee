package io.stellwerk.engine.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberPrefixTest {

    @ParameterizedTest
    @ValueSource(strings = {"+4", "+9", "+49", "+4930", "+999999999999999"})
    void a_prefix_is_written_as_it_was_read(String text) {
        assertThat(NumberPrefix.parse(text).map(NumberPrefix::text)).contains(text);
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "+", "+0", "+04", "4", "49", "+4930*", "+x", "+4 9", "+1000000000000000"})
    void only_a_plus_and_one_to_fifteen_digits_are_a_prefix(String text) {
        assertThat(NumberPrefix.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1_000_000_000_000_000L})
    void digits_out_of_range_are_refused(long digits) {
        assertThatThrownBy(() -> new NumberPrefix(digits)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} covers {1}: {2}")
    @CsvSource({
        "+4930, +4930111222, true",
        "+4930, +4930, true",
        "+4930, +493, false",
        "+4930, +4931, false",
        "+4930, +4929999999999, false",
        "+4, +49, true",
        "+4, +499999999999999, true",
        "+4, +500, false",
        "+999999999999999, +999999999999999, true",
        "+99999999999999, +999999999999999, true",
        "+100000000000000, +100000000000001, false"
    })
    void a_prefix_covers_the_numbers_that_begin_with_it(String prefix, String number, boolean expected) {
        assertThat(NumberPrefix.parse(prefix).orElseThrow().covers(PhoneNumber.of(number)))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void the_interval_of_a_prefix_holds_exactly_the_numbers_that_begin_with_it(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            PhoneNumber number = new PhoneNumber(digits(random, 2 + random.nextInt(14)));
            NumberPrefix prefix = prefix(number, random);

            assertThat(prefix.covers(number))
                    .as("+%d covers +%d, seed %d", prefix.digits(), number.digits(), seed)
                    .isEqualTo(number.e164().startsWith(prefix.text()));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void numbers_stand_on_the_line_in_the_order_of_their_texts(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            PhoneNumber one = new PhoneNumber(digits(random, 2 + random.nextInt(14)));
            PhoneNumber other = new PhoneNumber(prefixOrNeighbour(one, random));

            assertThat(Integer.signum(one.compareTo(other)))
                    .as("+%d and +%d, seed %d", one.digits(), other.digits(), seed)
                    .isEqualTo(Integer.signum(one.e164().compareTo(other.e164())));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void two_prefixes_are_nested_or_apart(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            NumberPrefix one = new NumberPrefix(digits(random, 1 + random.nextInt(6)));
            NumberPrefix other = new NumberPrefix(digits(random, 1 + random.nextInt(6)));
            boolean nested = one.text().startsWith(other.text()) || other.text().startsWith(one.text());

            assertThat(one.first() < other.end() && other.first() < one.end())
                    .as("+%d and +%d, seed %d", one.digits(), other.digits(), seed)
                    .isEqualTo(nested);
        }
    }

    static long[] seeds() {
        return new long[] {1, new Random().nextLong()};
    }

    /** Half of them cut from the number itself, so that both answers occur often; the others differ by a digit or all. */
    private static NumberPrefix prefix(PhoneNumber number, Random random) {
        if (random.nextInt(4) == 0) {
            return new NumberPrefix(digits(random, 1 + random.nextInt(15)));
        }
        String text = Long.toString(number.digits());
        long cut = Long.parseLong(text.substring(0, 1 + random.nextInt(text.length())));
        long neighbour = cut - 1 + random.nextInt(3);
        return new NumberPrefix(Math.min(999_999_999_999_999L, Math.max(1, neighbour)));
    }

    private static long prefixOrNeighbour(PhoneNumber number, Random random) {
        String text = Long.toString(number.digits());
        return switch (random.nextInt(3)) {
            case 0 -> Math.max(10, Long.parseLong(text.substring(0, 1 + random.nextInt(text.length()))));
            case 1 -> Math.min(999_999_999_999_999L, number.digits() + 1);
            default -> digits(random, 2 + random.nextInt(14));
        };
    }

    private static long digits(Random random, int length) {
        long digits = 1L + random.nextInt(9);
        for (int i = 1; i < length; i++) {
            digits = digits * 10 + random.nextInt(10);
        }
        return digits;
    }
}
