package io.stellwerk.rules.dmn;

import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.fact.FactType;
import java.util.ArrayList;
import java.util.List;

/**
 * Translates the unary tests of an input entry into the text of a cell: S-FEEL (DMN 1.5, clause 9.2) with {@code null},
 * {@code starts with(?, …)} and {@code list contains(?, …)} besides.
 */
final class UnaryTests {

    private static final String REMEDY =
            "Write values, comparisons, ranges like [1..5], lists of them, or not(…) around them.";

    private final FactField fact;
    private final FeelScanner scanner;

    private UnaryTests(FactField fact, String text) {
        this.fact = fact;
        this.scanner = new FeelScanner(text);
    }

    static String translate(FactField fact, String text) throws Untranslatable {
        String stripped = text.strip();
        return stripped.isEmpty() || stripped.equals("-") ? "-" : new UnaryTests(fact, stripped).cell();
    }

    private String cell() throws Untranslatable {
        boolean unequal = scanner.take("!=") || scanner.take("? !=");
        if (unequal) {
            return ended("not(" + literal() + ")");
        }
        boolean negated = scanner.takeWords("not") && scanner.take("(");
        List<String> tests = new ArrayList<>();
        do {
            tests.add(test());
        } while (scanner.take(","));
        String joined = String.join(", ", tests);
        if (negated && !scanner.take(")")) {
            throw notUnderstood();
        }
        return ended(negated ? "not(" + joined + ")" : joined);
    }

    private String ended(String cell) throws Untranslatable {
        if (!scanner.atEnd()) {
            throw notUnderstood();
        }
        return cell;
    }

    private Untranslatable notUnderstood() {
        return new Untranslatable(
                scanner.atEnd()
                        ? "The test ends too early."
                        : "'" + scanner.rest() + "' has no equal in a cell of '" + fact.name() + "'.",
                REMEDY);
    }

    private String test() throws Untranslatable {
        if (scanner.takeWords(Feel.NULL)) {
            return "none";
        } else if (scanner.takeWords("starts", "with")) {
            return startsWith(argument());
        } else if (scanner.takeWords("list", "contains")) {
            return quoted(argument());
        }
        scanner.take("?");
        for (String sign : List.of(">=", "<=", ">", "<")) {
            if (scanner.take(sign)) {
                return sign + " " + literal();
            }
        }
        if (scanner.take("=")) {
            return literal();
        }
        return "[]()".indexOf(scanner.peek()) >= 0 ? range() : literal();
    }

    /** {@code (?, "text")}. */
    private String argument() throws Untranslatable {
        if (!scanner.take("(") || !scanner.take("?") || !scanner.take(",") || scanner.peek() != '"') {
            throw notUnderstood();
        }
        String text = scanner.string();
        if (!scanner.take(")")) {
            throw notUnderstood();
        }
        return text;
    }

    private String startsWith(String prefix) {
        return (fact.type() == FactType.PHONE_NUMBER ? prefix : quoted(prefix)) + "*";
    }

    private String range() throws Untranslatable {
        boolean fromIncluded = scanner.take("[");
        if (!fromIncluded && !scanner.take("(") && !scanner.take("]")) {
            throw notUnderstood();
        }
        String from = literal();
        if (!scanner.take("..")) {
            throw notUnderstood();
        }
        String until = literal();
        boolean untilIncluded = scanner.take("]");
        if (!untilIncluded && !scanner.take(")") && !scanner.take("[")) {
            throw notUnderstood();
        }
        return (fromIncluded ? "[" : "]") + from + ".." + until + (untilIncluded ? "]" : "[");
    }

    private String literal() throws Untranslatable {
        return switch (fact.type()) {
            case NUMBER -> {
                String number = scanner.number();
                if (number.isEmpty()) {
                    throw notUnderstood();
                }
                yield number;
            }
            case YES_NO -> {
                boolean yes = scanner.takeWords("true");
                if (!yes && !scanner.takeWords("false")) {
                    throw notUnderstood();
                }
                yield yes ? "yes" : "no";
            }
            case DATE -> temporal("date", "");
            case TIME -> temporal("time", ":00");
            case WEEKDAY -> day();
            case PHONE_NUMBER -> text();
            case TEXT, ONE_OF, TEXT_SET -> quoted(text());
            case SCHEDULE ->
                throw new Untranslatable(
                        "DMN has no tests for '" + fact.name() + "'.",
                        "Test call.weekday and call.time, or add the hours after the translation.");
        };
    }

    private String text() throws Untranslatable {
        if (scanner.peek() != '"') {
            throw notUnderstood();
        }
        return scanner.string();
    }

    private String day() throws Untranslatable {
        String text = text();
        String day = Feel.day(text);
        if (day.isEmpty()) {
            throw new Untranslatable("'" + text + "' is not a day of the week.", "Write \"Monday\" to \"Sunday\".");
        }
        return day;
    }

    /** {@code date("…")} or {@code @"…"}; what it ends in is not needed. */
    private String temporal(String function, String end) throws Untranslatable {
        boolean at = scanner.take("@");
        if (!at && (!scanner.takeWords(function) || !scanner.take("("))) {
            throw notUnderstood();
        }
        String text = text();
        if (!at && !scanner.take(")")) {
            throw notUnderstood();
        }
        boolean whole = function.equals("time") && text.length() == "08:00:00".length() && text.endsWith(end);
        return whole ? text.substring(0, text.length() - end.length()) : text;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
