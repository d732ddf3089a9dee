package io.stellwerk.rules.drl;

import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables that are bound where a constraint or an action stands. */
final class Scope {

    /** What a variable stands for. */
    sealed interface Binding {
        record OfFact(FactField fact) implements Binding {}

        record OfPattern(PatternType type) implements Binding {}
    }

    private final @Nullable Scope outer;
    private final Map<String, Binding> own = new HashMap<>();
    /** Bound inside a part that is over, with the word that begins such parts. */
    private final Map<String, String> gone;

    private Scope(@Nullable Scope outer, Map<String, String> gone) {
        this.outer = outer;
        this.gone = gone;
    }

    static Scope ofRule() {
        return new Scope(null, new HashMap<>());
    }

    Scope inner() {
        return new Scope(this, gone);
    }

    /** @param part the word that begins it: {@code not} */
    void close(String part) {
        own.keySet().forEach(name -> gone.put(name, part));
    }

    void bind(Token variable, Binding binding) throws Unreadable {
        if (!variable.isVariable() || variable.text().length() < 2) {
            throw Unreadable.outside(
                    variable,
                    "The variable " + Cursor.quoted(variable) + " does not begin with $.",
                    "Write $" + Token.shortened(variable.text().replace("$", "")) + ".");
        }
        if (lookUp(variable.text()) != null) {
            throw new Unreadable(
                    FindingCode.DUPLICATE_VARIABLE,
                    variable,
                    "The variable '" + variable.shown() + "' is bound already.",
                    "Give one of the two another name.");
        }
        own.put(variable.text(), binding);
    }

    Binding binding(Token variable) throws Unreadable {
        Binding binding = lookUp(variable.text());
        if (binding != null) {
            return binding;
        }
        String part = gone.get(variable.text());
        if (part != null) {
            throw new Unreadable(
                    FindingCode.UNKNOWN_VARIABLE,
                    variable,
                    "The variable '" + variable.shown() + "' is bound inside '" + part + "', so it has no value here.",
                    "Bind it in a pattern outside of it, or write two rules.");
        }
        throw new Unreadable(
                FindingCode.UNKNOWN_VARIABLE,
                variable,
                "The variable '" + variable.shown() + "' is bound nowhere before.",
                Suggestion.remedy(
                        variable.text(),
                        names(),
                        "variables",
                        "Bind it in a pattern: Customer( $owner : offerOwner )."));
    }

    private @Nullable Binding lookUp(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Binding binding = scope.own.get(name);
            if (binding != null) {
                return binding;
            }
        }
        return null;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (Scope scope = this; scope != null; scope = scope.outer) {
            names.addAll(scope.own.keySet());
        }
        return names;
    }
}
