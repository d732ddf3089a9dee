package io.stellwerk.rules.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.stellwerk.engine.call.Call;
import io.stellwerk.engine.call.CallingParty;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Offer;
import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.trace.RecordedTrace;
import io.stellwerk.engine.port.CustomerDirectory;
import io.stellwerk.engine.port.CustomerDirectoryContract;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.InMemoryCustomerDirectory;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.port.SetHolidays;
import io.stellwerk.engine.port.TableNumberPlan;
import io.stellwerk.engine.router.OfflineRouter;
import io.stellwerk.rules.Compilation;
import io.stellwerk.rules.RuleSets;
import io.stellwerk.rules.read.RuleSetFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainerTest {

    private static final NumberPlan NUMBERS = new TableNumberPlan();
    private static final String CALLER = "+4930123456";

    private final Map<String, byte[]> files = new HashMap<>();
    private Set<String> outOfService = Set.of();

    private Explanation explain(String customerClass, int offers, Discretion discretion) throws IOException {
        RuleSetFiles base = RuleSetFiles.ofFolder(Path.of("src/test/resources/cases"));
        base.names().forEach(name -> files.putIfAbsent(name, base.bytes(name)));
        Holidays holidays = new SetHolidays(Map.of("DE-SH", Set.of(), "DE-HH", Set.of()));
        Compilation compilation = RuleSets.compile(RuleSetFiles.of(files), holidays, NUMBERS, 7);
        OfflineRouter router = new OfflineRouter(
                compilation.ruleSet().orElseThrow(() -> new AssertionError(compilation.findings())), NUMBERS, holidays);
        CustomerProfile customer = new CustomerProfile(
                "K-1",
                "Erika Muster",
                customerClass,
                BigDecimal.ZERO,
                Optional.empty(),
                0,
                0,
                List.of(new Offer("nobody", BigDecimal.ONE)).subList(0, offers),
                "",
                Set.of(),
                "",
                Set.of(),
                Map.of());
        CustomerDirectory crm = new InMemoryCustomerDirectory(
                List.of(new CustomerDirectoryContract.Entry(customer, Set.of(PhoneNumber.of(CALLER)), Set.of())),
                List.of());
        Call call = new Call(
                "c-1",
                "nordnetz",
                "",
                ServiceNumber.of("+498001234567"),
                CallingParty.of(PhoneNumber.of(CALLER), false),
                Optional.empty(),
                "",
                1,
                Instant.parse("2026-11-24T09:04:00Z"));
        RecordedTrace trace = RecordedTrace.thoroughly();
        Decision decision = router.decide(call, crm, target -> !outOfService.contains(target), trace);
        return new Explainer(RuleBook.of(compilation.source().orElseThrow()), discretion)
                .explain(call, decision, trace);
    }

    private static String text(Explanation explanation, Language language) {
        StringWriter text = new StringWriter();
        new ExplanationText(explanation, language, new PrintWriter(text)).explain();
        return text.toString().replace(System.lineSeparator(), "\n").replaceFirst("(?m)^(Time|Dauer).*\n", "");
    }

    @ParameterizedTest
    @EnumSource
    void an_explanation_tells_the_whole_way_in_each_language(Language language) throws IOException {
        String file = "a-customer." + language.name().toLowerCase(Locale.ROOT) + ".txt";
        outOfService = Set.of("service-kiel");

        String text = text(explain("A", 1, Discretion.MASKED), language);

        // To be read, and then copied over the expected ones, when texts change on purpose.
        Files.writeString(
                Files.createDirectories(Path.of("target/explanations")).resolve(file), text);
        assertThat(text).isEqualTo(Files.readString(Path.of("src/test/resources/explanations", file)));
    }

    @Test
    void viewers_see_of_numbers_and_names_the_beginning_only_and_analysts_see_everything() throws IOException {
        Explanation masked = explain("A", 0, Discretion.MASKED);
        Explanation raw = explain("A", 0, Discretion.RAW);

        for (Language language : Language.values()) {
            assertThat(text(masked, language)).contains("+493•••56", "E•••").doesNotContain(CALLER, "Erika");
            assertThat(text(raw, language)).contains(CALLER, "Erika Muster");
        }
        assertThat(ExplanationJson.explanation(masked).toString())
                .contains("+493•••56")
                .doesNotContain(CALLER, "Erika");
        assertThat(ExplanationJson.explanation(raw).toString()).contains(CALLER, "Erika Muster");
    }

    @ParameterizedTest
    @ValueSource(strings = {"+4930123456", "+49301234567890", "+4930", "+12345678", "+49"})
    void a_masked_number_never_shows_more_than_half_of_it(String number) {
        String masked = Discretion.MASKED.number(number);

        assertThat(masked).contains("•••");
        assertThat(masked.replace("•••", "").length()).isLessThanOrEqualTo(Math.max(number.length() * 2 / 3, 1));
    }

    @Test
    void a_thousand_rows_that_do_not_match_take_a_few_lines_and_stand_in_json_one_by_one() throws IOException {
        StringBuilder table =
                new StringBuilder("#table;Viele\n#salience;99\nid;customer.customerClass;call.digits;=> plan\n");
        for (int i = 0; i < 1000; i++) {
            table.append("r")
                    .append(i)
                    .append(';')
                    .append(i % 3 == 0 ? "A" : "B")
                    .append(';')
                    .append(i)
                    .append(";switchboard\n");
        }
        files.put("rules/09-many.csv", table.toString().getBytes(StandardCharsets.UTF_8));

        Explanation explanation = explain("A", 0, Discretion.RAW);

        assertThat(text(explanation, Language.EN)).contains("""
                        Rules        rules/09-many.csv: 1,000 rules do not match
                                       call.digits has no value                 asked for 0 (r0); asked for 3 (r3); \
                        asked for 6 (r6);
                                                                                asked for 9 (r9); and 330 others (330 rules)
                                       customer.customerClass is A              asked for B (666 rules, r1 to r998)
                        """);
        assertThat(ExplanationJson.explanation(explanation).get("decidingRules"))
                .filteredOn(rule -> rule.get("file").asText().equals("rules/09-many.csv"))
                .hasSize(1000);
    }

    @ParameterizedTest
    @EnumSource
    void json_is_as_its_schema_says(Discretion discretion) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Path.of("../docs/schema/explanation.schema.json")));
        outOfService = Set.of("service-kiel");

        Explanation explanation = explain("A", 1, discretion);

        ObjectNode json = ExplanationJson.explanation(explanation);
        assertThat(schema.validate(json)).isEmpty();
        assertThat(schema.validate(ExplanationJson.answer(explanation))).isEmpty();
        assertThat(json.at("/decidingRules/2").toString())
                .isEqualTo("{\"rule\":\"rules/02-offers.csv#owner\",\"table\":\"Offene Angebote\","
                        + "\"file\":\"rules/02-offers.csv\",\"line\":5,\"outcome\":\"skipped\","
                        + "\"missingPlan\":\"person:nobody\"}");
        JsonNode first = json.get("placement").get(0);
        assertThat(first.get("goal").asText()).isEqualTo("service-kiel");
        assertThat(first.get("outcome").asText()).isEqualTo("out-of-service");
        assertThat(first.get("sharePercent").asInt()).isEqualTo(70);
    }
}
