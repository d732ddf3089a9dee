package io.stellwerk.engine.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VersionFilesTest {

    private static VersionFiles of(String... namesAndTexts) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            contents.put(namesAndTexts[i], namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return VersionFiles.of(contents);
    }

    @Test
    void the_hash_is_that_of_names_and_contents_in_whatever_order_they_come() {
        assertThat(of("a", "1", "b", "2").sha256())
                .isEqualTo(of("b", "2", "a", "1").sha256());
        assertThat(of("a", "1", "b", "2")).isEqualTo(of("b", "2", "a", "1")).hasSameHashCodeAs(of("b", "2", "a", "1"));
    }

    @Test
    void another_name_another_content_and_another_border_between_them_have_another_hash() {
        assertThat(of("a", "1", "b", "2").sha256())
                .isNotEqualTo(of("a", "1", "c", "2").sha256())
                .isNotEqualTo(of("a", "1", "b", "3").sha256())
                .isNotEqualTo(of("a", "1").sha256())
                .isNotEqualTo(of("a1", "", "b", "2").sha256())
                .isNotEqualTo(of("a", "1b2").sha256());
    }

    /** Hashes stand in stores and audits: they must not change with the program. */
    @Test
    void the_canonical_form_never_changes() {
        assertThat(of("rules/a.csv", "id;=> plan\n", "tenant.yaml", "tenant: small\n")
                        .sha256())
                .isEqualTo("068a2d784981be9a86f997970f1805264d4e43a68a6b11bcdb1a2ab3bbaff469");
    }

    @Test
    void nobody_can_change_them() {
        byte[] content = {1};
        VersionFiles files = VersionFiles.of(Map.of("a", content));

        content[0] = 2;
        files.bytes("a")[0] = 3;
        files.contents().put("b", content);

        assertThat(files.bytes("a")).containsExactly(1);
        assertThat(files.names()).containsExactly("a");
    }
}
