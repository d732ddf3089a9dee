package io.stellwerk.rules.drl;

import io.stellwerk.rules.drl.Scope.Binding;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Suggestion;
import io.stellwerk.rules.formula.Formula;
import io.stellwerk.rules.table.Action;
import io.stellwerk.rules.table.Term;
import java.util.ArrayList;
import java.util.List;

/** Reads a pattern: {@code $c : Customer( openOffers >= 1, $owner : offerOwner )}. */
final class PatternReader {

    private static final String SEGMENT_REMEDY = "Write Segment( name == \"vip\" ), or name in (\"a\", \"b\").";

    private final List<Token> tokens;
    private final DrlScope facts;
    private final Report report;
    private final Properties properties;
    private final FactTests tests;

    PatternReader(List<Token> tokens, DrlScope facts, Report report) {
        this.tokens = tokens;
        this.facts = facts;
        this.report = report;
        this.properties = new Properties(facts);
        this.tests = new FactTests(new LiteralReader(facts, report), report);
    }

    /** @param first index of its first token: the type, or the variable that it is bound to */
    Formula read(int first, Scope scope) {
        boolean bound = first + 1 < tokens.size() && tokens.get(first + 1).is(":");
        int typeAt = bound ? first + 2 : first;
        try {
            PatternType type = type(typeAt);
            int open = typeAt + 1;
            int close = Brackets.closing(tokens, open);
            if (type == PatternType.SEGMENT) {
                return segment(bound, first, open, close);
            }
            if (bound) {
                bind(tokens.get(first), type, scope);
            }
            return constraints(type, open, close, scope);
        } catch (Unreadable e) {
            report.add(e);
            return Formula.ALWAYS;
        }
    }

    private PatternType type(int at) throws Unreadable {
        Token name = at < tokens.size()
                ? tokens.get(at)
                : tokens.get(tokens.size() - 1).behind();
        if (name.is("(")) {
            throw Unreadable.outside(
                    name, "A variable is bound to several patterns.", "Bind each pattern to a variable of its own.");
        } else if (at + 1 >= tokens.size() || !tokens.get(at + 1).is("(")) {
            throw Unreadable.outside(
                    name,
                    Cursor.quoted(name) + " is not the name of a pattern.",
                    "Patterns are " + String.join(", ", PatternType.texts()) + ", without package and without <…>.");
        }
        return PatternType.of(name.text())
                .orElseThrow(() -> new Unreadable(
                        FindingCode.UNKNOWN_FACT,
                        name,
                        "There is no pattern " + Cursor.quoted(name) + ".",
                        Suggestion.remedy(name.text(), PatternType.texts(), "patterns", "")));
    }

    private void bind(Token variable, PatternType type, Scope scope) {
        try {
            scope.bind(variable, new Binding.OfPattern(type));
        } catch (Unreadable e) {
            report.add(e);
        }
    }

    private Formula constraints(PatternType type, int open, int close, Scope scope) {
        List<Formula> parts = new ArrayList<>();
        if (type == PatternType.CUSTOMER) {
            FactField known = facts.dictionary().field("customer.known").orElseThrow();
            parts.add(tests.test(known, List.of(new Term.Is(true))));
        }
        for (Cursor constraint : split(open, close)) {
            try {
                parts.add(new ConstraintReader(constraint, type, scope, properties, tests).read());
            } catch (Unreadable e) {
                report.add(e);
            }
        }
        return FormulaParts.all(parts);
    }

    /** At the commas that are in no inner brackets; nothing for empty brackets. */
    private List<Cursor> split(int open, int close) {
        List<Cursor> parts = new ArrayList<>();
        int from = open + 1;
        int depth = 0;
        for (int i = from; i <= close; i++) {
            Token token = tokens.get(i);
            boolean last = i == close;
            if (last ? from < close || !parts.isEmpty() : depth == 0 && token.is(",")) {
                parts.add(new Cursor(tokens.subList(from, i), token));
                from = i + 1;
            }
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
        }
        return parts;
    }

    /** Segments are many, so that only asking for one by its name has a plain meaning. */
    private Formula segment(boolean bound, int first, int open, int close) throws Unreadable {
        if (bound) {
            throw Unreadable.outside(tokens.get(first), "A segment cannot be bound.", "Leave the variable out.");
        }
        Cursor cursor = new Cursor(tokens.subList(open + 1, close), tokens.get(close));
        if (!cursor.peek().is("name")) {
            throw Unreadable.outside(
                    cursor.atEnd() ? tokens.get(open) : cursor.peek(),
                    "A segment is asked for by its name.",
                    SEGMENT_REMEDY);
        }
        cursor.next();
        List<Term> names = new ArrayList<>();
        if (cursor.take("==")) {
            names.add(name(cursor));
        } else if (cursor.take("in")) {
            cursor.expect("(", SEGMENT_REMEDY);
            do {
                names.add(name(cursor));
            } while (cursor.take(","));
            cursor.expect(")", SEGMENT_REMEDY);
        }
        if (names.isEmpty() || !cursor.atEnd()) {
            throw Unreadable.outside(
                    cursor.peek(),
                    Cursor.quoted(cursor.peek()) + " is not understood in a segment.",
                    SEGMENT_REMEDY + " For its absence write not before the pattern.");
        }
        return tests.test(facts.dictionary().field(FactDictionary.SEGMENT).orElseThrow(), names);
    }

    private static Term name(Cursor cursor) throws Unreadable {
        Token name = cursor.next();
        if (!name.isText() || !Action.isName(name.text())) {
            throw new Unreadable(
                    FindingCode.MALFORMED_ACTION,
                    name,
                    Cursor.quoted(name) + " is not the name of a segment.",
                    "Write it in quotes: letters, digits, spaces, dots, dashes and underscores, at most 64.");
        }
        return new Term.Is(name.text());
    }
}
