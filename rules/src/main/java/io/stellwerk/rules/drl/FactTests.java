package io.stellwerk.rules.drl;

import io.stellwerk.rules.drl.Operand.Fact;
import io.stellwerk.rules.drl.Operand.Literal;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.formula.Comparison;
import io.stellwerk.rules.formula.Formula;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.ColumnOperator;
import io.stellwerk.rules.table.Condition;
import io.stellwerk.rules.table.Term;
import io.stellwerk.rules.write.CellWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a formula of a fact, an operator and what it is compared with, by the types of the facts. */
final class FactTests {

    private final LiteralReader literals;
    private final Report report;

    FactTests(LiteralReader literals, Report report) {
        this.literals = literals;
        this.report = report;
    }

    /** The fact is true. */
    Formula bare(FactField fact, Token at) throws Unreadable {
        if (fact.type() != FactType.YES_NO) {
            throw Unreadable.syntax(
                    at,
                    "'" + fact.name() + "' is " + TypeWords.noun(fact.type()) + ", which alone is no condition.",
                    "Compare it, such as by == or != null.");
        }
        return test(fact, List.of(new Term.Is(true)));
    }

    Formula test(FactField fact, List<Term> terms) {
        return test(fact, terms, false);
    }

    private static Formula test(FactField fact, List<Term> terms, boolean negated) {
        Cell cell = new Cell(terms, negated, "");
        String text = new CellWriter(new Condition(fact, ColumnOperator.IS)).write(cell);
        return new Formula.Test(fact, new Cell(terms, negated, text));
    }

    /** The exact negation; of a cell as a cell, so that it reads as its author wrote it. */
    static Formula not(Formula formula) {
        return formula instanceof Formula.Test test
                ? test(test.fact(), test.cell().terms(), !test.cell().negated())
                : new Formula.Not(formula);
    }

    /** The fact is one of the alternatives. */
    Formula in(Fact left, List<Operand> alternatives) throws Unreadable {
        List<Term> terms = new ArrayList<>();
        List<Formula> parts = new ArrayList<>();
        for (Operand alternative : alternatives) {
            if (alternative instanceof Literal literal) {
                terms.addAll(equal(left, literal));
            } else {
                parts.add(compare(left, Operator.EQUAL, (Fact) alternative));
            }
        }
        if (!terms.isEmpty()) {
            parts.add(0, test(left.field(), terms));
        }
        return parts.size() == 1 ? parts.get(0) : new Formula.Any(parts);
    }

    Formula of(Fact left, Operator operator, Operand right) throws Unreadable {
        return right instanceof Literal literal
                ? withLiteral(left, operator, literal)
                : compare(left, operator, (Fact) right);
    }

    private Formula withLiteral(Fact left, Operator operator, Literal right) throws Unreadable {
        FactField fact = left.field();
        return switch (operator) {
            case EQUAL -> test(fact, equal(left, right));
            case UNEQUAL -> not(test(fact, equal(left, right)));
            case LESS -> test(fact, List.of(new Term.Between(null, false, ordered(left, operator, right), false)));
            case AT_MOST -> test(fact, List.of(new Term.Between(null, false, ordered(left, operator, right), true)));
            case MORE -> test(fact, List.of(new Term.Between(ordered(left, operator, right), false, null, false)));
            case AT_LEAST -> test(fact, List.of(new Term.Between(ordered(left, operator, right), true, null, false)));
            case CONTAINS -> contains(left, right);
            case MATCHES -> new Formula.Matches(text(left, operator), RegularExpression.compile(fact, right));
            case STARTS_WITH -> startsWith(left, right);
            case ENDS_WITH -> new Formula.EndsWith(text(left, operator), literals.text(fact, right));
            case LENGTH -> new Formula.HasLength(text(left, operator), literals.length(fact, right));
            case MEMBER_OF ->
                throw new Unreadable(
                        FindingCode.VALUE_NOT_FOR_TYPE,
                        right.at(),
                        right.quoted() + " is no set.",
                        "Write the set behind memberOf, or use in (\"…\").");
            case IN -> throw new IllegalArgumentException("Alternatives are read as a list");
        };
    }

    private List<Term> equal(Fact left, Literal right) throws Unreadable {
        FactField fact = left.field();
        if (fact.type() == FactType.TEXT_SET && !right.isNull()) {
            throw notFor(left, Operator.EQUAL, "A set has texts: write contains.");
        }
        List<Term> terms = literals.terms(fact, right);
        if (fact.type() == FactType.TIME && !right.isNull()) {
            report.add(
                    FindingCode.EXACT_TIME,
                    right.at(),
                    right.shown() + " is a single instant, which hardly any call meets.",
                    "Write >= " + right.shown() + " or <, or both.");
        }
        return terms;
    }

    private Comparable<?> ordered(Fact left, Operator operator, Literal right) throws Unreadable {
        checkOrdered(left, operator);
        return literals.value(left.field(), right);
    }

    private static void checkOrdered(Fact left, Operator operator) throws Unreadable {
        switch (left.field().type()) {
            case NUMBER, DATE, TIME -> {}
            case WEEKDAY -> throw notFor(left, operator, "List the days: in (\"Mo\", \"Tu\").");
            case PHONE_NUMBER, TEXT -> throw notFor(left, operator, "Compare by == or str[startsWith].");
            default -> throw notFor(left, operator, "Compare by ==, != or in.");
        }
    }

    private Formula contains(Fact left, Literal right) throws Unreadable {
        FactField fact = left.field();
        if (fact.type() == FactType.TEXT_SET) {
            return test(fact, List.of(new Term.Is(literals.value(fact, right))));
        } else if (fact.type() == FactType.TEXT) {
            return new Formula.HasPart(fact, literals.text(fact, right));
        }
        throw notFor(left, Operator.CONTAINS, "Sets and texts contain something; compare others by == or in.");
    }

    private Formula startsWith(Fact left, Literal right) throws Unreadable {
        FactField fact = left.field();
        if (fact.type() == FactType.PHONE_NUMBER) {
            return test(fact, List.of(new Term.HasPrefix(literals.prefix(fact, right))));
        }
        text(left, Operator.STARTS_WITH);
        return test(fact, List.of(new Term.StartsWith(literals.text(fact, right))));
    }

    /** The fact, if it is a free text. */
    private static FactField text(Fact left, Operator operator) throws Unreadable {
        FactField fact = left.field();
        if (fact.type() != FactType.TEXT) {
            throw notFor(
                    left,
                    operator,
                    switch (fact.type()) {
                        case ONE_OF -> "Its values are few: list them by in.";
                        case PHONE_NUMBER ->
                            "Compare the beginning, by str[startsWith] \"+4930\", or the whole number.";
                        case TEXT_SET -> "A set has texts: write contains.";
                        default -> "Compare it by ==, != or in.";
                    });
        }
        return fact;
    }

    private Formula compare(Fact left, Operator operator, Fact right) throws Unreadable {
        if (operator == Operator.MEMBER_OF) {
            return has(right, left, right.at());
        } else if (operator == Operator.CONTAINS) {
            return has(left, right, left.at());
        }
        Comparison comparison = comparison(operator)
                .orElseThrow(() -> Unreadable.outside(
                        right.at(),
                        "Behind " + operator.text() + " a fact cannot stand.",
                        "Write a text or number there."));
        checkSameType(left, right);
        if (comparison != Comparison.EQUAL) {
            checkOrdered(left, operator);
        }
        Formula compares = new Formula.Compares(left.field(), comparison, right.field());
        return operator == Operator.UNEQUAL ? new Formula.Not(compares) : compares;
    }

    private static Optional<Comparison> comparison(Operator operator) {
        return switch (operator) {
            case EQUAL, UNEQUAL -> Optional.of(Comparison.EQUAL);
            case LESS -> Optional.of(Comparison.LESS);
            case AT_MOST -> Optional.of(Comparison.AT_MOST);
            case MORE -> Optional.of(Comparison.MORE);
            case AT_LEAST -> Optional.of(Comparison.AT_LEAST);
            default -> Optional.empty();
        };
    }

    private static void checkSameType(Fact left, Fact right) throws Unreadable {
        FactType one = left.field().type();
        FactType other = right.field().type();
        boolean texts = isText(one) && isText(other);
        boolean comparable = one == other && one != FactType.TEXT_SET && one != FactType.SCHEDULE;
        if (!texts && !comparable) {
            throw new Unreadable(
                    FindingCode.VALUE_NOT_FOR_TYPE,
                    right.at(),
                    "'" + left.field().name() + "' is " + TypeWords.noun(one) + ", '"
                            + right.field().name() + "' is " + TypeWords.noun(other) + ".",
                    "Compare facts of one type, sets by contains or memberOf.");
        }
    }

    private static boolean isText(FactType type) {
        return type == FactType.TEXT || type == FactType.ONE_OF;
    }

    private static Formula has(Fact set, Fact element, Token at) throws Unreadable {
        if (set.field().type() != FactType.TEXT_SET || !isText(element.field().type())) {
            throw new Unreadable(
                    FindingCode.VALUE_NOT_FOR_TYPE,
                    at,
                    "A set of texts and a text are needed, not '" + set.field().name() + "' and '"
                            + element.field().name() + "'.",
                    "Sets are tags, organisations and openCalendars.");
        }
        return new Formula.Has(set.field(), element.field());
    }

    private static Unreadable notFor(Fact left, Operator operator, String remedy) {
        return new Unreadable(
                FindingCode.OPERATOR_NOT_FOR_TYPE,
                left.at(),
                "'" + left.field().name() + "' is "
                        + TypeWords.noun(left.field().type()) + " and cannot be compared by " + operator.text() + ".",
                remedy);
    }
}
