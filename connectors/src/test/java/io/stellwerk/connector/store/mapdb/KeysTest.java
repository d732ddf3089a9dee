package io.stellwerk.connector.store.mapdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.call.PhoneNumber;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {

    private record Pair(long key, int row) {}

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 1_000, 5_000})
    void rows_are_sorted_by_key_and_keep_their_order_within_one(int size) {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        KeyedRows rows = new KeyedRows();
        List<Pair> expected = new ArrayList<>();
        for (int row = 0; row < size; row++) {
            long key = random.nextBoolean() ? random.nextInt(100) - 50 : random.nextLong();
            rows.add(key, row);
            expected.add(new Pair(key, row));
        }

        rows.sort();

        expected.sort(Comparator.comparingLong(Pair::key));
        List<Pair> sorted = new ArrayList<>();
        for (int place = 0; place < rows.size(); place++) {
            sorted.add(new Pair(rows.key(place), rows.row(place)));
        }
        assertThat(sorted).as("seed %d", seed).isEqualTo(expected);
    }

    @Test
    void the_longest_prefix_is_the_one_that_looking_through_all_would_find() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Set<NumberPrefix> prefixes = new HashSet<>();
        while (prefixes.size() < 3_000) {
            prefixes.add(new NumberPrefix(49_000_000 + random.nextInt(1_000_000)));
            prefixes.add(new NumberPrefix(random.nextInt(100_000) + 1));
            prefixes.add(new NumberPrefix(1 + random.nextLong(999_999_999_999_999L)));
        }
        TrunkPrefixes trunks = new TrunkPrefixes(
                prefixes.stream().mapToLong(NumberPrefix::digits).toArray());

        for (int i = 0; i < 1_000; i++) {
            long digits = random.nextBoolean()
                    ? 490_000_000_000L + random.nextLong(10_000_000_000L)
                    : 10 + random.nextLong(999_999_999_999_989L);
            PhoneNumber number = new PhoneNumber(digits);
            long longest = prefixes.stream()
                    .filter(prefix -> prefix.covers(number))
                    .mapToLong(NumberPrefix::digits)
                    .max()
                    .orElse(TrunkPrefixes.NONE);
            assertThat(trunks.longest(digits))
                    .as("%s, seed %d", number.e164(), seed)
                    .isEqualTo(longest);
        }
    }

    @Test
    void two_ids_with_one_hash_are_two_customers() {
        CustomerIds ids = new CustomerIds();

        assertThat(ids.add("K1", row -> false)).isTrue();
        assertThat(ids.add("K1", row -> false)).isTrue(); // as if another id had the same hash
        assertThat(ids.add("K1", row -> row == 1)).isFalse();
        assertThat(ids.sorted().endOfKey(0)).isEqualTo(2);
    }

    @Test
    void an_id_is_known_however_many_came_between() {
        CustomerIds ids = new CustomerIds();
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            rows.add("K" + i);
            assertThat(ids.add("K" + i, row -> false)).isTrue();
        }

        for (String id : rows) {
            assertThat(ids.add(id, row -> rows.get(row).equals(id))).isFalse();
        }
    }
}
