package io.stellwerk.rules.read;

import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.Term;
import java.time.DayOfWeek;
import java.util.stream.Collectors;

/** A cell as tests compare it. */
final class CellText {

    private CellText() {}

    static String of(Cell cell) {
        return (cell.negated() ? "not " : "")
                + cell.terms().stream().map(CellText::of).collect(Collectors.joining(", "));
    }

    private static String of(Term term) {
        if (term instanceof Term.During during) {
            String days =
                    during.hours().days().stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(" "));
            return "During " + days + " " + during.hours().fromMinute() + " "
                    + during.hours().untilMinute();
        }
        return term.toString();
    }
}
