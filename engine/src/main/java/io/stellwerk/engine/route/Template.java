package io.stellwerk.engine.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A text with facts in it: {@code kam-{customer.offerOwner}}.
 *
 * @param parts texts and facts in turn, beginning with a text (which may be empty) and ending with one
 */
public record Template(List<String> parts) {

    public Template {
        parts = List.copyOf(parts);
    }

    /**
     * @throws IllegalArgumentException if a brace has no partner or nothing in it; the message says so for the author
     */
    public static Template parse(String text) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            parts.add(withoutBrace(text.substring(from, open), text));
            parts.add(close < open + 2 ? refused(text) : withoutBrace(text.substring(open + 1, close), text));
            from = close + 1;
        }
        parts.add(withoutBrace(text.substring(from), text));
        return new Template(parts);
    }

    private static String withoutBrace(String part, String text) {
        return part.indexOf('{') >= 0 || part.indexOf('}') >= 0 ? refused(text) : part;
    }

    private static String refused(String text) {
        throw new IllegalArgumentException(
                "'" + text + "' needs a fact between { and }, such as {customer.offerOwner}");
    }

    /** The names of the facts in it, in order. */
    public List<String> facts() {
        List<String> facts = new ArrayList<>();
        for (int i = 1; i < parts.size(); i += 2) {
            facts.add(parts.get(i));
        }
        return facts;
    }

    /** The text with all facts filled in; empty as soon as one of them has no value. */
    public Optional<String> fill(Function<String, Optional<String>> factByName) {
        if (parts.size() == 1) {
            return Optional.of(parts.get(0));
        }
        StringBuilder text = new StringBuilder(parts.get(0));
        for (int i = 1; i < parts.size(); i += 2) {
            Optional<String> value = factByName.apply(parts.get(i)).filter(found -> !found.isEmpty());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            text.append(value.get()).append(parts.get(i + 1));
        }
        return Optional.of(text.toString());
    }

    /** The text as its author wrote it. */
    public String text() {
        StringBuilder text = new StringBuilder(parts.get(0));
        for (int i = 1; i < parts.size(); i += 2) {
            text.append('{').append(parts.get(i)).append('}').append(parts.get(i + 1));
        }
        return text.toString();
    }
}
