package io.stellwerk.connector.store.mapdb;

import static io.stellwerk.engine.port.CustomerDirectoryContract.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Person;
import io.stellwerk.engine.customer.SeveralMatches;
import io.stellwerk.engine.port.CustomerDirectoryContract.Entry;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationsTest {

    @TempDir
    Path folder;

    @Test
    void an_import_replaces_all_customers_and_survives_a_restart() throws IOException {
        try (MapDbCustomerDirectory directory = open()) {
            Publishing.customers(directory, List.of(entry("old", "+4930111"), entry("both", "+4930222")));
            Publishing.customers(directory, List.of(entry("both", "+4930333"), entry("new", "+4930444")));
        }

        try (MapDbCustomerDirectory directory = open()) {
            assertThat(ids(directory, "+4930111")).isEmpty();
            assertThat(ids(directory, "+4930222")).isEmpty();
            assertThat(ids(directory, "+4930333")).containsExactly("both");
            assertThat(directory.customersServed()).get().satisfies(info -> {
                assertThat(info.generation()).isEqualTo(2);
                assertThat(info.entries()).isEqualTo(2);
                assertThat(info.numbers()).isEqualTo(2);
            });
        }
    }

    @Test
    void the_current_generation_and_the_one_before_are_kept() throws IOException {
        try (MapDbCustomerDirectory directory = open()) {
            for (int i = 0; i < 5; i++) {
                Publishing.customers(directory, List.of(entry("K" + i)));
                directory.publishPeople(List.of());
            }
        }

        assertThat(names())
                .containsExactlyInAnyOrder(
                        "lock",
                        "customers-0000000004.mapdb",
                        "customers-0000000005.mapdb",
                        "people-0000000004.mapdb",
                        "people-0000000005.mapdb");
    }

    @Test
    void what_a_dead_import_left_behind_is_removed() throws IOException {
        Files.writeString(folder.resolve("customers-0000000001-spool.building"), "half a profile");
        Files.writeString(folder.resolve("people-0000000001-file.building"), "half a person");

        try (MapDbCustomerDirectory directory = open()) {
            assertThat(directory.customersServed()).isEmpty();
            assertThat(names()).containsExactly("lock");
        }
    }

    @Test
    void an_import_that_is_given_up_changes_nothing() throws IOException {
        try (MapDbCustomerDirectory directory = open()) {
            Publishing.customers(directory, List.of(entry("K1", "+4930111")));
            try (CustomersBuild build = directory.newCustomers()) {
                build.add(entry("K2", "+4930111").customer(), Set.of(PhoneNumber.of("+4930111")), Set.of());
            }

            assertThat(ids(directory, "+4930111")).containsExactly("K1");
            assertThat(names()).containsExactlyInAnyOrder("lock", "customers-0000000001.mapdb");
        }
    }

    @Test
    void a_folder_belongs_to_one_holder_at_a_time() throws IOException {
        try (MapDbCustomerDirectory first = open()) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(this::open)
                        .isInstanceOf(DirectoryInUseException.class)
                        .hasMessageContaining(folder.toString())
                        .hasMessageContaining("import through the running server");
            }
            assertThat(first.customersServed()).isEmpty();
        }

        try (MapDbCustomerDirectory second = open()) {
            assertThat(second.customersServed()).isEmpty();
        }
    }

    @Test
    void two_imports_into_one_directory_exclude_each_other() throws IOException {
        try (MapDbCustomerDirectory directory = open()) {
            try (CustomersBuild first = directory.newCustomers()) {
                assertThat(first.customers()).isZero();
                assertThatThrownBy(directory::newCustomers).isInstanceOf(DirectoryInUseException.class);
                assertThatThrownBy(() -> directory.publishPeople(List.of()))
                        .isInstanceOf(DirectoryInUseException.class);
            }
            Publishing.customers(directory, List.of(entry("K1")));
            assertThat(directory.customer("K1")).isPresent();
        }
    }

    @Test
    void a_closed_directory_says_so() throws IOException {
        MapDbCustomerDirectory directory = open();
        Publishing.customers(directory, List.of(entry("K1", "+4930111")));

        directory.close();

        assertThatThrownBy(() -> ids(directory, "+4930111"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void an_id_counts_once() throws IOException {
        try (MapDbCustomerDirectory directory = open();
                CustomersBuild build = directory.newCustomers()) {
            assertThat(build.add(entry("K1").customer(), Set.of(), Set.of())).isTrue();
            assertThat(build.add(entry("K1").customer(), Set.of(), Set.of())).isFalse();
            assertThat(build.publish().entries()).isEqualTo(1);
        }
    }

    @Test
    void of_a_number_that_very_many_share_every_policy_still_picks_whom_it_should() throws IOException {
        List<Entry> sharing = new ArrayList<>(IntStream.range(0, 1_000)
                .mapToObj(i -> worth("K" + i, i == 700 || i == 600 ? 9_999 : i))
                .toList());

        try (MapDbCustomerDirectory directory = open()) {
            Publishing.customers(directory, sharing);

            List<CustomerProfile> found =
                    directory.find(PhoneNumber.of("+49300000")).candidates();
            List<CustomerProfile> all = sharing.stream().map(Entry::customer).toList();
            assertThat(found).hasSize(CustomersBuild.MOST_CANDIDATES);
            for (SeveralMatches policy : SeveralMatches.values()) {
                assertThat(policy.pick(found)).as("%s", policy).isEqualTo(policy.pick(all));
            }
            assertThat(directory.customer("K999")).isPresent();
        }
    }

    @Test
    void people_are_replaced_as_a_whole() throws IOException {
        try (MapDbCustomerDirectory directory = open()) {
            directory.publishPeople(List.of(person("meyer"), person("schulz")));
            directory.publishPeople(List.of(person("schulz")));
        }

        try (MapDbCustomerDirectory directory = open()) {
            assertThat(directory.person("meyer")).isEmpty();
            assertThat(directory.person("schulz")).contains(person("schulz"));
            assertThat(directory.peopleServed()).map(GenerationInfo::entries).contains(1);
        }
    }

    private static Person person(String id) {
        return new Person(id, "Name of " + id, PhoneNumber.of("+494319001"), "", "Team");
    }

    private static Entry worth(String id, long value) {
        CustomerProfile profile = new CustomerProfile(
                id,
                "",
                "",
                BigDecimal.valueOf(value),
                Optional.empty(),
                0,
                0,
                List.of(),
                "",
                Set.of(),
                "",
                Set.of(),
                Map.of());
        return new Entry(profile, Set.of(PhoneNumber.of("+49300000")), Set.of());
    }

    private MapDbCustomerDirectory open() throws IOException {
        return MapDbCustomerDirectory.open(folder, InstantSource.system());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<String> ids(MapDbCustomerDirectory directory, String number) {
        return directory.find(PhoneNumber.of(number)).candidates().stream()
                .map(CustomerProfile::id)
                .toList();
    }
}
