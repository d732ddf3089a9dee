package io.stellwerk.connector.store.mapdb;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.Person;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.mapdb.DB;

/** A generation of the directory of people: read whole into the heap, since there are few. */
final class PeopleFile {

    static final String KIND = "people";
    private static final String PEOPLE = "people";
    private static final int BYTES_EXPECTED = 100;

    private PeopleFile() {}

    static void write(Path building, Collection<Person> people, Instant now) throws IOException {
        Vocabulary vocabulary = new Vocabulary();
        try (MapDbFile file = MapDbFile.create(building, (long) people.size() * BYTES_EXPECTED)) {
            DB.TreeMapSink<Long, byte[]> sink = file.sink(PEOPLE);
            PackedWriter packed = new PackedWriter();
            long row = 0;
            for (Person person : people) {
                packed.clear();
                packed.text(person.id());
                packed.text(person.name());
                packed.unsigned(person.number().digits());
                packed.text(person.deputy());
                vocabulary.write(packed, person.team());
                sink.put(row++, packed.toBytes());
            }
            sink.create();
            file.write(new About(now, people.size(), people.size(), 0), vocabulary);
        }
    }

    static PeopleGeneration read(Path path, long generation) throws IOException {
        long bytes = Files.size(path);
        try (MapDbFile file = MapDbFile.open(path)) {
            About about = file.about();
            Vocabulary vocabulary = file.vocabulary();
            Map<String, Person> people = new HashMap<>();
            for (byte[] packed : file.tree(PEOPLE).getValues()) {
                Person person = person(new PackedReader(packed), vocabulary);
                people.put(person.id(), person);
            }
            return new PeopleGeneration(
                    new GenerationInfo(generation, about.published(), about.entries(), about.numbers(), 0, bytes),
                    people);
        } catch (RuntimeException nonsense) {
            throw new BrokenFileException(nonsense);
        }
    }

    private static Person person(PackedReader in, Vocabulary vocabulary) {
        return new Person(in.text(), in.text(), new PhoneNumber(in.unsigned()), in.text(), vocabulary.read(in));
    }
}
