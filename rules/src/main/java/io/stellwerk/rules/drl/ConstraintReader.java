package io.stellwerk.rules.drl;

import io.stellwerk.rules.drl.Operand.Fact;
import io.stellwerk.rules.drl.Operand.Literal;
import io.stellwerk.rules.drl.Scope.Binding;
import io.stellwerk.rules.finding.Suggestion;
import io.stellwerk.rules.formula.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one constraint of a pattern, by recursive descent over a closed grammar:
 *
 * <pre>
 * constraint = [$variable ":"] or
 * or         = and {"||" and}
 * and        = unary {"&&" unary}
 * unary      = ["!"] ( "(" or ")" | comparison )
 * comparison = operand [relation | "(" or ")"] | relation      a relation alone goes on with the operand before
 * relation   = operator operand | ["not"] "in" "(" operand {"," operand} ")"
 * </pre>
 *
 * <p>The depth of its descent is that of the brackets, which are checked before.
 */
final class ConstraintReader {

    private static final Set<String> OTHER_WORDS =
            Set.of("soundslike", "excludes", "after", "before", "coincides", "during", "includes", "instanceof", "is");

    private final Cursor cursor;
    private final PatternType type;
    private final Scope scope;
    private final Properties properties;
    private final FactTests tests;
    private @Nullable Fact last;

    ConstraintReader(Cursor cursor, PatternType type, Scope scope, Properties properties, FactTests tests) {
        this.cursor = cursor;
        this.type = type;
        this.scope = scope;
        this.properties = properties;
        this.tests = tests;
    }

    /** What it asks; always true for a mere binding. */
    Formula read() throws Unreadable {
        if (cursor.atEnd()) {
            throw Unreadable.syntax(
                    cursor.peek(), "Between the commas a constraint is missing.", "Take the comma out, or add one.");
        }
        if (cursor.peek(1).is(":") || cursor.peek(1).is(":=")) {
            bind();
            if (cursor.peek(1).kind() == Token.Kind.END) {
                return Formula.ALWAYS;
            }
        }
        Formula formula = or();
        if (!cursor.atEnd()) {
            throw misplaced(cursor.peek());
        }
        return formula;
    }

    private void bind() throws Unreadable {
        Token variable = cursor.next();
        Token colon = cursor.next();
        if (colon.is(":=")) {
            throw Unreadable.outside(colon, "':=' unifies, which is not read here.", "Write : to bind, == to compare.");
        } else if (!cursor.peek().isWord() || cursor.peek().isVariable() || Literals.isWord(cursor.peek())) {
            throw Unreadable.outside(cursor.peek(), "Only a property is bound.", "Write it like $owner : offerOwner.");
        }
        scope.bind(variable, new Binding.OfFact(properties.fact(type, cursor.peek())));
    }

    private Formula or() throws Unreadable {
        List<Formula> parts = new ArrayList<>(List.of(and()));
        while (cursor.take("||")) {
            parts.add(and());
        }
        return parts.size() == 1 ? parts.get(0) : new Formula.Any(parts);
    }

    private Formula and() throws Unreadable {
        List<Formula> parts = new ArrayList<>(List.of(unary()));
        while (cursor.take("&&")) {
            parts.add(unary());
        }
        return parts.size() == 1 ? parts.get(0) : new Formula.All(parts);
    }

    private Formula unary() throws Unreadable {
        boolean negated = cursor.take("!");
        Formula formula = cursor.take("(") ? bracketed() : comparison();
        return negated ? FactTests.not(formula) : formula;
    }

    private Formula bracketed() throws Unreadable {
        Formula formula = or();
        if (!cursor.take(")")) {
            throw misplaced(cursor.peek());
        }
        return formula;
    }

    private Formula comparison() throws Unreadable {
        Fact before = last;
        if (before != null && startsRelation()) {
            return relation(before);
        }
        Operand operand = operand();
        if (!(operand instanceof Fact fact)) {
            throw Unreadable.outside(
                    operand.at(),
                    Cursor.quoted(operand.at()) + " stands where a property is needed.",
                    "Write the property first: openOffers >= 1.");
        }
        last = fact;
        if (startsRelation()) {
            return eitherOf(fact);
        } else if (cursor.peek().is("(")) {
            cursor.next();
            return bracketed();
        } else if (cursor.peek().isWord()) {
            throw unknownOperator(cursor.peek());
        } else if (!endsOperand(cursor.peek())) {
            throw misplaced(cursor.peek());
        }
        return tests.bare(fact.field(), fact.at());
    }

    private static boolean endsOperand(Token token) {
        return token.kind() == Token.Kind.END || token.is(")") || token.is("&&") || token.is("||");
    }

    /** What is asked of a property that is named once holds together, whatever stands around it: {@code a == 1 || == 2 && b > 3}. */
    private Formula eitherOf(Fact left) throws Unreadable {
        List<Formula> parts = new ArrayList<>(List.of(allOf(left)));
        while (goesOnBehind("||")) {
            cursor.next();
            parts.add(allOf(left));
        }
        return parts.size() == 1 ? parts.get(0) : new Formula.Any(parts);
    }

    private Formula allOf(Fact left) throws Unreadable {
        List<Formula> parts = new ArrayList<>(List.of(relation(left)));
        while (goesOnBehind("&&")) {
            cursor.next();
            parts.add(relation(left));
        }
        return parts.size() == 1 ? parts.get(0) : new Formula.All(parts);
    }

    private boolean goesOnBehind(String sign) {
        return cursor.peek().is(sign) && startsRelation(1);
    }

    private boolean startsRelation() {
        return startsRelation(0);
    }

    private boolean startsRelation(int ahead) {
        Token token = cursor.peek(ahead);
        return Operator.ofSign(token).isPresent()
                || Operator.startsWordRelation(token)
                || (token.is("not") && Operator.startsWordRelation(cursor.peek(ahead + 1)));
    }

    private Formula relation(Fact left) throws Unreadable {
        boolean negated = cursor.take("not");
        Operator operator = operator();
        Formula formula =
                operator == Operator.IN ? tests.in(left, alternatives()) : tests.of(left, operator, operand());
        if (Operator.ofSign(cursor.peek()).isPresent()) {
            throw Unreadable.outside(
                    cursor.peek(), "Only two values are compared at a time.", "Write two comparisons, joined by &&.");
        }
        return negated ? FactTests.not(formula) : formula;
    }

    private Operator operator() throws Unreadable {
        Token token = cursor.next();
        if (!token.is("str")) {
            return Operator.ofSign(token).or(() -> Operator.ofWord(token)).orElseThrow(() -> unknownOperator(token));
        }
        cursor.expect("[", "Write str[startsWith], str[endsWith] or str[length].");
        Token how = cursor.next();
        Operator operator = Operator.ofTexts(how)
                .orElseThrow(() -> Unreadable.outside(
                        how,
                        "There is no operator str[" + how.shown() + "].",
                        "Write str[startsWith], str[endsWith] or str[length]."));
        cursor.expect("]", "Write str[startsWith], str[endsWith] or str[length].");
        return operator;
    }

    private List<Operand> alternatives() throws Unreadable {
        String remedy = "Write it like in (\"A\", \"B\").";
        cursor.expect("(", remedy);
        List<Operand> alternatives = new ArrayList<>();
        do {
            alternatives.add(operand());
        } while (cursor.take(","));
        cursor.expect(")", remedy);
        return alternatives;
    }

    private Operand operand() throws Unreadable {
        Token first = cursor.next();
        Operand operand = switch (first.kind()) {
            case TEXT, NUMBER -> new Literal(first, false);
            case WORD -> word(first);
            default -> {
                if (first.is("-") && cursor.peek().kind() == Token.Kind.NUMBER) {
                    yield new Literal(cursor.next(), true);
                }
                throw misplaced(first);
            }
        };
        if (isArithmetic(cursor.peek())) {
            throw Unreadable.outside(
                    cursor.peek(),
                    "'" + cursor.peek().shown() + "' calculates, which rules do not.",
                    "Compare the fact with a value that is calculated already.");
        }
        return operand;
    }

    private static boolean isArithmetic(Token token) {
        return token.kind() == Token.Kind.SIGN && token.text().length() == 1 && "+-*/%".contains(token.text());
    }

    private Operand word(Token word) throws Unreadable {
        if (Literals.isWord(word)) {
            return new Literal(word, false);
        } else if (word.isVariable()) {
            return variable(word);
        }
        if (word.is("not")) {
            throw misplaced(word);
        }
        checkPlain(word);
        return new Fact(properties.fact(type, word), word);
    }

    private Fact variable(Token variable) throws Unreadable {
        Binding binding = scope.binding(variable);
        if (binding instanceof Binding.OfFact fact) {
            checkPlain(variable);
            return new Fact(fact.fact(), variable);
        }
        PatternType bound = ((Binding.OfPattern) binding).type();
        if (!cursor.take(".")) {
            throw Unreadable.outside(
                    variable,
                    "'" + variable.shown() + "' is a whole " + bound.text() + ", which cannot be compared.",
                    "Name one of its properties: " + variable.shown() + ".id.");
        }
        Token property = cursor.next();
        checkPlain(property);
        return new Fact(properties.fact(bound, property), property);
    }

    /** Fails if a call, a path or the like follows. */
    private void checkPlain(Token word) throws Unreadable {
        boolean call = cursor.peek().is("(")
                && !Operator.ofSign(cursor.peek(1)).isPresent()
                && !Operator.startsWordRelation(cursor.peek(1))
                && !cursor.peek(1).is("not");
        if (call) {
            throw MethodCalls.refused(word);
        } else if (cursor.peek().is(".")
                || (cursor.peek().is("!") && cursor.peek(1).is("."))) {
            throw MethodCalls.path(word, cursor);
        } else if (cursor.peek().is("[") || cursor.peek().is("#") || word.is("new") || word.is("this")) {
            throw Unreadable.outside(
                    word,
                    "'" + word.shown() + "' cannot stand here in this way.",
                    "Write a property as it is, such as openOffers.");
        }
    }

    private static Unreadable unknownOperator(Token token) {
        String remedy = switch (token.text()) {
            case "excludes" -> "Write not contains.";
            case "instanceof" -> "Take it out: each property has its type.";
            case "soundslike" -> "Write matches, or list the spellings by in.";
            default ->
                OTHER_WORDS.contains(token.text())
                        ? "Compare by ==, !=, <, <=, > or >=."
                        : Suggestion.remedy(token.text(), Operator.texts(), "operators", "");
        };
        return Unreadable.outside(token, "There is no operator " + Cursor.quoted(token) + ".", remedy);
    }

    private static Unreadable misplaced(Token token) {
        String remedy = switch (token.text()) {
            case "=" -> "Write == to compare.";
            case "&" -> "Write && or a comma for and.";
            case "|" -> "Write || for or.";
            case ";" -> "Name the property: name == \"…\"; constraints are separated by commas.";
            case ":", ":=" -> "Write the binding as a constraint of its own, separated by a comma.";
            case "~" -> "Write matches, or ==.";
            case "-", "+" -> "Write a number or a property; nothing is calculated.";
            case "not" -> "Write ! before brackets, as !(name == \"x\"), or !=.";
            default -> "Constraints are comparisons such as openOffers >= 1, joined by && and ||, separated by commas.";
        };
        return token.kind() == Token.Kind.END
                ? Unreadable.syntax(token, "Here a part of the constraint is missing.", remedy)
                : Unreadable.outside(token, Cursor.quoted(token) + " is not understood here.", remedy);
    }
}
