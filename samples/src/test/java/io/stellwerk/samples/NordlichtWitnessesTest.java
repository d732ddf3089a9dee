package io.stellwerk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.connector.holidays.jollyday.JollydayHolidays;
import io.stellwerk.connector.numbers.libphonenumber.LibPhoneNumberPlan;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.engine.rule.RuleSet;
import io.stellwerk.rules.RuleSetReader;
import io.stellwerk.rules.RuleSets;
import io.stellwerk.rules.check.Witnesses;
import io.stellwerk.rules.read.RuleSetFiles;
import io.stellwerk.rules.read.RuleSetSource;
import io.stellwerk.rules.table.Row;
import io.stellwerk.rules.witness.Witness;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For every row of the sample company there is a call, and it is decided by that row. */
@TestInstance(Lifecycle.PER_CLASS)
class NordlichtWitnessesTest {

    private final JollydayHolidays holidays = new JollydayHolidays();
    private final LibPhoneNumberPlan numbers = new LibPhoneNumberPlan();
    private RuleSetSource source;
    private Witnesses witnesses;
    private WitnessRouting routing;

    @BeforeAll
    void read() throws IOException {
        RuleSetFiles files = RuleSetFiles.ofFolder(Nordlicht.RULE_SET);
        source = RuleSetReader.read(files, holidays, numbers).source().orElseThrow();
        RuleSet ruleSet =
                RuleSets.compile(files, holidays, numbers, 1).ruleSet().orElseThrow();
        witnesses = Witnesses.of(source, holidays, numbers);
        routing = new WitnessRouting(ruleSet, numbers, holidays);
    }

    Stream<RuleId> rows() {
        return source.tables().stream()
                .flatMap(table ->
                        table.rows().stream().filter(Row::enabled).map(row -> new RuleId(table.file(), row.id())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void every_row_has_a_call_that_shows_it(RuleId row) {
        Witness witness = witnesses.find(row).orElseThrow();

        List<TraceEvent> events = routing.route(witness).events();

        assertThat(events).as("%s", witness).anyMatch(event -> shows(event, row));
    }

    private static boolean shows(TraceEvent event, RuleId row) {
        if (event instanceof TraceEvent.Decided decided) {
            return decided.by().equals(row);
        } else if (event instanceof TraceEvent.Announced announced) {
            return announced.by().equals(row);
        }
        return event instanceof TraceEvent.Derived derived && derived.by().equals(row);
    }
}
