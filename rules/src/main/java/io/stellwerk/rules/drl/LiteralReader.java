package io.stellwerk.rules.drl;

import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.rules.drl.Operand.Literal;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Suggestion;
import io.stellwerk.rules.table.Term;
import io.stellwerk.rules.value.CellProblem;
import io.stellwerk.rules.value.HoursReader;
import io.stellwerk.rules.value.Misread;
import io.stellwerk.rules.value.ValueReader;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads literals as values of the fact that they are compared with. */
final class LiteralReader {

    private static final int LONGEST_NUMBER = 40;

    private static final Pattern OCTAL = Pattern.compile("0[0-9_]+[lL]?");
    private static final Pattern WITH_LETTER = Pattern.compile("[0-9.]+[a-zA-Z]");
    private static final Pattern PLAIN = Pattern.compile("[0-9]+(\\.[0-9]+)?");

    private final DrlScope scope;
    private final Report report;

    LiteralReader(DrlScope scope, Report report) {
        this.scope = scope;
        this.report = report;
    }

    /** The terms that are true for just this value; several only for hours of the week. */
    List<Term> terms(FactField fact, Literal literal) throws Unreadable {
        if (literal.isNull()) {
            return List.of(new Term.NoValue());
        } else if (fact.type() == FactType.SCHEDULE) {
            return hours(fact, literal);
        }
        return List.of(new Term.Is(value(fact, literal)));
    }

    /** Of the Java type of the fact's type; of a set, one of its texts. */
    Comparable<?> value(FactField fact, Literal literal) throws Unreadable {
        return switch (fact.type()) {
            case TEXT -> text(fact, literal);
            case ONE_OF, TEXT_SET -> listed(fact, literal);
            case NUMBER -> number(fact, literal);
            case YES_NO -> truth(fact, literal);
            case DATE -> date(fact, literal);
            case TIME -> time(fact, literal);
            case WEEKDAY -> weekday(fact, literal);
            case PHONE_NUMBER -> phoneNumber(fact, literal);
            case SCHEDULE -> throw wrong(fact, literal);
        };
    }

    String text(FactField fact, Literal literal) throws Unreadable {
        if (!literal.at().isText()) {
            throw wrong(fact, literal);
        } else if (literal.at().text().isEmpty()) {
            throw new Unreadable(
                    FindingCode.VALUE_NOT_FOR_TYPE,
                    literal.at(),
                    "No fact is an empty text.",
                    "Write == null for a fact without a value.");
        }
        return literal.at().text();
    }

    NumberPrefix prefix(FactField fact, Literal literal) throws Unreadable {
        return NumberPrefix.parse(text(fact, literal))
                .orElseThrow(() -> new Unreadable(
                        FindingCode.VALUE_NOT_FOR_TYPE,
                        literal.at(),
                        "'" + PhoneNumber.mask(literal.at().text())
                                + "' is not the beginning of an international number.",
                        "Write a plus and 1 to 15 digits: str[startsWith] \"+4930\"."));
    }

    private String listed(FactField fact, Literal literal) throws Unreadable {
        String value = text(fact, literal);
        boolean listed = fact.type() == FactType.ONE_OF || !fact.values().isEmpty();
        if (listed && !scope.openFacts().contains(fact.name()) && !fact.values().contains(value)) {
            report.add(
                    FindingCode.UNKNOWN_VALUE,
                    literal.at(),
                    Cursor.quoted(literal.at()) + " is not a value of " + fact.name() + ".",
                    Suggestion.remedy(
                            value.replace('_', '-'), fact.values(), "values", "None are declared: declare it first."));
        }
        return value;
    }

    private static BigDecimal number(FactField fact, Literal literal) throws Unreadable {
        if (!literal.isNumber()) {
            throw wrong(fact, literal);
        }
        String text = plainNumber(literal);
        BigDecimal number = new BigDecimal(text).stripTrailingZeros();
        BigDecimal whole = number.scale() < 0 ? number.setScale(0) : number;
        return literal.negative() ? whole.negate() : whole;
    }

    private static String plainNumber(Literal literal) throws Unreadable {
        String text = literal.at().text();
        if (OCTAL.matcher(text).matches()) {
            throw malformed(literal, "is octal in Java", "Write it without a zero before it.");
        } else if (WITH_LETTER.matcher(text).matches()) {
            throw malformed(literal, "has a letter for its type", "Leave the letter out: numbers are exact here.");
        } else if (!PLAIN.matcher(text).matches() || text.length() > LONGEST_NUMBER) {
            throw malformed(literal, "is not a number", "Write digits with a decimal point, such as 1.5.");
        }
        return text;
    }

    private static Unreadable malformed(Literal literal, String what, String remedy) {
        return new Unreadable(
                FindingCode.VALUE_NOT_FOR_TYPE, literal.at(), literal.quoted() + " " + what + ".", remedy);
    }

    /** A whole number of characters. */
    int length(FactField fact, Literal literal) throws Unreadable {
        if (!literal.isNumber() || literal.negative() || !plainNumber(literal).matches("[0-9]{1,5}")) {
            throw new Unreadable(
                    FindingCode.VALUE_NOT_FOR_TYPE,
                    literal.at(),
                    literal.quoted() + " is no length of " + fact.name() + ".",
                    "Write a whole number without quotes.");
        }
        return Integer.parseInt(literal.at().text());
    }

    private static Boolean truth(FactField fact, Literal literal) throws Unreadable {
        if (!literal.isTruth()) {
            throw wrong(fact, literal);
        }
        return literal.at().is("true");
    }

    private static Comparable<?> date(FactField fact, Literal literal) throws Unreadable {
        if (!literal.at().isText()) {
            throw wrong(fact, literal);
        }
        String text = literal.at().text();
        return ValueReader.date(text)
                .or(() -> ValueReader.englishDate(text))
                .orElseThrow(() -> new Unreadable(
                        FindingCode.MALFORMED_DATE,
                        literal.at(),
                        Cursor.quoted(literal.at()) + " is not a day of the calendar.",
                        "Write it like \"2026-12-24\" or \"24-Dec-2026\"."));
    }

    private static Comparable<?> time(FactField fact, Literal literal) throws Unreadable {
        if (!literal.at().isText()) {
            throw wrong(fact, literal);
        }
        try {
            return ValueReader.time(literal.at().text(), 0);
        } catch (Misread e) {
            throw wrong(fact, literal);
        }
    }

    private static DayOfWeek weekday(FactField fact, Literal literal) throws Unreadable {
        String text = literal.at().text();
        return Stream.of(DayOfWeek.values())
                .filter(day -> day.name().equals(text.toUpperCase(Locale.ROOT)))
                .findFirst()
                .or(() -> HoursReader.day(text))
                .filter(day -> literal.at().isText())
                .orElseThrow(() -> wrong(fact, literal));
    }

    private static PhoneNumber phoneNumber(FactField fact, Literal literal) throws Unreadable {
        Optional<PhoneNumber> number =
                literal.at().isText() ? PhoneNumber.parse(literal.at().text()) : Optional.empty();
        return number.orElseThrow(() -> wrong(fact, literal));
    }

    private static List<Term> hours(FactField fact, Literal literal) throws Unreadable {
        if (!literal.at().isText()) {
            throw wrong(fact, literal);
        }
        try {
            return HoursReader.read(literal.at().text()).stream()
                    .map(hours -> (Term) new Term.During(hours))
                    .toList();
        } catch (Misread e) {
            CellProblem problem = e.problem();
            throw new Unreadable(problem.code(), literal.at(), problem.message(), problem.remedy());
        }
    }

    private static Unreadable wrong(FactField fact, Literal literal) {
        boolean number = fact.type() == FactType.PHONE_NUMBER && literal.at().isText();
        String shown = number ? "'" + PhoneNumber.mask(literal.at().text()) + "'" : literal.quoted();
        return new Unreadable(
                FindingCode.VALUE_NOT_FOR_TYPE,
                literal.at(),
                "'" + fact.name() + "' is " + TypeWords.noun(fact.type()) + ", which " + shown + " is not.",
                TypeWords.remedy(fact, literal));
    }
}
