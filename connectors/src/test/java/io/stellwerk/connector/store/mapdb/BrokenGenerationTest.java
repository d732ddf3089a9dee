package io.stellwerk.connector.store.mapdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.port.CustomerDirectoryContract.Entry;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The newest generation is damaged in all the ways a disk can think of: the one before serves. */
class BrokenGenerationTest {

    private static final int CUSTOMERS = 2_000;

    @TempDir
    Path folder;

    private byte[] newest = new byte[0];

    @BeforeEach
    void two_generations() throws IOException {
        try (MapDbCustomerDirectory directory = open()) {
            Publishing.customers(directory, generation("first"));
            Publishing.customers(directory, generation("second"));
        }
        newest = Files.readAllBytes(file(2));
    }

    @Test
    void a_flipped_byte_in_a_profile_is_noticed() throws IOException {
        int at = indexOf(newest, "second".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 5; i++) {
            byte[] flipped = newest.clone();
            flipped[at + i] ^= 1;

            theOlderServesInsteadOf(flipped, "byte " + (at + i));
        }
    }

    @Test
    void a_byte_flipped_anywhere_is_noticed_or_does_not_matter() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            byte[] flipped = newest.clone();
            int at = random.nextInt(flipped.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));

            restore(flipped);
            try (MapDbCustomerDirectory directory = open()) {
                boolean noticed = !directory.brokenGenerations().isEmpty();
                serves(directory, noticed ? "first" : "second", "byte " + at + ", seed " + seed);
            }
        }
    }

    @Test
    void a_file_that_was_cut_off_is_noticed() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int used = indexOf(newest, "second".getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < 12; i++) {
            int length = i < 3 ? i : random.nextInt(used);

            theOlderServesInsteadOf(Arrays.copyOf(newest, length), "cut to " + length + ", seed " + seed);
        }
    }

    @Test
    void with_no_whole_generation_nobody_is_known_and_the_next_import_helps() throws IOException {
        Files.write(file(1), new byte[1 << 20]);
        Files.write(file(2), new byte[1 << 20]);

        try (MapDbCustomerDirectory directory = open()) {
            assertThat(directory.brokenGenerations()).hasSize(2);
            assertThat(directory.customersServed()).isEmpty();
            assertThat(directory.customer("K1")).isEmpty();

            assertThat(Publishing.customers(directory, generation("third")).generation())
                    .isEqualTo(3);
            serves(directory, "third", "after the import");
        }
    }

    @Test
    void a_file_of_another_version_is_neither_read_nor_set_aside() throws IOException {
        Path building = folder.resolve("x");
        try (MapDbFile file = MapDbFile.create(building, 0)) {
            file.sink(CustomerGeneration.NUMBERS).create();
            file.write(new byte[] {About.FORMAT + 1}, new Vocabulary());
        }
        Files.move(building, file(3));

        assertThatThrownBy(this::open)
                .isInstanceOf(UnknownFormatException.class)
                .hasMessageContaining("format " + (About.FORMAT + 1));

        assertThat(file(3)).exists();
    }

    private void theOlderServesInsteadOf(byte[] broken, String what) throws IOException {
        restore(broken);
        try (MapDbCustomerDirectory directory = open()) {
            assertThat(directory.brokenGenerations()).as(what).singleElement().satisfies(found -> {
                assertThat(found.file()).exists().hasFileName("customers-0000000002.mapdb.broken");
                assertThat(found.reason()).isNotBlank();
            });
            serves(directory, "first", what);
        }
    }

    private void serves(MapDbCustomerDirectory directory, String name, String what) {
        for (int i = 0; i < CUSTOMERS; i++) {
            assertThat(directory.find(new PhoneNumber(4930_000_000L + i)).candidates())
                    .as(what)
                    .singleElement()
                    .extracting(CustomerProfile::name)
                    .isEqualTo(name);
        }
    }

    private void restore(byte[] content) throws IOException {
        Files.deleteIfExists(folder.resolve("customers-0000000002.mapdb.broken"));
        Files.write(file(2), content);
    }

    private Path file(int generation) {
        return folder.resolve("customers-000000000" + generation + ".mapdb");
    }

    private MapDbCustomerDirectory open() throws IOException {
        return MapDbCustomerDirectory.open(folder, InstantSource.system());
    }

    private static List<Entry> generation(String name) {
        return IntStream.range(0, CUSTOMERS)
                .mapToObj(i -> new Entry(named("K" + i, name), Set.of(new PhoneNumber(4930_000_000L + i)), Set.of()))
                .toList();
    }

    static CustomerProfile named(String id, String name) {
        return new CustomerProfile(
                id, name, "", BigDecimal.ZERO, Optional.empty(), 0, 0, List.of(), "", Set.of(), "", Set.of(), Map.of());
    }

    private static int indexOf(byte[] bytes, byte[] wanted) {
        return IntStream.range(0, bytes.length - wanted.length)
                .filter(i -> Arrays.equals(bytes, i, i + wanted.length, wanted, 0, wanted.length))
                .findFirst()
                .orElseThrow();
    }
}
