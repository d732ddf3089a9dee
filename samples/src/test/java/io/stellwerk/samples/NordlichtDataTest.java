package io.stellwerk.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NordlichtDataTest {

    private static final Path DATA = Path.of("nordlicht-data");
    private static final Map<String, String> MADE = NordlichtData.files();

    @ParameterizedTest
    @ValueSource(strings = {"customers.csv", "people.csv", "calls.csv"})
    void the_generator_makes_the_committed_file_byte_for_byte(String name) throws IOException {
        byte[] committed = Files.readAllBytes(DATA.resolve(name));

        // Compared as bytes, not as texts: a difference of five megabytes is no message.
        assertThat(Arrays.equals(committed, made(name).getBytes(UTF_8)))
                .as("%s is not what NordlichtData makes: run its main and commit the result", name)
                .isTrue();
    }

    @Test
    void there_are_as_many_of_each_as_the_readme_says() {
        assertThat(rows("customers.csv")).hasSize(50_000);
        assertThat(rows("people.csv")).hasSize(60);
        assertThat(rows("calls.csv")).hasSize(1_000);
    }

    @Test
    void ids_are_unique() {
        assertThat(column("customers.csv", 0)).doesNotHaveDuplicates();
        assertThat(column("people.csv", 0)).doesNotHaveDuplicates();
    }

    @Test
    void deputies_and_owners_of_offers_are_people_of_the_directory_save_one_who_has_left() {
        Set<String> people = Set.copyOf(column("people.csv", 0));
        List<String> deputies =
                column("people.csv", 3).stream().filter(id -> !id.isEmpty()).toList();
        Set<String> owners = column("customers.csv", 10).stream()
                .filter(offers -> !offers.isEmpty())
                .flatMap(offers -> Pattern.compile("\\|").splitAsStream(offers))
                .map(offer -> offer.substring(0, offer.indexOf(':')))
                .collect(Collectors.toSet());

        assertThat(people).containsAll(deputies);
        assertThat(owners).contains("kay-lohse").isSubsetOf(with(people, "kay-lohse"));
    }

    @Test
    void nobodys_number_lies_in_the_trunk_of_another() {
        List<String> trunks = column("customers.csv", 7).stream()
                .filter(trunk -> !trunk.isEmpty())
                .map(trunk -> trunk.replaceFirst("(-0|\\*)$", ""))
                .toList();
        Set<String> beginnings = Set.copyOf(trunks);
        List<String> ofPeople = rows("customers.csv").stream()
                .filter(row -> row.get(0).startsWith("K"))
                .flatMap(row -> Pattern.compile("\\|").splitAsStream(row.get(6)))
                .toList();

        assertThat(ofPeople)
                .noneMatch(number -> IntStream.range(4, number.length())
                        .anyMatch(end -> beginnings.contains(number.substring(0, end))));
    }

    private static Set<String> with(Set<String> some, String one) {
        return Stream.concat(some.stream(), Stream.of(one)).collect(Collectors.toSet());
    }

    private static List<String> column(String name, int index) {
        return rows(name).stream().map(row -> row.get(index)).toList();
    }

    /** Without the heading; good enough for files whose fields have no semicolon, and for counting the others. */
    private static List<List<String>> rows(String name) {
        return made(name)
                .lines()
                .skip(1)
                .map(line -> List.of(line.split(";", -1)))
                .toList();
    }

    private static String made(String name) {
        String content = MADE.get(name);
        if (content == null) {
            throw new IllegalArgumentException(name);
        }
        return content;
    }
}
