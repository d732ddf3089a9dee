package io.stellwerk.rules.dmn;

import io.stellwerk.engine.route.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a row does, as literal expressions of FEEL and back. */
final class OutputEntry {

    private OutputEntry() {}

    /** {@code "kam-" + customer.offerOwner}. */
    static String template(Template template) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < template.parts().size(); i++) {
            String part = template.parts().get(i);
            boolean fact = i % 2 == 1;
            if (fact || !part.isEmpty() || template.parts().size() == 1) {
                parts.add(fact ? part : Feel.string(part));
            }
        }
        return String.join(" + ", parts);
    }

    /** The text that a table has for it: names by comma, facts in braces; empty for nothing. */
    static String translate(String text) throws Untranslatable {
        FeelScanner scanner = new FeelScanner(text);
        if (scanner.atEnd() || text.strip().equals("-") || text.strip().equals(Feel.NULL)) {
            return "";
        }
        String translated = scanner.take("[") ? list(scanner) : sum(scanner);
        if (!scanner.atEnd()) {
            throw notUnderstood(scanner);
        }
        return translated;
    }

    private static String list(FeelScanner scanner) throws Untranslatable {
        List<String> texts = new ArrayList<>();
        if (scanner.take("]")) {
            return "";
        }
        do {
            texts.add(string(scanner));
        } while (scanner.take(","));
        if (!scanner.take("]")) {
            throw notUnderstood(scanner);
        }
        return texts.stream().collect(Collectors.joining(", "));
    }

    private static String string(FeelScanner scanner) throws Untranslatable {
        if (scanner.peek() != '"') {
            throw notUnderstood(scanner);
        }
        return scanner.string();
    }

    private static String sum(FeelScanner scanner) throws Untranslatable {
        StringBuilder sum = new StringBuilder();
        do {
            String fact = scanner.name();
            sum.append(fact.isEmpty() ? string(scanner) : "{" + fact + "}");
        } while (scanner.take("+"));
        return sum.toString();
    }

    private static Untranslatable notUnderstood(FeelScanner scanner) {
        return new Untranslatable(
                scanner.atEnd()
                        ? "The value ends too early."
                        : "'" + scanner.rest() + "' is no text that a table can have.",
                "Write a text in quotes, texts and facts joined by +, or a list of texts.");
    }
}
