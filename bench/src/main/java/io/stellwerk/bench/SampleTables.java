package io.stellwerk.bench;

import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.route.Template;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.table.Action;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.ColumnOperator;
import io.stellwerk.rules.table.Condition;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.Phase;
import io.stellwerk.rules.table.Row;
import io.stellwerk.rules.table.Term;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Decision tables of any length. Row {@code i} is for callers with code {@code i}, if the other columns agree. */
final class SampleTables {

    static final FactDictionary DICTIONARY =
            FactDictionary.of(List.of(), List.of("A", "B", "C"), List.of("service"), List.of(), List.of());

    private SampleTables() {}

    static long prefixOf(int code) {
        return 49_300_000L + code;
    }

    static String codeOf(int code) {
        return "code-" + code;
    }

    static DecisionTable deciding(String file, KeyColumn key, int rows) {
        return deciding(file, key, 0, rows);
    }

    /** @param from the first code that the table knows */
    static DecisionTable deciding(String file, KeyColumn key, int from, int rows) {
        List<Row> all = IntStream.range(from, from + rows)
                .mapToObj(code -> row(code, rows, key))
                .toList();
        String fact = switch (key) {
            case NUMBER_PREFIX -> "call.calling";
            case TEXT -> "customer.preferredContact";
            case NESTED_RANGE -> "customer.value";
        };
        return new DecisionTable(
                file,
                file,
                Phase.DECIDE,
                HitPolicy.FIRST,
                0,
                conditions("customer.customerClass", fact, "customer.dunningLevel"),
                all);
    }

    /** Segments by the customer's tags. */
    static DecisionTable deriving(String file, int rows) {
        List<Row> all = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Action action = new Action(Optional.empty(), Optional.empty(), List.of(), List.of("segment-" + i));
            all.add(new Row("r" + i, true, 0, List.of(is("tag-" + i)), action, "", i + 2));
        }
        return new DecisionTable(file, file, Phase.DERIVE, HitPolicy.COLLECT, 0, conditions("customer.tags"), all);
    }

    private static List<Condition> conditions(String... facts) {
        return Stream.of(facts)
                .map(fact -> new Condition(DICTIONARY.field(fact).orElseThrow(), ColumnOperator.IS))
                .toList();
    }

    private static Row row(int code, int rows, KeyColumn key) {
        List<String> classes = List.of("A", "B", "C");
        Cell customerClass = code % 4 == 3 ? is("A", "B", "C") : code % 5 == 0 ? Cell.ANY : is(classes.get(code % 3));
        Cell dunning =
                code % 2 == 0 ? Cell.ANY : cell(new Term.Between(null, false, BigDecimal.valueOf(code % 4), true));
        Action action = new Action(Optional.of(Template.parse("plan-" + code)), Optional.empty(), List.of(), List.of());
        return new Row("r" + code, true, 0, List.of(customerClass, keyCell(code, rows, key), dunning), action, "", 2);
    }

    private static Cell keyCell(int code, int rows, KeyColumn key) {
        return switch (key) {
            case NUMBER_PREFIX -> cell(new Term.HasPrefix(new NumberPrefix(prefixOf(code))));
            case TEXT -> is(codeOf(code));
            case NESTED_RANGE -> {
                int inset = 5_000 / rows * (rows - 1 - code);
                yield cell(
                        new Term.Between(BigDecimal.valueOf(inset), true, BigDecimal.valueOf(10_000L - inset), false));
            }
        };
    }

    private static Cell is(String... values) {
        return cell(Stream.of(values).map(Term.Is::new).toArray(Term[]::new));
    }

    private static Cell cell(Term... terms) {
        return new Cell(List.of(terms), false, "");
    }
}
