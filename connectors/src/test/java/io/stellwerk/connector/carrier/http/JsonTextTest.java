package io.stellwerk.connector.carrier.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    private static final String AWKWARD = "aZ09 \"\\/\b\f\n\r\t\u0000\u001f\u007f\u0080äß€\u2028\ud83d\ude00";

    private final ObjectMapper reader = new ObjectMapper();

    @Test
    void any_text_comes_back_from_an_independent_reader() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = text(random);
            JsonText json = new JsonText();
            byte[] written = json.string(text).toBytes();
            assertThat(reader.readValue(written, String.class))
                    .as("seed %d", seed)
                    .isEqualTo(text);
            assertThat(new String(written, StandardCharsets.ISO_8859_1)).matches("[ -~]*");
        }
    }

    @Test
    void half_a_surrogate_pair_is_escaped_too() {
        assertThat(new JsonText().string("a\ud83d").toBytes()).isEqualTo(JsonText.ascii("\"a\\ud83d\""));
    }

    @Test
    void long_documents_grow_and_a_cleared_one_begins_anew() throws Exception {
        JsonText json = new JsonText();
        for (int round = 0; round < 2; round++) {
            json.clear();
            json.raw(JsonText.ascii("[")).number(Long.MIN_VALUE);
            for (int i = 0; i < 1_000; i++) {
                json.comma().string("text " + i + " \u20ac");
            }
            JsonNode read = reader.readTree(json.raw(JsonText.ascii("]")).toBytes());
            assertThat(read).hasSize(1_001);
            assertThat(read.get(0).longValue()).isEqualTo(Long.MIN_VALUE);
            assertThat(read.get(1_000).textValue()).isEqualTo("text 999 \u20ac");
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(40); length > 0; length--) {
            int at = random.nextInt(AWKWARD.length());
            // Whole code points only: half a pair is no text for a reader.
            text.appendCodePoint(AWKWARD.codePointAt(Character.isLowSurrogate(AWKWARD.charAt(at)) ? at - 1 : at));
        }
        return text.toString();
    }
}
