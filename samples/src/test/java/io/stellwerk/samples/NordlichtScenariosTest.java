package io.stellwerk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.call.CallQuery;
import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.PlacedRoute;
import io.stellwerk.engine.decision.RejectReason;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.intake.CallReading;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios of {@code scenarios.csv}, each by its name. */
@TestInstance(Lifecycle.PER_CLASS)
class NordlichtScenariosTest {

    private Nordlicht nordlicht;

    @BeforeAll
    void open(@TempDir Path folder) throws IOException {
        nordlicht = new Nordlicht(folder);
    }

    @AfterAll
    void close() throws IOException {
        nordlicht.close();
    }

    static List<Scenario> scenarios() {
        return Scenario.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void a_scenario_ends_as_its_line_says(Scenario scenario) {
        CallReading reading = nordlicht.read(query(scenario), scenario.at());

        Answer answer = reading instanceof CallReading.Understood call
                ? Answer.of(nordlicht.decide(call, scenario.outOfService()))
                : Answer.refused(RejectReason.EMERGENCY_NUMBER.name(), "");

        assertThat(answer.plan()).as("plan").isEqualTo(scenario.expectedPlan());
        assertThat(answer.targets()).as("targets").isEqualTo(scenario.expectedTargets());
        assertThat(answer.rule()).as("rule").isEqualTo(scenario.expectedRule());
        assertThat(answer.reason()).as("reason").isEqualTo(scenario.expectedReason());
        assertThat(answer.segments()).as("segments").isEqualTo(scenario.expectedSegments());
        assertThat(answer.announcements()).as("announcements").isEqualTo(scenario.expectedAnnouncements());
    }

    private static CallQuery query(Scenario scenario) {
        return new CallQuery(scenario.name(), "kam-1", scenario.called(), scenario.calling(), "", "", "", "", 1);
    }

    /** A decision in the words of {@code scenarios.csv}. */
    private record Answer(
            String plan,
            List<String> targets,
            String rule,
            String reason,
            List<String> segments,
            List<String> announcements) {

        static Answer of(Decision decision) {
            return decision.outcome()
                    .fold(
                            routed -> new Answer(
                                    routed.planRef(),
                                    ids(routed.routes()),
                                    shortName(Optional.of(routed.decidedBy())),
                                    "",
                                    decision.segments(),
                                    decision.announcements()),
                            rejected -> refused(rejected.reason().name(), shortName(rejected.decidedBy())),
                            defaulted -> new Answer(
                                    defaulted.planRef(),
                                    ids(defaulted.routes()),
                                    "",
                                    defaulted.reason().name(),
                                    decision.segments(),
                                    decision.announcements()));
        }

        static Answer refused(String reason, String rule) {
            return new Answer("", List.of(), rule, reason, List.of(), List.of());
        }

        private static List<String> ids(List<PlacedRoute> routes) {
            return routes.stream().map(route -> route.target().id()).toList();
        }

        private static String shortName(Optional<RuleId> rule) {
            return rule.map(RuleId::toString).orElse("").replaceFirst("^rules/", "");
        }
    }
}
