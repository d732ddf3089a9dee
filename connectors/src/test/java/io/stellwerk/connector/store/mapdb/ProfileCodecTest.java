package io.stellwerk.connector.store.mapdb;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.customer.CustomerProfile;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProfileCodecTest {

    @Test
    void a_profile_that_is_packed_and_unpacked_is_the_same() {
        long seed = new Random().nextLong();
        RandomProfiles profiles = new RandomProfiles(new Random(seed));
        List<CustomerProfile> written =
                Stream.generate(profiles::next).limit(20_000).toList();
        Vocabulary vocabulary = new Vocabulary();
        PackedWriter writer = new PackedWriter();

        ProfileCodec codec = new ProfileCodec(vocabulary);
        written.forEach(profile -> codec.write(writer, profile));

        ProfileCodec later = new ProfileCodec(Vocabulary.read(vocabulary.toBytes()));
        PackedReader reader = new PackedReader(writer.toBytes());
        for (CustomerProfile profile : written) {
            assertThat(later.read(reader)).as("seed %d", seed).isEqualTo(profile);
        }
    }

    @Test
    void words_beyond_the_vocabularys_room_are_spelled_out() {
        Vocabulary vocabulary = new Vocabulary();
        PackedWriter writer = new PackedWriter();
        int words = 40_000;

        for (int i = 0; i < words; i++) {
            vocabulary.write(writer, "tag-" + i);
        }

        Vocabulary read = Vocabulary.read(vocabulary.toBytes());
        PackedReader reader = new PackedReader(writer.toBytes());
        for (int i = 0; i < words; i++) {
            assertThat(read.read(reader)).isEqualTo("tag-" + i);
        }
    }
}
