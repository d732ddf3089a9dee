package io.stellwerk.rules.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.read.CellReader;
import io.stellwerk.rules.read.TableReader;
import io.stellwerk.rules.read.TableReading;
import io.stellwerk.rules.sample.RandomTables;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.ColumnOperator;
import io.stellwerk.rules.table.Condition;
import io.stellwerk.rules.table.DecisionTable;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableRoundTripTest {

    private static final int TABLES = 400;

    @RepeatedTest(3)
    void a_table_that_is_written_as_csv_and_read_again_is_the_same() {
        long seed = new Random().nextLong();
        RandomTables tables = new RandomTables(new Random(seed));
        for (int i = 0; i < TABLES; i++) {
            DecisionTable table = tables.next();
            String csv = CsvTableWriter.write(table);

            assertSame(table, csv, "rules/t.csv", seed);
        }
    }

    @RepeatedTest(3)
    void a_table_that_is_written_as_json_and_read_again_is_the_same() {
        long seed = new Random().nextLong();
        RandomTables tables = new RandomTables(new Random(seed));
        for (int i = 0; i < TABLES; i++) {
            DecisionTable table = tables.next();
            String json = JsonTableWriter.write(table);

            DecisionTable read = assertSame(table, json, "rules/t.json", seed);
            assertThat(JsonTableWriter.write(read)).as("seed %d", seed).isEqualTo(json);
        }
    }

    @ParameterizedTest(name = "{0} {1}: {2} is written {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    hotline                | IS          | NOT( service,faults )              | not(service, faults)
                    customer.name          | IS          | "A" , "b c", "d,e"                 | A, b c, "d,e"
                    customer.name          | STARTS_WITH | A                                  | A
                    customer.value         | AT_LEAST    | 1.50                               | 1.5
                    customer.value         | IS          | (1..2)                             | ]1..2[
                    call.date              | IS          | [24.12.2026..26.12.2026]           | [2026-12-24..2026-12-26]
                    call.time              | IS          | [8:00..18:00[                      | 08:00-18:00
                    call.weekday           | IS          | Di-Do, So                          | Tu-Th, Su
                    call.holiday           | IS          | JA                                 | yes
                    call.when              | IS          | Mo-Fr 8:00-18:00, Sa,So 9:00-12:00 | Mo-Fr 08:00-18:00, Sa,Su 09:00-12:00
                    call.when              | IS          | Sa 00:00-24:00, Mo                 | Sa 00:00-24:00, Mo
                    call.when              | IS          | Mo-So 22:00-06:00                  | 22:00-06:00
                    """)
    void cells_have_one_canonical_spelling(String fact, ColumnOperator operator, String written, String canonical) {
        Condition condition = new Condition(RandomTables.DICTIONARY.field(fact).orElseThrow(), operator);

        Cell cell =
                new CellReader(condition.fact(), operator).read(written).cell().orElseThrow();

        assertThat(new CellWriter(condition).write(cell)).isEqualTo(canonical);
    }

    @Test
    void random_tables_hold_every_type_of_fact() {
        RandomTables tables = new RandomTables(new Random(1));
        Set<FactType> seen = EnumSet.noneOf(FactType.class);
        for (int i = 0; i < TABLES; i++) {
            tables.next()
                    .conditions()
                    .forEach(condition -> seen.add(condition.fact().type()));
        }

        assertThat(seen).containsExactlyInAnyOrder(FactType.values());
    }

    private static DecisionTable assertSame(DecisionTable table, String text, String file, long seed) {
        TableReading reading = TableReader.read(file, text.getBytes(StandardCharsets.UTF_8), RandomTables.DICTIONARY);

        assertThat(reading.findings()).as("seed %d of %s", seed, text).isEmpty();
        DecisionTable read = reading.table().orElseThrow();
        assertThat(RandomTables.placeless(read))
                .as("seed %d of %s", seed, text)
                .isEqualTo(RandomTables.placeless(table));
        return read;
    }
}
