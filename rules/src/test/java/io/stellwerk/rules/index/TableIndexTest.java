package io.stellwerk.rules.index;

import static io.stellwerk.rules.sample.Tables.any;
import static io.stellwerk.rules.sample.Tables.between;
import static io.stellwerk.rules.sample.Tables.cell;
import static io.stellwerk.rules.sample.Tables.deciding;
import static io.stellwerk.rules.sample.Tables.is;
import static io.stellwerk.rules.sample.Tables.not;
import static io.stellwerk.rules.sample.Tables.toPlan;
import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.route.WeeklyHours;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.sample.Calls;
import io.stellwerk.rules.sample.Tables;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.Row;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableIndexTest {

    /** What the facts of {@link #field} are at the moment. */
    private final @Nullable Object[] actual = new Object[16];

    private FactField field(int number, FactType type) {
        return new FactField("fact-" + number, type, List.of(), "", "", facts -> actual[number]);
    }

    private List<String> matching(DecisionTable table) {
        return matching(TableIndex.of(table, UsedFacts.of(List.of(table), List.of())), table);
    }

    private List<String> matching(TableIndex index, DecisionTable table) {
        Matching matching =
                index.match(UsedFacts.of(List.of(table), List.of()).of(Calls.from("+4930123456"), Set.of()));
        List<String> found = new ArrayList<>();
        for (int rank = matching.next(); rank >= 0; rank = matching.next()) {
            found.add(TableIndex.ranked(table).get(rank).id());
        }
        return found;
    }

    private List<String> rowByRow(DecisionTable table) {
        boolean prioritised = table.hitPolicy() == HitPolicy.PRIORITY;
        return table.rows().stream()
                .filter(Row::enabled)
                .sorted(Comparator.comparingInt(row -> prioritised ? -row.priority() : 0))
                .filter(row -> IntStream.range(0, row.cells().size())
                        .allMatch(i -> RowByRow.passes(row.cells().get(i), actual[i])))
                .map(Row::id)
                .toList();
    }

    @Test
    void the_index_finds_the_rows_that_match_one_by_one_whatever_the_columns() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 400; round++) {
            DecisionTable table = randomTable(random);
            TableIndex index = TableIndex.of(table, UsedFacts.of(List.of(table), List.of()));
            for (int call = 0; call < 25; call++) {
                fillFacts(table, new RandomCells(random));

                assertThat(matching(index, table))
                        .as("seed %d, round %d, facts %s", seed, round, Arrays.asList(actual))
                        .isEqualTo(rowByRow(table));
            }
        }
    }

    @Test
    void every_row_passed_over_is_refused_by_its_first_failing_cell() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            DecisionTable table = randomTable(random);
            fillFacts(table, new RandomCells(random));
            UsedFacts facts = UsedFacts.of(List.of(table), List.of());
            TableIndex index = TableIndex.of(table, facts);
            Matching matching = index.match(facts.of(Calls.from("+4930123456"), Set.of()));
            while (matching.next() >= 0) {}
            for (int rank = 0; rank < index.size(); rank++) {
                Row row = TableIndex.ranked(table).get(rank);
                int failing = IntStream.range(0, row.cells().size())
                        .filter(i -> !RowByRow.passes(row.cells().get(i), actual[i]))
                        .findFirst()
                        .orElse(-1);
                if (failing >= 0) {
                    Matching.Refusal refusal = matching.refusal(rank);
                    assertThat(refusal.fact()).as("seed %d", seed).isEqualTo("fact-" + failing);
                    assertThat(refusal.condition())
                            .isEqualTo(row.cells().get(failing).text());
                }
            }
        }
    }

    private DecisionTable randomTable(Random random) {
        RandomCells cells = new RandomCells(random);
        Tables table = deciding("t.csv").policy(random.nextBoolean() ? HitPolicy.FIRST : HitPolicy.PRIORITY);
        List<FactType> all = List.of(FactType.values());
        FactType[] types = random.ints(1 + random.nextInt(5), 0, all.size())
                .mapToObj(all::get)
                .toArray(FactType[]::new);
        for (int i = 0; i < types.length; i++) {
            table.when(field(i, types[i]));
        }
        int rows = random.nextInt(3) == 0 ? random.nextInt(300) : random.nextInt(12);
        for (int i = 0; i < rows; i++) {
            Cell[] row = Arrays.stream(types).map(cells::cell).toArray(Cell[]::new);
            table.row("r" + i, random.nextInt(9) > 0, random.nextInt(3), toPlan("p"), row);
        }
        return table.table();
    }

    private void fillFacts(DecisionTable table, RandomCells cells) {
        Arrays.fill(actual, null);
        for (int i = 0; i < table.conditions().size(); i++) {
            actual[i] = cells.value(table.conditions().get(i).fact().type());
        }
    }

    @Test
    void thousands_of_nested_ranges_are_told_apart() {
        Tables tables = deciding("t.csv").when(field(0, FactType.TIME));
        for (int i = 0; i < 3000; i++) {
            tables.row(
                    "r" + i,
                    toPlan("p"),
                    cell(
                            false,
                            between(LocalTime.ofSecondOfDay(i), true, LocalTime.ofSecondOfDay(80_000L - i), false)));
        }
        DecisionTable table = tables.table();
        TableIndex index = TableIndex.of(table, UsedFacts.of(List.of(table), List.of()));
        for (int second : new int[] {0, 1, 63, 64, 1500, 2999, 40_000, 77_000, 77_001, 78_123, 79_999, 80_000}) {
            actual[0] = LocalTime.ofSecondOfDay(second);

            assertThat(matching(index, table)).isEqualTo(rowByRow(table));
        }
    }

    @ParameterizedTest(name = "22:00-06:00 at {0}: {1}")
    @CsvSource({"21:59:59.999999999, false", "22:00, true", "00:00, true", "05:59:59, true", "06:00, false"})
    void a_span_of_time_passes_midnight(LocalTime at, boolean matches) {
        actual[0] = at;
        Tables table = deciding("t.csv").when(field(0, FactType.TIME));
        table.row("r", toPlan("p"), cell(false, between(LocalTime.of(22, 0), true, LocalTime.of(6, 0), false)));

        assertThat(!matching(table.table()).isEmpty()).isEqualTo(matches);
    }

    @ParameterizedTest(name = "Su 22:00-06:00 at {0}: {1}")
    @CsvSource({
        "2026-11-22T21:59, false",
        "2026-11-22T22:00, true",
        "2026-11-23T05:59, true",
        "2026-11-23T06:00, false",
        "2026-11-22T05:00, false"
    })
    void hours_past_midnight_belong_to_the_day_on_which_they_start(LocalDateTime at, boolean matches) {
        actual[0] = at;
        WeeklyHours sundayNight = WeeklyHours.of(Set.of(DayOfWeek.SUNDAY), LocalTime.of(22, 0), LocalTime.of(6, 0));
        Tables table = deciding("t.csv").when(field(0, FactType.SCHEDULE));
        table.row("r", toPlan("p"), cell(false, new io.stellwerk.rules.table.Term.During(sundayNight)));

        assertThat(!matching(table.table()).isEmpty()).isEqualTo(matches);
    }

    @Test
    void a_fact_is_read_once_and_only_if_the_columns_that_refuse_more_leave_a_row_over() {
        int[] reads = new int[2];
        FactField first = new FactField("first", FactType.TEXT, List.of(), "", "", facts -> {
            reads[0]++;
            return "a";
        });
        FactField costly = new FactField("costly", FactType.TEXT, List.of(), "", "", facts -> {
            reads[1]++;
            return "x";
        });
        DecisionTable table = deciding("t.csv")
                .when(first)
                .when(costly)
                .row("r1", toPlan("p"), is("a"), any())
                .row("r2", toPlan("p"), is("b"), any())
                .table();
        assertThat(matching(table)).containsExactly("r1");
        assertThat(reads).as("a column of anythings asks for nothing").containsExactly(1, 0);

        DecisionTable refusing = deciding("t.csv")
                .when(costly)
                .when(first)
                .row("r1", toPlan("p"), not("y"), is("b"))
                .row("r2", toPlan("p"), any(), is("c"))
                .table();
        assertThat(matching(refusing)).isEmpty();
        assertThat(reads).containsExactly(2, 0);
    }
}
