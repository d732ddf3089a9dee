package io.stellwerk.engine.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SeveralMatchesTest {

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "MOST_VALUABLE | k1:10 k2:30 k3:20 | k2",
                "MOST_VALUABLE | k3:30 k2:30 k1:10 | k2",
                "MOST_VALUABLE | k1:-5 k2:0        | k2",
                "MOST_VALUABLE | k2:1.50 k1:1.5    | k1",
                "FIRST         | k3:10 k2:30 k1:20 | k3",
                "NONE          | k1:10 k2:30       | -"
            })
    void the_tenants_policy_picks_the_customer(SeveralMatches policy, String candidates, String expected) {
        assertThat(policy.pick(profiles(candidates)).map(CustomerProfile::id).orElse("-"))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void of_nobody_nobody_is_picked(SeveralMatches policy) {
        assertThat(policy.pick(List.of())).isEmpty();
    }

    @Test
    void the_most_valuable_does_not_depend_on_the_order_of_the_list() {
        List<CustomerProfile> candidates = new ArrayList<>(profiles("k5:7 k1:7 k2:3 k3:7.0 k4:1"));
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            Collections.shuffle(candidates, random);

            assertThat(SeveralMatches.MOST_VALUABLE.pick(candidates).map(CustomerProfile::id))
                    .as("seed %d", seed)
                    .contains("k1");
        }
    }

    private static List<CustomerProfile> profiles(String idsAndValues) {
        List<CustomerProfile> profiles = new ArrayList<>();
        for (String each : idsAndValues.split(" ", -1)) {
            String[] idAndValue = each.split(":", -1);
            profiles.add(CustomerProfileTest.profile(idAndValue[0], new BigDecimal(idAndValue[1]), List.of()));
        }
        return profiles;
    }
}
