package io.stellwerk.rules.dmn;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.Condition;
import io.stellwerk.rules.table.Term;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** Writes a cell as the unary tests of an input entry: the counterpart of {@link UnaryTests}. */
final class InputEntry {

    private final Condition condition;

    InputEntry(Condition condition) {
        this.condition = condition;
    }

    String text(Cell cell) throws Untranslatable {
        if (cell.any()) {
            return "-";
        } else if (condition.fact().type() == FactType.SCHEDULE) {
            throw new Untranslatable(
                    "Weekly hours, '" + cell.text() + "', cannot be said in DMN.",
                    "Test call.weekday and call.time instead, or export another format.");
        }
        List<String> tests = new ArrayList<>();
        for (Term term : cell.terms()) {
            tests.addAll(tests(term));
        }
        String joined = String.join(", ", tests);
        return cell.negated() ? "not(" + joined + ")" : joined;
    }

    private List<String> tests(Term term) {
        if (term instanceof Term.NoValue) {
            return List.of(Feel.NULL);
        } else if (term instanceof Term.StartsWith begins) {
            return List.of("starts with(?, " + Feel.string(begins.prefix()) + ")");
        } else if (term instanceof Term.HasPrefix has) {
            return List.of("starts with(?, " + Feel.string(has.prefix().text()) + ")");
        } else if (term instanceof Term.Is is) {
            String value = literal(is.value());
            return List.of(condition.fact().type() == FactType.TEXT_SET ? "list contains(?, " + value + ")" : value);
        }
        return range((Term.Between) term);
    }

    private static List<String> range(Term.Between between) {
        Comparable<?> from = between.from();
        Comparable<?> until = between.until();
        String least = from == null ? "" : (between.fromIncluded() ? ">= " : "> ") + literal(from);
        String most = until == null ? "" : (between.untilIncluded() ? "<= " : "< ") + literal(until);
        if (from == null || until == null) {
            return List.of(from == null ? most : least);
        } else if (passesMidnight(from, until)) {
            return List.of(least, most);
        }
        return List.of((between.fromIncluded() ? "[" : "(") + literal(from) + ".." + literal(until)
                + (between.untilIncluded() ? "]" : ")"));
    }

    /** In FEEL no time lies between 22:00 and 06:00; those before and those after are two tests. */
    private static boolean passesMidnight(Comparable<?> from, Comparable<?> until) {
        return from instanceof LocalTime begin && until instanceof LocalTime end && begin.isAfter(end);
    }

    private static String literal(Comparable<?> value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (value instanceof Boolean) {
            return value.toString();
        } else if (value instanceof LocalDate day) {
            return "date(" + Feel.string(day.toString()) + ")";
        } else if (value instanceof LocalTime time) {
            return "time(" + Feel.string(time + ":00") + ")";
        } else if (value instanceof DayOfWeek day) {
            return Feel.string(Feel.DAYS.get(day.getValue() - 1));
        } else if (value instanceof PhoneNumber number) {
            return Feel.string(number.e164());
        }
        return Feel.string((String) value);
    }
}
