package io.stellwerk.rules.drl;

import io.stellwerk.engine.route.ReleaseCause;
import io.stellwerk.engine.route.Template;
import io.stellwerk.rules.drl.Scope.Binding;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Suggestion;
import io.stellwerk.rules.table.Action;
import io.stellwerk.rules.table.RejectWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a rule does: a closed list of statements. They are values afterwards, nothing of them is run.
 *
 * <pre>
 * statement = "route" "." "to" "(" part {"+" part} ")" ";"           part: a text, $variable or $variable.property
 *           | "route" "." "reject" "(" word | q850 "," sip "," text ")" ";"
 *           | "route" "." "announce" "(" text ")" ";"
 *           | "insert" "(" "new" "Segment" "(" text ")" ")" ";"
 * </pre>
 */
final class ActionsReader {

    private static final List<String> METHODS = List.of("to", "reject", "announce");
    private static final String STATEMENTS =
            "Write route.to(\"plan\"); route.reject(\"busy\"); route.announce(\"id\"); or insert(new Segment(\"name\"));";

    private final Cursor cursor;
    private final Scope scope;
    private final Properties properties;
    private final Report report;
    private final List<String> announcements = new ArrayList<>();
    private final List<String> segments = new ArrayList<>();
    private Optional<Template> plan = Optional.empty();
    private Optional<ReleaseCause> reject = Optional.empty();
    /** The first statement that decides. */
    private @Nullable Token decision;

    private @Nullable Token insertion;

    ActionsReader(RuleText rule, Scope scope, Properties properties, Report report) {
        this.cursor = new Cursor(rule.actions(), rule.end());
        this.scope = scope;
        this.properties = properties;
        this.report = report;
    }

    Action read() {
        while (!cursor.atEnd()) {
            try {
                if (!cursor.take(";")) {
                    statement();
                }
            } catch (Unreadable e) {
                report.add(e);
                skipStatement();
            }
        }
        return new Action(plan, reject, announcements, segments);
    }

    /** Whether one of the statements is meant to decide the call, even if it cannot be read. */
    boolean decides() {
        return decision != null;
    }

    Optional<Token> insertion() {
        return Optional.ofNullable(insertion);
    }

    private void statement() throws Unreadable {
        Token first = cursor.next();
        if (first.is("route") && cursor.take(".")) {
            route(cursor.next());
        } else if (first.is("insert") && cursor.peek().is("(")) {
            insert(first);
        } else {
            throw foreign(first);
        }
        if (!cursor.take(";")) {
            report.add(
                    FindingCode.DRL_SYNTAX,
                    cursor.peek(),
                    "Before " + Cursor.quoted(cursor.peek()) + " a semicolon is missing.",
                    "End each action by a semicolon.");
        }
    }

    private void checkNotDecided(Token action) {
        Token decided = decision;
        if (decided != null) {
            report.add(
                    FindingCode.MALFORMED_ACTION,
                    action,
                    "The call is decided in line " + decided.line() + "; nothing more is done.",
                    "Write it before, and the decision last.");
        }
    }

    private void route(Token method) throws Unreadable {
        switch (method.text()) {
            case "to" -> {
                decide(method);
                plan = Optional.of(plan(method));
            }
            case "reject" -> {
                decide(method);
                reject = Optional.of(cause());
            }
            case "announce" -> {
                checkNotDecided(method);
                name(announcements);
            }
            default ->
                throw Unreadable.outside(
                        method,
                        "There is no action route." + method.shown() + ".",
                        Suggestion.remedy(method.text(), METHODS, "actions of route", ""));
        }
    }

    private void decide(Token method) throws Unreadable {
        Token before = decision;
        if (before == null) {
            decision = method;
        } else if (before.text().equals(method.text())) {
            throw new Unreadable(
                    FindingCode.MALFORMED_ACTION,
                    method,
                    "The call is decided in line " + before.line() + " already.",
                    "Take one of the two out; a plan has overflow for when it leads nowhere.");
        } else {
            throw new Unreadable(
                    FindingCode.PLAN_AND_REJECT,
                    method,
                    "The rule has a plan and refuses the call as well.",
                    "Choose one.");
        }
    }

    /** Texts and facts, which fill in when the rule decides. */
    private Template plan(Token method) throws Unreadable {
        cursor.expect("(", STATEMENTS);
        List<String> parts = new ArrayList<>(List.of(""));
        do {
            part(parts);
        } while (cursor.take("+"));
        cursor.expect(")", "A plan's name is put together by + from texts in quotes and $variables.");
        if (parts.size() == 1 && parts.get(0).isBlank()) {
            throw new Unreadable(
                    FindingCode.MALFORMED_ACTION, method, "The plan has no name.", "Name a plan of plans.yaml.");
        }
        return new Template(parts);
    }

    /** {@code parts} are texts and facts in turn, and end with a text. */
    private void part(List<String> parts) throws Unreadable {
        Token token = cursor.next();
        if (token.isText()) {
            checkWithoutBraces(token);
            int last = parts.size() - 1;
            parts.set(last, parts.get(last) + token.text());
        } else if (token.isVariable()) {
            parts.add(fact(token).name());
            parts.add("");
        } else {
            throw Unreadable.outside(
                    token,
                    Cursor.quoted(token) + " cannot be part of a plan's name.",
                    "Put it together by + from texts in quotes and $variables.");
        }
    }

    private static void checkWithoutBraces(Token text) throws Unreadable {
        if (text.text().indexOf('{') >= 0 || text.text().indexOf('}') >= 0) {
            throw new Unreadable(
                    FindingCode.MALFORMED_TEMPLATE,
                    text,
                    "Braces have no meaning in " + Cursor.quoted(text) + ".",
                    "Bind the fact, and write \"kam-\" + $owner.");
        }
    }

    private FactField fact(Token variable) throws Unreadable {
        Binding binding = scope.binding(variable);
        FactField fact;
        if (binding instanceof Binding.OfFact bound) {
            fact = bound.fact();
        } else {
            cursor.expect(".", "Name a property: " + variable.shown() + ".offerOwner.");
            fact = properties.fact(((Binding.OfPattern) binding).type(), cursor.next());
        }
        if (cursor.peek().is(".") || cursor.peek().is("(")) {
            throw MethodCalls.path(variable, cursor);
        } else if (fact.type() == FactType.SCHEDULE) {
            throw new Unreadable(
                    FindingCode.MALFORMED_TEMPLATE,
                    variable,
                    "'" + fact.name() + "' has no text to fill in.",
                    "Take a fact with a single value.");
        }
        return fact;
    }

    private ReleaseCause cause() throws Unreadable {
        String remedy = "Write route.reject(\"busy\"), or route.reject(21, 603, \"Decline\").";
        cursor.expect("(", remedy);
        Token first = cursor.next();
        ReleaseCause cause = first.isText() ? word(first) : numbers(first, remedy);
        cursor.expect(")", remedy);
        return cause;
    }

    private static ReleaseCause word(Token word) throws Unreadable {
        return RejectWord.of(word.text())
                .map(RejectWord::cause)
                .orElseThrow(() -> new Unreadable(
                        FindingCode.MALFORMED_ACTION,
                        word,
                        Cursor.quoted(word) + " is not a reason to refuse a call.",
                        Suggestion.remedy(word.text(), RejectWord.texts(), "reasons", "")
                                + " Others are written like route.reject(21, 603, \"Decline\")."));
    }

    private ReleaseCause numbers(Token q850, String remedy) throws Unreadable {
        int cause = number(q850, remedy);
        cursor.expect(",", remedy);
        int sip = number(cursor.next(), remedy);
        cursor.expect(",", remedy);
        Token reason = cursor.next();
        try {
            if (reason.isText() && !reason.text().isBlank() && reason.text().length() <= 100) {
                return new ReleaseCause(cause, sip, reason.text().strip());
            }
        } catch (IllegalArgumentException e) {
            // Told below, as for a text that is none.
        }
        throw new Unreadable(
                FindingCode.MALFORMED_ACTION,
                q850,
                "This is no cause: Q.850 has 1 to 127, SIP refuses with 300 to 699, and the reason is a text of at most"
                        + " 100 characters of ASCII.",
                remedy);
    }

    private static int number(Token token, String remedy) throws Unreadable {
        if (token.kind() != Token.Kind.NUMBER || !token.text().matches("[1-9][0-9]{0,2}")) {
            throw new Unreadable(
                    FindingCode.MALFORMED_ACTION, token, Cursor.quoted(token) + " is no cause of release.", remedy);
        }
        return Integer.parseInt(token.text());
    }

    private void insert(Token statement) throws Unreadable {
        insertion = insertion == null ? statement : insertion;
        String remedy = "Write insert(new Segment(\"vip\"));";
        cursor.expect("(", remedy);
        cursor.expect("new", remedy);
        if (!cursor.peek().is("Segment")) {
            throw Unreadable.outside(
                    cursor.peek(), "Only segments are inserted, not " + Cursor.quoted(cursor.peek()) + ".", remedy);
        }
        cursor.next();
        name(segments);
        cursor.expect(")", remedy);
    }

    /** A name in quotes and brackets. */
    private void name(List<String> names) throws Unreadable {
        String remedy = "Write one name in quotes: letters, digits, spaces, dots, dashes and underscores, at most 64.";
        cursor.expect("(", remedy);
        Token name = cursor.next();
        if (!name.isText() || !Action.isName(name.text())) {
            throw new Unreadable(FindingCode.MALFORMED_ACTION, name, Cursor.quoted(name) + " is not a name.", remedy);
        } else if (names.contains(name.text())) {
            report.add(
                    FindingCode.MALFORMED_ACTION,
                    name,
                    Cursor.quoted(name) + " is named twice.",
                    "Take one of the two out.");
        } else {
            names.add(name.text());
        }
        cursor.expect(")", remedy);
    }

    private static Unreadable foreign(Token token) {
        String remedy = switch (token.text()) {
            case "insertLogical", "insertString", "drools" -> "Write insert(new Segment(\"vip\"));";
            case "modify", "update", "delete", "retract" ->
                "Derive a segment instead: facts do not change during a call.";
            case "halt" -> "Take it out: route.to and route.reject end the decision.";
            case "then", "[" -> "Write one rule for each case.";
            default -> STATEMENTS;
        };
        return Unreadable.outside(token, Cursor.quoted(token) + " begins no action; Java is not run here.", remedy);
    }

    /** To behind the next semicolon that is in no braces. */
    private void skipStatement() {
        int depth = 0;
        while (!cursor.atEnd()) {
            Token token = cursor.next();
            depth += token.is("{") ? 1 : token.is("}") ? -1 : 0;
            if (depth <= 0 && (token.is(";") || token.is("}"))) {
                return;
            }
        }
    }
}
