package io.stellwerk.rules.write;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FactDictionaryFileTest {

    private static final Path FILE = Path.of("../docs/fact-dictionary.json");

    @Test
    void the_documented_facts_are_those_of_the_code() throws IOException {
        // To be copied over the documented ones when facts change on purpose.
        Files.writeString(Path.of("target/fact-dictionary.json"), FactDictionaryWriter.write());

        assertThat(Files.readString(FILE)).isEqualTo(FactDictionaryWriter.write());
    }

    @Test
    void the_documented_facts_follow_their_schema() throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(mapper.readTree(Files.readString(Path.of("../docs/schema/fact-dictionary.schema.json"))));

        assertThat(schema.validate(mapper.readTree(Files.readString(FILE)))).isEmpty();
    }
}
