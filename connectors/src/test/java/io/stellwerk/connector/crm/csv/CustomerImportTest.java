package io.stellwerk.connector.crm.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stellwerk.connector.crm.csv.ImportReport.Outcome;
import io.stellwerk.engine.customer.AttributeValue;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Offer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerImportTest {

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private ImportCase nordlicht;

    @BeforeEach
    void open() throws IOException {
        nordlicht = new ImportCase(folder);
    }

    @AfterEach
    void close() throws IOException {
        nordlicht.close();
    }

    @Test
    void all_columns_become_what_the_crm_knows() throws IOException {
        ImportReport report = nordlicht.customers("""
                id;name;numbers;trunks;customerClass;value;since;dunningLevel;openComplaints;offers;language;tags;\
                preferredContact;organisations;product;contractEnd;usage;paperless;remark
                K1;Jörg Groß;030 111222|+491701234567;030 9876-0;A;1.234,56;24.12.2019;2;1;meyer:500|schulz:1.234,5;DE;\
                vip|press;phone;org-1|org-2;gas;2027-01-31;1234,5;ja;"Ruft; oft an"
                """);

        assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(report.numbers()).isEqualTo(2);
        assertThat(report.trunks()).isEqualTo(1);
        assertThat(report.generation()).isEqualTo(OptionalLong.of(1));
        assertThat(nordlicht.customer("K1"))
                .isEqualTo(new CustomerProfile(
                        "K1",
                        "Jörg Groß",
                        "A",
                        new BigDecimal("1234.56"),
                        Optional.of(LocalDate.of(2019, 12, 24)),
                        2,
                        1,
                        List.of(
                                new Offer("meyer", new BigDecimal("500")),
                                new Offer("schulz", new BigDecimal("1234.5"))),
                        "de",
                        Set.of("vip", "press"),
                        "phone",
                        Set.of("org-1", "org-2"),
                        Map.of(
                                "product", new AttributeValue.Text("gas"),
                                "contractEnd", new AttributeValue.Day(LocalDate.of(2027, 1, 31)),
                                "usage", new AttributeValue.Numeric(new BigDecimal("1234.5")),
                                "paperless", new AttributeValue.YesNo(true),
                                "remark", new AttributeValue.Text("Ruft; oft an"))));
        for (String number : List.of("+4930111222", "+491701234567", "+49309876", "+4930987655")) {
            assertThat(nordlicht.callers(number)).containsExactly("K1");
        }
    }

    @ParameterizedTest(name = "{0}, mark {1}, separator {2}")
    @CsvSource({
        "UTF-8, none, ;",
        "UTF-8, UTF-8, ','",
        "UTF-16LE, UTF-16LE, TAB",
        "UTF-16BE, UTF-16BE, ;",
        "windows-1252, none, ','",
        "windows-1252, none, ;",
    })
    void encoding_and_separator_are_found_out(String encoding, String mark, String separator) throws IOException {
        String tab = separator.equals("TAB") ? "\t" : separator;
        String csv = (mark.equals("none") ? "" : "\uFEFF")
                + "id;name;numbers\nK1;Käthe Größ;030111222\nK2;\"a;b\";030111223\n".replace(";", tab);

        ImportReport report = nordlicht.customers(csv, Charset.forName(encoding), nordlicht.options);

        assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(report.readAs()).containsIgnoringCase(encoding).contains(separator.toLowerCase(Locale.ROOT));
        assertThat(nordlicht.customer("K1").name()).isEqualTo("Käthe Größ");
        assertThat(nordlicht.customer("K2").name()).isEqualTo("a" + tab + "b");
        assertThat(nordlicht.callers("+4930111222")).containsExactly("K1");
    }

    @Test
    void the_only_umlaut_may_stand_at_the_very_end() throws IOException {
        String csv = "id;name\n"
                + IntStream.range(0, 20_000).mapToObj(i -> "K" + i + ";Meier\n").collect(Collectors.joining())
                + "last;Grün";

        nordlicht.customers(csv, Charset.forName("windows-1252"), nordlicht.options);

        assertThat(nordlicht.customer("last").name()).isEqualTo("Grün");
    }

    @Test
    void a_damaged_character_costs_its_row_and_not_the_umlauts_of_the_others() throws IOException {
        byte[] good = "id;name\nK1;Grün\nK2;Groß\nK3;M".getBytes(StandardCharsets.UTF_8);
        Path file = folder.resolve("damaged.csv");
        Files.write(file, good);
        Files.write(file, new byte[] {(byte) 0xFC, 'l', '\n'}, StandardOpenOption.APPEND);

        ImportReport report = new CustomerImport(nordlicht.directory, new PlainGermanNumbers())
                .run(file, nordlicht.options, ImportProgress.UNWATCHED);

        assertThat(report.reasons()).isEqualTo(Map.of(QuarantineReason.UNREADABLE_CHARACTER, 1L));
        assertThat(nordlicht.customer("K1").name()).isEqualTo("Grün");
        assertThat(nordlicht.directory.customer("K3")).isEmpty();
    }

    @Test
    void bad_rows_are_quarantined_with_all_their_reasons_while_the_good_ones_go_live() throws IOException {
        ImportReport report = nordlicht.customers("""
                id;name;numbers;trunks;customerClass;value;since;dunningLevel;openComplaints;offers;language;product;paperless
                good;Gut;+4930111222;;A;1;;0;0;;de;gas;nein
                ;"Ohne; Id";oops|+4;030;D;12x;31.2.2026;-1;viele;meyer;deutsch;Gas;vielleicht
                good;Noch einmal;;;;;;;;;;;
                short;Kurz
                ambiguous;;;;;1.234;;;;;;;
                also good;;+4930111223;;;;;;;;;;;;
                """);

        assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(report.rows()).isEqualTo(6);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.quarantined()).isEqualTo(4);
        assertThat(report.reasons())
                .containsEntry(QuarantineReason.NOT_A_PHONE_NUMBER, 2L)
                .containsEntry(QuarantineReason.DUPLICATE_ID, 1L)
                .containsEntry(QuarantineReason.WRONG_NUMBER_OF_CELLS, 1L)
                .containsEntry(QuarantineReason.AMBIGUOUS_NUMBER, 1L)
                .containsOnlyKeys(
                        QuarantineReason.MISSING_ID,
                        QuarantineReason.NOT_A_PHONE_NUMBER,
                        QuarantineReason.NOT_A_TRUNK,
                        QuarantineReason.UNKNOWN_CLASS,
                        QuarantineReason.NOT_A_NUMBER,
                        QuarantineReason.NOT_A_DATE,
                        QuarantineReason.NOT_A_COUNT,
                        QuarantineReason.NOT_AN_OFFER,
                        QuarantineReason.NOT_A_LANGUAGE,
                        QuarantineReason.UNKNOWN_VALUE,
                        QuarantineReason.NOT_YES_OR_NO,
                        QuarantineReason.DUPLICATE_ID,
                        QuarantineReason.WRONG_NUMBER_OF_CELLS,
                        QuarantineReason.AMBIGUOUS_NUMBER);
        assertThat(nordlicht.callers("+4930111222")).containsExactly("good");
        assertThat(nordlicht.callers("+4930111223")).containsExactly("also good");
        assertThat(nordlicht.customer("good").name()).isEqualTo("Gut");

        List<String> quarantine = nordlicht.quarantine();
        assertThat(report.quarantineFile()).contains(nordlicht.options.quarantineFile());
        assertThat(quarantine).hasSize(5);
        assertThat(quarantine.get(0)).isEqualTo("\uFEFFline;columns;reasons;row");
        assertThat(quarantine.get(1))
                .startsWith("3;\"")
                .contains("value: '12x' is no number", "since: '31.2.2026' is no date", "product: 'Gas' is none of")
                .endsWith(";\";\"\"Ohne; Id\"\";oops|+4;030;D;12x;31.2.2026;-1;viele;meyer;deutsch;Gas;vielleicht\"");
        assertThat(quarantine.get(2)).startsWith("4;\"id\";");
        assertThat(quarantine.get(3)).startsWith("5;\"\";\"the row has 2 cells and the heading 13");
    }

    @Test
    void the_quarantine_of_an_earlier_import_does_not_stay() throws IOException {
        nordlicht.customers("id;value\nK1;x\nK2;1");
        assertThat(nordlicht.options.quarantineFile()).exists();

        ImportReport report = nordlicht.customers("id;value\nK1;1\nK2;1");

        assertThat(report.quarantineFile()).isEmpty();
        assertThat(nordlicht.options.quarantineFile()).doesNotExist();
    }

    @Test
    void columns_of_other_names_are_mapped_and_unknown_ones_named() throws IOException {
        ImportReport report = nordlicht.customers(
                "Kd-Nr;NAME;Telefon;Schuhgröße\nK1;Gut;030111222;44",
                StandardCharsets.UTF_8,
                nordlicht.options.withMapping(Map.of("Kd-Nr", "id", "telefon", "numbers")));

        assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(report.unknownColumns()).containsExactly("Schuhgröße");
        assertThat(nordlicht.callers("+4930111222")).containsExactly("K1");
        assertThat(nordlicht.customer("K1").name()).isEqualTo("Gut");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n \n", "Kd-Nr;name\nK1;x", "id;ID;name\nK1;K1;x", "\"id;name\nK1;x"})
    void a_file_without_a_usable_heading_is_refused_and_changes_nothing(String csv) throws IOException {
        nordlicht.customers("id;numbers\nK1;030111222");

        ImportReport report = nordlicht.customers(csv);

        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.explanations()).isNotEmpty();
        assertThat(report.generation()).isEmpty();
        assertThat(nordlicht.callers("+4930111222")).containsExactly("K1");
    }

    @Test
    void a_mapping_that_fits_nothing_is_refused_with_all_its_faults() throws IOException {
        ImportReport report = nordlicht.customers(
                "Nr;name\nK1;x", StandardCharsets.UTF_8, nordlicht.options.withMapping(Map.of("Nummer", "ident")));

        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.explanations())
                .hasSize(3)
                .anySatisfy(text -> assertThat(text).contains("'Nummer'"))
                .anySatisfy(text -> assertThat(text).contains("'ident'"))
                .anySatisfy(text -> assertThat(text).contains("no column 'id'", "Kd-Nr=id"));
    }

    @Test
    void text_in_utf_16_without_a_mark_is_refused() throws IOException {
        ImportReport report = nordlicht.customers("id;name\nK1;x", StandardCharsets.UTF_16LE, nordlicht.options);

        assertThat(report.outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(report.explanations()).singleElement().asString().contains("save it as UTF-8");
    }

    @Test
    void customers_share_numbers_in_the_order_of_the_file() throws IOException {
        nordlicht.customers("id;numbers\nK9;030111222\nK1;+4930111222|030111222\nK5;0049 30 111222");

        assertThat(nordlicht.callers("+4930111222")).containsExactly("K9", "K1", "K5");
    }

    @Test
    void an_import_that_loses_more_than_half_is_held_back_until_it_is_confirmed() throws IOException {
        nordlicht.customers(
                "id\n" + IntStream.range(0, 10).mapToObj(i -> "K" + i + "\n").collect(Collectors.joining()));
        String four = "id\nN1\nN2\nN3\nN4\n";

        ImportReport heldBack = nordlicht.customers(four);

        assertThat(heldBack.outcome()).isEqualTo(Outcome.HELD_BACK);
        assertThat(heldBack.accepted()).isEqualTo(4);
        assertThat(heldBack.generation()).isEmpty();
        assertThat(heldBack.explanations()).singleElement().asString().contains("4 good rows", "10 are served");
        assertThat(nordlicht.directory.customer("K9")).isPresent();
        assertThat(nordlicht.directory.customer("N1")).isEmpty();

        ImportReport confirmed =
                nordlicht.customers(four, StandardCharsets.UTF_8, nordlicht.options.withConfirmed(true));

        assertThat(confirmed.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(nordlicht.directory.customer("K9")).isEmpty();
        assertThat(nordlicht.directory.customer("N1")).isPresent();
    }

    @Test
    void an_import_that_loses_just_half_goes_through() throws IOException {
        nordlicht.customers("id\nK1\nK2\nK3\nK4");

        assertThat(nordlicht.customers("id\nK1\nK2").outcome()).isEqualTo(Outcome.PUBLISHED);
    }

    @Test
    void a_number_that_very_many_share_is_noted() throws IOException {
        ImportReport report = nordlicht.customers("id;numbers\n"
                + IntStream.range(0, 60).mapToObj(i -> "K" + i + ";030000000\n").collect(Collectors.joining()));

        assertThat(report.notes()).singleElement().asString().contains("more than 50 customers");
    }

    @Test
    void an_import_tells_how_far_it_is_and_stops_when_interrupted() throws IOException {
        String csv = "id\n"
                + IntStream.range(0, 25_000).mapToObj(i -> "K" + i + "\n").collect(Collectors.joining());
        List<String> news = new ArrayList<>();
        CustomerImport customers = new CustomerImport(nordlicht.directory, new PlainGermanNumbers());
        Path file = Files.writeString(folder.resolve("many.csv"), csv);

        customers.run(file, nordlicht.options, (step, rows, percent) -> news.add(step + " " + rows));

        assertThat(news).containsExactly("READING 10000", "READING 20000", "WRITING 25000");
        assertThatThrownBy(() -> customers.run(
                        file,
                        nordlicht.options,
                        (step, rows, percent) -> Thread.currentThread().interrupt()))
                .isInstanceOf(InterruptedIOException.class);
        assertThat(nordlicht.directory.customersServed().orElseThrow().generation())
                .isEqualTo(1);
    }

    @Test
    void an_import_refuses_to_hold_up_an_event_loop() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            var outcome = vertx.getOrCreateContext();
            var done = new CompletableFuture<Throwable>();
            outcome.runOnContext(ignored -> {
                try {
                    nordlicht.customers("id\nK1");
                    done.complete(new AssertionError("it ran"));
                } catch (Exception refused) {
                    done.complete(refused);
                }
            });

            assertThat(done.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("event loop");
        } finally {
            vertx.close().await(10, TimeUnit.SECONDS);
        }
    }
}
