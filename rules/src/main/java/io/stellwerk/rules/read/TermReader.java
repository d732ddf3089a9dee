package io.stellwerk.rules.read;

import static io.stellwerk.rules.table.ColumnOperator.AT_LEAST;
import static io.stellwerk.rules.table.ColumnOperator.AT_MOST;
import static io.stellwerk.rules.table.ColumnOperator.STARTS_WITH;

import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Suggestion;
import io.stellwerk.rules.table.ColumnOperator;
import io.stellwerk.rules.table.Term;
import io.stellwerk.rules.value.CellProblem;
import io.stellwerk.rules.value.CellScanner;
import io.stellwerk.rules.value.HoursReader;
import io.stellwerk.rules.value.Misread;
import io.stellwerk.rules.value.ValueReader;
import java.time.LocalTime;
import java.util.List;

/** Reads one alternative of a cell after the other. */
final class TermReader {

    private static final String SPECIAL = ",\"()[]*<>";

    private final FactField fact;
    private final ColumnOperator operator;
    private final boolean valuesKnown;
    private final CellScanner scanner;
    private final List<CellProblem> problems;

    TermReader(
            FactField fact,
            ColumnOperator operator,
            boolean valuesKnown,
            CellScanner scanner,
            List<CellProblem> problems) {
        this.fact = fact;
        this.operator = operator;
        this.valuesKnown = valuesKnown;
        this.scanner = scanner;
        this.problems = problems;
    }

    /** Adds what stands at the scanner: mostly one term, of days and hours several. */
    void readInto(List<Term> terms) throws Misread {
        if (takeNone()) {
            terms.add(new Term.NoValue());
            return;
        }
        switch (fact.type()) {
            case TEXT, ONE_OF, TEXT_SET -> terms.add(text());
            case NUMBER, DATE, TIME -> terms.add(ordered());
            case YES_NO -> {
                int at = scanner.at();
                terms.add(new Term.Is(ValueReader.yesNo(scanner.until(",()"), at)));
            }
            case PHONE_NUMBER -> terms.add(phoneNumber());
            case WEEKDAY -> HoursReader.dayRange(scanner).forEach(day -> terms.add(new Term.Is(day)));
            case SCHEDULE -> HoursReader.list(scanner).forEach(hours -> terms.add(new Term.During(hours)));
        }
    }

    /** The word {@code none}, alone between commas and brackets. */
    private boolean takeNone() {
        String none = "none";
        for (int i = 0; i < none.length(); i++) {
            if (Character.toLowerCase(scanner.peek(i)) != none.charAt(i)) {
                return false;
            }
        }
        int end = none.length();
        while (Character.isWhitespace(scanner.peek(end))) {
            end++;
        }
        char next = scanner.peek(end);
        return (next == 0 || next == ',' || next == ')') && scanner.until(",)").length() == none.length();
    }

    private Term text() throws Misread {
        int at = scanner.at();
        boolean quoted = scanner.peek() == '"';
        String value = quoted ? scanner.quoted() : scanner.until(SPECIAL);
        if (value.isEmpty() || (!quoted && value.equals("-"))) {
            throw Misread.cell(at, "An alternative is missing here.", "Write a value, or leave the comma out.");
        }
        if (scanner.take('*')) {
            if (fact.type() != FactType.TEXT) {
                throw Misread.cell(
                        scanner.at() - 1,
                        "'" + fact.name() + "' cannot be compared by its beginning.",
                        "List the values, or write it in quotes if the star belongs to it.");
            }
            return new Term.StartsWith(value);
        }
        scanner.skipBlanks();
        if (!scanner.atEnd() && scanner.peek() != ',' && scanner.peek() != ')') {
            throw Misread.cell(
                    scanner.at(),
                    "'" + scanner.peek() + "' is not understood in a text.",
                    "Write a text with special characters in quotes.");
        }
        checkKnown(value, at);
        return operator == STARTS_WITH ? new Term.StartsWith(value) : new Term.Is(value);
    }

    private void checkKnown(String value, int at) {
        boolean listed = fact.type() == FactType.ONE_OF || !fact.values().isEmpty();
        if (valuesKnown && listed && !fact.values().contains(value)) {
            problems.add(new CellProblem(
                    FindingCode.UNKNOWN_VALUE,
                    at,
                    "'" + value + "' is not a value of " + fact.name() + ".",
                    Suggestion.remedy(value, fact.values(), "values", "None are declared: declare it first.")));
        }
    }

    private Term phoneNumber() throws Misread {
        int at = scanner.at();
        String number = scanner.until(SPECIAL);
        if (scanner.take('*') || operator == STARTS_WITH) {
            return new Term.HasPrefix(NumberPrefix.parse(number)
                    .orElseThrow(() -> Misread.cell(
                            at,
                            ValueReader.quoted(PhoneNumber.mask(number), "the beginning of an international number"),
                            "Write a plus and 1 to 15 digits before the star: +4930*.")));
        }
        return new Term.Is(ValueReader.phoneNumber(number, at));
    }

    private Term ordered() throws Misread {
        int at = scanner.at();
        return switch (scanner.peek()) {
            case '>', '<' -> comparison();
            case '[', ']', '(' -> range();
            default -> plain(scanner.until(",)([]<>"), at);
        };
    }

    private Term comparison() throws Misread {
        boolean greater = scanner.peek() == '>';
        scanner.take(scanner.peek());
        boolean equal = scanner.take('=');
        scanner.skipBlanks();
        int at = scanner.at();
        Comparable<?> end = value(scanner.until(",)([]<>"), at);
        return greater ? new Term.Between(end, equal, null, false) : new Term.Between(null, false, end, equal);
    }

    private Term range() throws Misread {
        String remedy = "Write a range like [2..5], or ]2..5[ without its ends.";
        int at = scanner.at();
        boolean fromIncluded = scanner.take('[');
        if (!fromIncluded) {
            scanner.take(scanner.peek());
        }
        scanner.skipBlanks();
        int fromAt = scanner.at();
        Comparable<?> from = value(scanner.untilText("..", remedy), fromAt);
        scanner.skipBlanks();
        int untilAt = scanner.at();
        Comparable<?> until = value(scanner.until(",[])(<>"), untilAt);
        boolean untilIncluded = scanner.take(']');
        if (!untilIncluded && !scanner.take('[') && !scanner.take(')')) {
            throw Misread.cell(scanner.at(), "The range that opens before is not closed here.", remedy);
        }
        checkOrder(from, until, fromIncluded && untilIncluded, at);
        return new Term.Between(from, fromIncluded, until, untilIncluded);
    }

    private void checkOrder(Comparable<?> from, Comparable<?> until, boolean closed, int at) throws Misread {
        int order = compare(from, until);
        // A time's range may pass midnight.
        boolean reversed = order > 0 && fact.type() != FactType.TIME;
        if (reversed || (order == 0 && !closed)) {
            throw new Misread(
                    FindingCode.REVERSED_RANGE,
                    at,
                    "No value lies in '" + scanner.from(at) + "'.",
                    reversed ? "Write the smaller end first." : "Include the ends: [..].");
        }
    }

    // The two ends were read by the same reader, so they are of one type.
    @SuppressWarnings("unchecked")
    private static int compare(Comparable<?> a, Comparable<?> b) {
        return ((Comparable<Object>) a).compareTo(b);
    }

    private Term plain(String text, int at) throws Misread {
        if (fact.type() == FactType.TIME && (text.indexOf('-') > 0 || text.indexOf('\u2013') > 0)) {
            return span(text, at);
        }
        Comparable<?> value = value(text, at);
        if (operator == AT_LEAST) {
            return new Term.Between(value, true, null, false);
        } else if (operator == AT_MOST) {
            return new Term.Between(null, false, value, true);
        } else if (fact.type() == FactType.TIME) {
            problems.add(new CellProblem(
                    FindingCode.EXACT_TIME,
                    at,
                    "'" + text + "' is a single instant, which hardly any call meets.",
                    "Write a span such as 08:00-18:00, or >= " + text + "."));
        }
        return new Term.Is(value);
    }

    /** {@code 08:00-18:00}, half-open; up to 24:00 is without end. */
    private static Term span(String text, int at) throws Misread {
        try {
            CellScanner span = new CellScanner(text);
            int from = HoursReader.minute(span);
            span.skipBlanks();
            boolean dash = span.takeDash();
            span.skipBlanks();
            int until = HoursReader.minute(span);
            if (dash && span.atEnd() && from != until && from < 24 * 60) {
                return new Term.Between(time(from), true, until == 24 * 60 ? null : time(until), false);
            }
        } catch (Misread e) {
            throw new Misread(
                    FindingCode.MALFORMED_CELL,
                    at + e.problem().at(),
                    e.problem().message(),
                    SPAN);
        }
        throw Misread.cell(at, ValueReader.quoted(text, "a span of the day"), SPAN);
    }

    private static final String SPAN = "Write it like 08:00-18:00; the whole day is 00:00-24:00.";

    private static LocalTime time(int minute) {
        return LocalTime.of(minute / 60, minute % 60);
    }

    private Comparable<?> value(String text, int at) throws Misread {
        return switch (fact.type()) {
            case NUMBER -> ValueReader.number(text, at);
            case DATE -> ValueReader.date(text, at);
            default -> ValueReader.time(text, at);
        };
    }
}
