package io.stellwerk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.connector.holidays.jollyday.JollydayHolidays;
import io.stellwerk.connector.numbers.libphonenumber.LibPhoneNumberPlan;
import io.stellwerk.engine.decision.DefaultReason;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.rule.RuleSet;
import io.stellwerk.rules.RuleSets;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.lower.LoweredRules;
import io.stellwerk.rules.read.FolderReader;
import io.stellwerk.rules.read.RuleSetFiles;
import io.stellwerk.rules.read.RuleSetSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each defect of {@code defects.txt}, written into the sample's clean files, is found where it is, and its call shows it. */
@TestInstance(Lifecycle.PER_CLASS)
class SeededDefectsTest {

    private final Holidays holidays = new JollydayHolidays();
    private final NumberPlan numbers = new LibPhoneNumberPlan();
    private final Map<String, byte[]> clean = new TreeMap<>();

    @BeforeAll
    void read() throws IOException {
        try (Stream<Path> walk = Files.walk(Nordlicht.RULE_SET)) {
            for (Path path : walk.filter(Files::isRegularFile).toList()) {
                clean.put(Nordlicht.RULE_SET.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
    }

    static List<SeededDefect> defects() {
        return SeededDefect.all();
    }

    @Test
    void there_are_at_least_thirty() {
        assertThat(defects()).hasSizeGreaterThanOrEqualTo(30);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("defects")
    void a_defect_is_found_where_it_is_and_its_call_shows_it(SeededDefect defect) {
        RuleSetFiles files = RuleSetFiles.of(defect.in(clean));

        List<Finding> findings = RuleSets.compile(files, holidays, numbers, 1).findings();

        List<Finding> found =
                findings.stream().filter(finding -> isExpected(finding, defect)).toList();
        assertThat(found).as("%s", findings).isNotEmpty();
        assertThat(found.get(0).remedy()).isNotEmpty();
        if (!defect.decidedBy().isEmpty()) {
            show(found.get(0), defect, files);
        }
    }

    private static boolean isExpected(Finding finding, SeededDefect defect) {
        return finding.code().equals(defect.code())
                && finding.severity().name().toLowerCase(Locale.ROOT).equals(defect.severity())
                && finding.place().file().equals(defect.file())
                && finding.place().row().equals(defect.row())
                && finding.place().line() > 0;
    }

    /** The call goes to somebody else, though the row or rule with the defect asks for it. */
    private void show(Finding finding, SeededDefect defect, RuleSetFiles files) {
        RuleSet ruleSet = ruleSet(FolderReader.read(files).source());
        WitnessRouting.Routed routed = new WitnessRouting(ruleSet, numbers, holidays)
                .route(finding.witness().orElseThrow());

        String decidedBy = routed.decision()
                .outcome()
                .fold(
                        route -> route.decidedBy().rule(),
                        rejected -> rejected.decidedBy().map(RuleId::rule).orElse(""),
                        defaulted -> defaulted.reason() == DefaultReason.NO_RULE_MATCHED ? "nobody" : "");
        assertThat(defect.decidedBy()).as("%s", finding).contains(decidedBy);
        if (!decidedBy.equals("nobody")) {
            assertThat(routed.events())
                    .as("%s", finding)
                    .contains(new TraceEvent.AlsoMatched(new RuleId(defect.file(), defect.row())));
        }
    }

    /** Also one that may not be published. */
    private static RuleSet ruleSet(RuleSetSource source) {
        return new RuleSet(
                source.tenant(),
                1,
                source.hotlines(),
                source.targets(),
                source.plans(),
                source.calendars(),
                source.people(),
                LoweredRules.of(source.tables(), source.rules(), source.dictionary()));
    }
}
