package io.stellwerk.engine.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerProfileTest {

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "mueller:100, mueller",
        "mueller:100 schmidt:300 weber:200, schmidt",
        "mueller:300 schmidt:300, mueller",
        "mueller:300.0 schmidt:300.00, mueller",
        "mueller:-10 schmidt:-5, schmidt",
        "'', -"
    })
    void the_highest_offer_is_the_first_of_the_highest_value(String offers, String owner) {
        CustomerProfile customer = profile("k1", BigDecimal.ZERO, offers(offers));

        assertThat(customer.highestOffer().map(Offer::owner).orElse("-")).isEqualTo(owner);
    }

    @Test
    void a_profile_tells_its_id_and_nothing_personal() {
        CustomerProfile customer = profile("k-17", BigDecimal.TEN, offers("mueller:100"));

        assertThat(customer).hasToString("CustomerProfile[k-17]");
    }

    @Test
    void a_profile_does_not_change_with_the_lists_it_was_made_of() {
        List<Offer> offers = new ArrayList<>(offers("mueller:100"));
        CustomerProfile customer = profile("k1", BigDecimal.TEN, offers);

        offers.clear();

        assertThat(customer.openOffers()).hasSize(1);
    }

    @Test
    void a_customer_needs_an_id() {
        assertThatThrownBy(() -> profile("", BigDecimal.TEN, List.of())).hasMessageContaining("needs an id");
    }

    static CustomerProfile profile(String id, BigDecimal value, List<Offer> offers) {
        return new CustomerProfile(
                id,
                "Erika Mustermann",
                "A",
                value,
                Optional.empty(),
                0,
                0,
                offers,
                "de",
                Set.of(),
                "",
                Set.of(),
                Map.of());
    }

    private static List<Offer> offers(String ownersAndValues) {
        List<Offer> offers = new ArrayList<>();
        for (String each : ownersAndValues.split(" ", -1)) {
            if (!each.isEmpty()) {
                String[] ownerAndValue = each.split(":", -1);
                offers.add(new Offer(ownerAndValue[0], new BigDecimal(ownerAndValue[1])));
            }
        }
        return offers;
    }
}
