package io.stellwerk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.call.CallQuery;
import io.stellwerk.engine.customer.CallerMatch;
import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.DefaultReason;
import io.stellwerk.engine.decision.RejectReason;
import io.stellwerk.engine.decision.RouteDecision;
import io.stellwerk.engine.intake.CallReading;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The thousand calls of {@code calls.csv} on a Tuesday morning. */
@TestInstance(Lifecycle.PER_CLASS)
class NordlichtCallsTest {

    private static final Instant TUESDAY_MORNING = Instant.parse("2026-11-24T09:04:00Z");

    private final Map<String, CallReading> readings = new LinkedHashMap<>();
    private final Map<String, Decision> decisions = new LinkedHashMap<>();
    private final Map<String, CallerMatch> matches = new LinkedHashMap<>();
    private final Map<String, String> scenarios = new LinkedHashMap<>();
    private Set<String> plans = Set.of();

    @BeforeAll
    void decide_all(@TempDir Path folder) throws IOException {
        try (Nordlicht nordlicht = new Nordlicht(folder)) {
            plans = nordlicht.ruleSet().plans().keySet();
            for (CSVRecord row : Scenario.records(Nordlicht.DATA.resolve("calls.csv"))) {
                CallQuery query = query(row);
                CallReading reading = nordlicht.read(query, TUESDAY_MORNING);
                readings.put(query.requestId(), reading);
                scenarios.put(query.requestId(), row.get("scenario"));
                if (reading instanceof CallReading.Understood call) {
                    decisions.put(
                            query.requestId(),
                            nordlicht.decide(call, Set.of(), match -> matches.put(query.requestId(), match)));
                }
            }
        }
    }

    @Test
    void each_call_gets_an_answer() {
        long emergencies = count(readings.values(), CallReading.Emergency.class);

        assertThat(readings).hasSize(1000);
        assertThat(decisions.size() + emergencies).isEqualTo(1000);
        assertThat(decisions.values()).noneMatch(Decision::customerLookUpFailed);
    }

    @Test
    void emergency_calls_and_no_others_are_taken_for_emergency_calls() {
        assertThat(readings)
                .allSatisfy((id, reading) -> assertThat(reading instanceof CallReading.Emergency)
                        .as("%s: %s", id, scenarios.get(id))
                        .isEqualTo(scenario(id).startsWith("emergency number")));
    }

    @Test
    void calls_to_the_service_numbers_of_others_and_no_others_are_refused_as_unknown() {
        assertThat(decisions)
                .allSatisfy((id, decision) -> assertThat(decision.outcome() instanceof RouteDecision.Rejected no
                                && no.reason() == RejectReason.UNKNOWN_SERVICE_NUMBER)
                        .as("%s: %s", id, scenarios.get(id))
                        .isEqualTo(scenario(id).equals("service number of nobody")));
    }

    @Test
    void each_plan_is_used_by_a_rule_or_as_the_default_route() {
        Set<String> used = outcomes()
                .map(outcome ->
                        outcome.fold(RouteDecision.Routed::planRef, rejected -> "", RouteDecision.Defaulted::planRef))
                .collect(Collectors.toSet());

        assertThat(used).containsAll(plans);
    }

    @Test
    void account_managers_are_called_directly() {
        assertThat(routed().map(RouteDecision.Routed::planRef)).anyMatch(plan -> plan.startsWith("person:"));
    }

    @Test
    void some_three_percent_take_the_default_route_and_always_for_want_of_a_rule() {
        List<RouteDecision.Defaulted> defaults = outcomes()
                .filter(RouteDecision.Defaulted.class::isInstance)
                .map(RouteDecision.Defaulted.class::cast)
                .toList();

        assertThat(defaults).hasSizeBetween(25, 40);
        assertThat(defaults).extracting(RouteDecision.Defaulted::reason).containsOnly(DefaultReason.NO_RULE_MATCHED);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "'customer, .*', UNIQUE AMBIGUOUS",
        "'organisation, .*', ORGANISATION",
        "'hidden, .*', UNIQUE AMBIGUOUS",
        "'unknown, .*', UNKNOWN",
        "from abroad, UNKNOWN",
        "anonymous, ANONYMOUS",
        "no number to speak of, ANONYMOUS"
    })
    void callers_are_recognised_in_every_spelling(String kind, String expected) {
        Map<String, CallerMatch> found = new LinkedHashMap<>();
        matches.forEach((id, match) -> {
            if (scenario(id).matches(kind)) {
                found.put(id + ": " + scenario(id), match);
            }
        });

        assertThat(found).hasSizeGreaterThan(10);
        assertThat(found)
                .allSatisfy((call, match) -> assertThat(expected.split(" ")).contains(match.name()));
    }

    @ParameterizedTest
    @EnumSource(Spelling.class)
    void each_spelling_occurs(Spelling spelling) {
        assertThat(scenarios.values()).contains("customer, " + spelling.label());
    }

    private Stream<RouteDecision> outcomes() {
        return decisions.values().stream().map(Decision::outcome);
    }

    private Stream<RouteDecision.Routed> routed() {
        return outcomes().filter(RouteDecision.Routed.class::isInstance).map(RouteDecision.Routed.class::cast);
    }

    private String scenario(String id) {
        return scenarios.getOrDefault(id, "");
    }

    private static long count(Collection<CallReading> readings, Class<? extends CallReading> kind) {
        return readings.stream().filter(kind::isInstance).count();
    }

    private static CallQuery query(CSVRecord row) {
        return new CallQuery(
                "call-" + row.getRecordNumber(),
                "kam-1",
                row.get("called"),
                row.get("calling"),
                row.get("assertedId"),
                row.get("privacy"),
                row.get("diversion"),
                row.get("digits"),
                1);
    }
}
