package io.stellwerk.engine.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.AttributeValue;
import io.stellwerk.engine.customer.CustomerMatches;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Offer;
import io.stellwerk.engine.customer.Person;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every directory of customers and people keeps. */
public abstract class CustomerDirectoryContract {

    /** A customer as he is put into a directory. */
    public record Entry(CustomerProfile customer, Set<PhoneNumber> numbers, Set<NumberPrefix> trunks) {}

    /** A directory that holds these and nobody else. */
    protected abstract CustomerDirectory directory(List<Entry> entries, List<Person> people) throws Exception;

    @Test
    void a_number_of_one_customer_finds_him() throws Exception {
        CustomerDirectory directory = customers(entry("K1", "+4930111222"), entry("K2", "+4930111223"));

        assertThat(ids(directory, "+4930111223")).containsExactly("K2");
        assertThat(find(directory, "+4930111223").organisationTrunk()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"+4930111221", "+493011122", "+49301112220", "+49", "+999999999999999"})
    void a_number_of_nobody_finds_nobody(String number) throws Exception {
        CustomerDirectory directory = customers(entry("K1", "+4930111222"));

        assertThat(find(directory, number)).isEqualTo(CustomerMatches.NOBODY);
    }

    @Test
    void an_empty_directory_knows_nobody() throws Exception {
        CustomerDirectory directory = customers();

        assertThat(find(directory, "+4930111222")).isEqualTo(CustomerMatches.NOBODY);
        assertThat(directory.customer("K1")).isEmpty();
        assertThat(directory.person("p1")).isEmpty();
    }

    @Test
    void a_customer_is_found_under_each_of_his_numbers() throws Exception {
        CustomerDirectory directory = customers(entry("K1", "+4930111222", "+491701234567", "+15551234567"));

        assertThat(ids(directory, "+4930111222")).containsExactly("K1");
        assertThat(ids(directory, "+491701234567")).containsExactly("K1");
        assertThat(ids(directory, "+15551234567")).containsExactly("K1");
    }

    @Test
    void customers_who_share_a_number_are_all_found_in_the_order_of_the_list() throws Exception {
        CustomerDirectory directory = customers(
                entry("K9", "+4930111222"),
                entry("K5", "+4930999"),
                entry("K1", "+4930111222"),
                entry("K3", "+4930111222"));

        assertThat(ids(directory, "+4930111222")).containsExactly("K9", "K1", "K3");
    }

    @ParameterizedTest(name = "{0} belongs to {1}")
    @CsvSource({
        "+49301234, Klinik",
        "+493012340, Klinik",
        "+4930123456, Klinik",
        "+493012345678901, Klinik",
        "+4930123470, Labor",
        "+49301234799, Labor",
        "+493012348, Ambulanz",
        "+493012348555, Ambulanz",
        "+4930124, ",
        "+4930123, ",
        "+4940111100, Hafen",
    })
    void a_direct_dialling_belongs_to_the_longest_trunk_prefix_that_covers_it(String number, String owner)
            throws Exception {
        CustomerDirectory directory = customers(
                organisation("Klinik", "+49301234"),
                organisation("Labor", "+493012347"),
                organisation("Ambulanz", "+493012348"),
                organisation("Hafen", "+4940111"));

        assertThat(ids(directory, number)).containsExactlyElementsOf(owner == null ? List.of() : List.of(owner));
        assertThat(find(directory, number).organisationTrunk()).isEqualTo(owner != null);
    }

    @Test
    void a_number_of_its_own_counts_before_any_trunk() throws Exception {
        CustomerDirectory directory = customers(organisation("Klinik", "+49301234"), entry("Chefarzt", "+4930123456"));

        assertThat(ids(directory, "+4930123456")).containsExactly("Chefarzt");
        assertThat(find(directory, "+4930123456").organisationTrunk()).isFalse();
        assertThat(ids(directory, "+4930123457")).containsExactly("Klinik");
    }

    @Test
    void organisations_that_share_a_trunk_are_all_found() throws Exception {
        CustomerDirectory directory =
                customers(organisation("Verlag", "+49401111"), organisation("Druckerei", "+49401111"));

        assertThat(ids(directory, "+4940111155")).containsExactly("Verlag", "Druckerei");
        assertThat(find(directory, "+4940111155").organisationTrunk()).isTrue();
    }

    @Test
    void all_that_the_crm_knows_comes_back() throws Exception {
        CustomerProfile known = new CustomerProfile(
                "Kd-4711/ä",
                "Jörg Müßig 東京",
                "A",
                new BigDecimal("-12345.670"),
                Optional.of(LocalDate.of(1969, 7, 20)),
                3,
                2,
                List.of(new Offer("meyer", new BigDecimal("1e3")), new Offer("", BigDecimal.ZERO)),
                "de",
                Set.of("vip", "Presse"),
                "phone",
                Set.of("org-1", "org-2"),
                Map.of(
                        "product", new AttributeValue.Text("gas"),
                        "usage", new AttributeValue.Numeric(new BigDecimal("99999999999999999999.5")),
                        "paperless", new AttributeValue.YesNo(true),
                        "blocked", new AttributeValue.YesNo(false),
                        "contractEnd", new AttributeValue.Day(LocalDate.of(2031, 1, 31))));
        CustomerDirectory directory =
                customers(new Entry(known, Set.of(PhoneNumber.of("+4930111222")), Set.of()), entry("K2", "+4930"));

        assertThat(find(directory, "+4930111222").candidates()).containsExactly(known);
        assertThat(directory.customer("Kd-4711/ä")).contains(known);
    }

    @Test
    void a_customer_is_found_by_his_id_whatever_numbers_he_has() throws Exception {
        CustomerDirectory directory = customers(
                entry("none"),
                organisation("trunk", "+49301234"),
                entry("one", "+4930111222"),
                entry("shared", "+4930111222", "+4930111223"));

        for (String id : List.of("none", "trunk", "one", "shared")) {
            assertThat(directory.customer(id)).map(CustomerProfile::id).contains(id);
        }
        assertThat(directory.customer("other")).isEmpty();
        assertThat(directory.customer("")).isEmpty();
    }

    @Test
    void each_of_many_customers_is_found() throws Exception {
        List<Entry> many = IntStream.range(0, 2_000)
                .mapToObj(i -> entry("K" + i, "+4930" + (1_000_000 + 7 * i)))
                .toList();
        CustomerDirectory directory = directory(many, List.of());

        for (int i = 0; i < 2_000; i++) {
            assertThat(ids(directory, "+4930" + (1_000_000 + 7 * i))).containsExactly("K" + i);
            assertThat(find(directory, "+4930" + (1_000_001 + 7 * i))).isEqualTo(CustomerMatches.NOBODY);
            assertThat(directory.customer("K" + i)).map(CustomerProfile::id).contains("K" + i);
        }
    }

    @Test
    void people_are_found_by_their_id() throws Exception {
        Person meyer = new Person("meyer", "Änne Meyer", PhoneNumber.of("+494319001"), "schulz", "Key Accounts");
        Person schulz = new Person("schulz", "Ole Schulz", PhoneNumber.of("+494319002"), "", "");
        CustomerDirectory directory = directory(List.of(), List.of(meyer, schulz));

        assertThat(directory.person("meyer")).contains(meyer);
        assertThat(directory.person("schulz")).contains(schulz);
        assertThat(directory.person("Meyer")).isEmpty();
    }

    /** A customer of whom only the id is known. */
    public static Entry entry(String id, String... numbers) {
        return new Entry(
                profile(id), Arrays.stream(numbers).map(PhoneNumber::of).collect(Collectors.toSet()), Set.of());
    }

    /** An organisation with trunks and no number of its own. */
    public static Entry organisation(String id, String... prefixes) {
        return new Entry(
                profile(id),
                Set.of(),
                Arrays.stream(prefixes)
                        .map(prefix -> NumberPrefix.parse(prefix).orElseThrow())
                        .collect(Collectors.toSet()));
    }

    /** A profile that has nothing but an id. */
    public static CustomerProfile profile(String id) {
        return new CustomerProfile(
                id, "", "", BigDecimal.ZERO, Optional.empty(), 0, 0, List.of(), "", Set.of(), "", Set.of(), Map.of());
    }

    private CustomerDirectory customers(Entry... entries) throws Exception {
        return directory(List.of(entries), List.of());
    }

    private static CustomerMatches find(CustomerDirectory directory, String number) {
        return directory.find(PhoneNumber.of(number));
    }

    private static List<String> ids(CustomerDirectory directory, String number) {
        return find(directory, number).candidates().stream()
                .map(CustomerProfile::id)
                .toList();
    }
}
