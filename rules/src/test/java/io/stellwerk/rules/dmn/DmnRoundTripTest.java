package io.stellwerk.rules.dmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.groups.Tuple.tuple;

import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.sample.RandomTables;
import io.stellwerk.rules.sample.Tables;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.Condition;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.Row;
import io.stellwerk.rules.table.Term;
import io.stellwerk.rules.write.CellWriter;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class DmnRoundTripTest {

    private static final int TABLES = 300;

    @RepeatedTest(3)
    void tables_that_dmn_can_say_are_the_same_after_they_went_through_it() {
        long seed = new Random().nextLong();
        List<DecisionTable> tables = sayable(seed);
        Findings findings = new Findings();

        String model = DmnWriter.write(tables, findings);
        List<DecisionTable> read =
                DmnReader.read("t.dmn", model.getBytes(StandardCharsets.UTF_8), RandomTables.DICTIONARY, findings);

        assertThat(findings.sorted()).as("seed %d", seed).isEmpty();
        for (int i = 0; i < TABLES; i++) {
            assertThat(RandomTables.placeless(read.get(i)))
                    .as("seed %d, table %d", seed, i)
                    .isEqualTo(RandomTables.placeless(tables.get(i)));
        }
    }

    @Test
    void models_follow_the_official_schema() throws Exception {
        String model = DmnWriter.write(sayable(2), new Findings());
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        Schema schema = factory.newSchema(DmnRoundTripTest.class.getResource("/org/omg/spec/DMN/20191111/DMN13.xsd"));

        assertThatCode(() -> schema.newValidator().validate(new StreamSource(new StringReader(model))))
                .doesNotThrowAnyException();
    }

    @Test
    void random_tables_hold_every_type_of_fact_that_dmn_knows() {
        Set<FactType> seen = EnumSet.noneOf(FactType.class);
        sayable(1)
                .forEach(table -> table.conditions()
                        .forEach(condition -> seen.add(condition.fact().type())));

        assertThat(seen).isEqualTo(EnumSet.complementOf(EnumSet.of(FactType.SCHEDULE)));
    }

    @Test
    void what_cannot_be_said_is_named_with_row_and_column() {
        DecisionTable table = Tables.deciding("rules/a.csv")
                .when("call.when", "hotline")
                .row(
                        "hours",
                        Tables.toPlan("p"),
                        Tables.cell(
                                false,
                                new Term.During(io.stellwerk.engine.route.WeeklyHours.allDay(
                                        Set.of(java.time.DayOfWeek.MONDAY)))),
                        Tables.any())
                .row("off", false, 0, Tables.toPlan("p"), Tables.any(), Tables.is("service"))
                .table();
        Findings findings = new Findings();

        DmnWriter.write(List.of(table), findings);

        assertThat(findings.sorted())
                .extracting(Finding::code, finding -> finding.place().toString())
                .containsExactly(
                        tuple("not-in-dmn", "rules/a.csv:2, row hours, column call.when"),
                        tuple("left-out", "rules/a.csv:3, row off"));
    }

    private static List<DecisionTable> sayable(long seed) {
        RandomTables tables = new RandomTables(new Random(seed));
        return IntStream.range(0, TABLES).mapToObj(i -> sayable(tables.next())).toList();
    }

    /** Without weekly hours and rows that are switched off; spans past midnight as the two that they are. */
    private static DecisionTable sayable(DecisionTable table) {
        List<Integer> kept = IntStream.range(0, table.conditions().size())
                .filter(i -> table.conditions().get(i).fact().type() != FactType.SCHEDULE)
                .boxed()
                .toList();
        return new DecisionTable(
                table.file(),
                table.name(),
                table.phase(),
                table.hitPolicy(),
                table.salience(),
                kept.stream().map(table.conditions()::get).toList(),
                table.rows().stream()
                        .map(row -> new Row(
                                row.id(),
                                true,
                                row.priority(),
                                kept.stream()
                                        .map(i -> split(
                                                row.cells().get(i),
                                                table.conditions().get(i)))
                                        .toList(),
                                row.action(),
                                row.comment(),
                                row.line()))
                        .toList());
    }

    private static Cell split(Cell cell, Condition condition) {
        if (cell.any()) {
            return cell;
        }
        List<Term> terms = new ArrayList<>();
        cell.terms().forEach(term -> split(term).forEach(terms::add));
        Cell unwritten = new Cell(terms, cell.negated(), "");
        return new Cell(terms, cell.negated(), new CellWriter(condition).write(unwritten));
    }

    private static Stream<Term> split(Term term) {
        boolean passes = term instanceof Term.Between between
                && between.from() instanceof LocalTime from
                && between.until() instanceof LocalTime until
                && from.isAfter(until);
        if (!passes) {
            return Stream.of(term);
        }
        Term.Between between = (Term.Between) term;
        return Stream.of(
                new Term.Between(between.from(), between.fromIncluded(), null, false),
                new Term.Between(null, false, between.until(), between.untilIncluded()));
    }
}
