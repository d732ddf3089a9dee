package io.stellwerk.rules.drl;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What to write instead of calls and paths: nothing is called, and facts have no parts. */
final class MethodCalls {

    private static final String NO_CALLS = "Write properties without brackets, such as openOffers; no code is run.";
    private static final Map<String, String> INSTEAD = Map.of(
            "contains", "Write it like tags contains \"vip\".",
            "startsWith", "Write it like name str[startsWith] \"A\".",
            "endsWith", "Write it like name str[endsWith] \"A\".",
            "equals", "Write == to compare.",
            "length", "Write it like digits str[length] 4.",
            "matches", "Write it like name matches \"A.*\".",
            "isEmpty", "Write == null for a fact without a value.",
            "size", "Compare a number such as openOffers.");

    private MethodCalls() {}

    static Unreadable refused(Token name) {
        String remedy = Properties.getter(name.text())
                .map(property -> "Write '" + Properties.meant(property) + "', without brackets.")
                .orElse(INSTEAD.getOrDefault(name.text(), NO_CALLS));
        return refused(name, remedy);
    }

    private static Unreadable refused(Token name, String remedy) {
        return Unreadable.outside(name, Cursor.quoted(name) + " is a method; none is called here.", remedy);
    }

    /** For a word that a dot follows. */
    static Unreadable path(Token first, Cursor cursor) {
        boolean nullSafe = cursor.take("!");
        cursor.take(".");
        Token second = cursor.next();
        if (cursor.peek().is("(")) {
            return namesType(first) ? refused(second, NO_CALLS) : refused(second);
        }
        Optional<String> constant = constant(first, second);
        return Unreadable.outside(
                first,
                "'" + first.shown() + (nullSafe ? "!." : ".") + second.shown() + "' is a path; facts have no parts.",
                constant.map(text -> "Write the value as a text: \"" + text + "\".")
                        .orElse("Write the property alone, such as customerClass."));
    }

    private static boolean namesType(Token word) {
        return Character.isUpperCase(word.text().charAt(0));
    }

    /** {@code MOST_VALUABLE} of an enum is written {@code most-valuable}. */
    private static Optional<String> constant(Token type, Token name) {
        return namesType(type) && name.text().matches("[A-Z][A-Z0-9_]*")
                ? Optional.of(name.text().toLowerCase(Locale.ROOT).replace('_', '-'))
                : Optional.empty();
    }
}
