package io.stellwerk.rules.formula;

import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.Term;
import java.util.List;
import java.util.stream.Collectors;

/** Formulas as people read them: {@code customer.customerClass in (A, B) and not (call.holiday == yes)}. */
public final class FormulaText {

    private FormulaText() {}

    /** Brackets stand where {@code and} and {@code or} would be ambiguous; "always" and "never" for nothing to ask. */
    public static String of(Formula formula) {
        if (formula instanceof Formula.All all) {
            return joined(all.parts(), " and ", "always");
        } else if (formula instanceof Formula.Any any) {
            return joined(any.parts(), " or ", "never");
        } else if (formula instanceof Formula.Not not) {
            return "not (" + of(not.formula()) + ")";
        } else {
            return leaf(formula);
        }
    }

    /** What is asked of the formula's first fact, without its name; the whole formula if it is more than a leaf. */
    public static String condition(Formula formula) {
        if (formula instanceof Formula.All || formula instanceof Formula.Any) {
            return of(formula);
        } else if (formula instanceof Formula.Not not) {
            return "not (" + condition(not.formula()) + ")";
        } else if (formula instanceof Formula.Test test) {
            return test.cell().text();
        }
        String fact = formula.facts().findFirst().orElseThrow().name();
        return leaf(formula).substring(fact.length() + 1);
    }

    private static String joined(List<Formula> parts, String between, String none) {
        return switch (parts.size()) {
            case 0 -> none;
            case 1 -> of(parts.get(0));
            default -> parts.stream().map(FormulaText::part).collect(Collectors.joining(between));
        };
    }

    private static String part(Formula formula) {
        boolean several = (formula instanceof Formula.All all && all.parts().size() > 1)
                || (formula instanceof Formula.Any any && any.parts().size() > 1);
        return several ? "(" + of(formula) + ")" : of(formula);
    }

    private static String leaf(Formula leaf) {
        if (leaf instanceof Formula.Test test) {
            return test.fact().name() + " " + cell(test.cell());
        } else if (leaf instanceof Formula.Matches matches) {
            return matches.fact().name() + " matches "
                    + quoted(matches.pattern().pattern());
        } else if (leaf instanceof Formula.EndsWith ends) {
            return ends.fact().name() + " str[endsWith] " + quoted(ends.suffix());
        } else if (leaf instanceof Formula.HasPart has) {
            return has.fact().name() + " contains " + quoted(has.part());
        } else if (leaf instanceof Formula.HasLength has) {
            return has.fact().name() + " str[length] " + has.length();
        } else if (leaf instanceof Formula.Compares compares) {
            return compares.left().name() + " " + sign(compares.comparison()) + " "
                    + compares.right().name();
        } else if (leaf instanceof Formula.Has has) {
            return has.set().name() + " contains " + has.element().name();
        }
        throw new IllegalArgumentException("Not a leaf: " + leaf.getClass());
    }

    /** As the cells of tables are written, behind a word or sign that makes a sentence of it. */
    private static String cell(Cell cell) {
        if (cell.any()) {
            return "is anything";
        } else if (cell.negated()) {
            return cell.text();
        } else if (cell.terms().size() > 1) {
            return "in (" + cell.text() + ")";
        }
        return cell.terms().get(0) instanceof Term.Is ? "== " + cell.text() : cell.text();
    }

    private static String sign(Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> "==";
            case LESS -> "<";
            case AT_MOST -> "<=";
            case MORE -> ">";
            case AT_LEAST -> ">=";
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
