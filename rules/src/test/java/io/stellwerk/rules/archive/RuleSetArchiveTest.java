package io.stellwerk.rules.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stellwerk.engine.record.VersionFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleSetArchiveTest {

    private static final byte[] TEXT = "tenant: small\n".getBytes(StandardCharsets.UTF_8);

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(TEXT);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void what_is_written_is_read_and_equal_files_make_equal_archives() throws Exception {
        VersionFiles files =
                VersionFiles.of(Map.of("tenant.yaml", TEXT, "rules/ä.xlsx", new byte[] {0, 1, -1}, "e", new byte[0]));

        byte[] archive = RuleSetArchive.write(files);

        assertThat(RuleSetArchive.read(archive)).isEqualTo(files);
        assertThat(RuleSetArchive.write(files)).isEqualTo(archive);
    }

    @Test
    void a_packed_folder_is_its_content() throws Exception {
        assertThat(RuleSetArchive.read(zip("small/", "small/tenant.yaml", "small/rules/a.csv"))
                        .names())
                .containsExactly("rules/a.csv", "tenant.yaml");
        assertThat(RuleSetArchive.read(zip("rules/a.csv", "rules/b.csv")).names())
                .containsExactly("rules/a.csv", "rules/b.csv");
        assertThat(RuleSetArchive.read(zip("small/tenant.yaml", "other/a.csv")).names())
                .containsExactly("other/a.csv", "small/tenant.yaml");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {"../tenant.yaml", "rules/../../x", "/etc/passwd", "C:/x", "..\\x", "a/..", "a//b", "a\u0000b"})
    void names_that_lead_out_of_the_folder_are_refused(String name) throws Exception {
        byte[] archive = zip("tenant.yaml", name);

        assertThatThrownBy(() -> RuleSetArchive.read(archive))
                .isInstanceOf(UnreadableArchiveException.class)
                .hasMessageContaining("entry 2");
    }

    @Test
    void two_files_of_one_name_are_refused() throws Exception {
        byte[] archive = zip("tenant.yaml", "tenant.yamk");
        String latin = new String(archive, StandardCharsets.ISO_8859_1).replace("tenant.yamk", "tenant.yaml");

        assertThatThrownBy(() -> RuleSetArchive.read(latin.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(UnreadableArchiveException.class)
                .hasMessageContaining("two files 'tenant.yaml'");
    }

    @Test
    void bombs_are_refused_before_they_are_unpacked() throws Exception {
        ByteArrayOutputStream large = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(large)) {
            zip.putNextEntry(new ZipEntry("rules/a.csv"));
            for (int i = 0; i < 100; i++) {
                zip.write(new byte[1 << 20]);
            }
            zip.closeEntry();
        }
        String[] many = new String[3000];
        Arrays.setAll(many, i -> "rules/" + i);
        byte[] manyEntries = zip(many);

        assertThatThrownBy(() -> RuleSetArchive.read(large.toByteArray())).hasMessageContaining("too large");
        assertThatThrownBy(() -> RuleSetArchive.read(manyEntries)).hasMessageContaining("more than 2000 entries");
    }

    @Test
    void what_is_no_archive_is_refused() {
        assertThatThrownBy(() -> RuleSetArchive.read(new byte[0])).isInstanceOf(UnreadableArchiveException.class);
        assertThatThrownBy(() -> RuleSetArchive.read(TEXT)).isInstanceOf(UnreadableArchiveException.class);
    }

    /** A damaged archive is read as it was or refused, never with another exception; a failure names the seed. */
    @RepeatedTest(20)
    void damaged_archives_are_read_or_refused() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, byte[]> contents = new TreeMap<>();
        for (int i = 0; i < 5; i++) {
            contents.put("rules/" + i + ".csv", ("id;=> plan\n" + i).repeat(50).getBytes(StandardCharsets.UTF_8));
        }
        byte[] archive = RuleSetArchive.write(VersionFiles.of(contents));
        for (int i = 0; i < 50; i++) {
            byte[] damaged =
                    random.nextBoolean() ? archive.clone() : Arrays.copyOf(archive, random.nextInt(archive.length));
            if (damaged.length > 0) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                RuleSetArchive.read(damaged);
            } catch (UnreadableArchiveException refused) {
                assertThat(refused.getMessage()).as("seed " + seed).isNotEmpty();
            }
        }
    }
}
