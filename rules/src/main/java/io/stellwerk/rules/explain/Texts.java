package io.stellwerk.rules.explain;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The phrases of one language. Immutable, any thread. */
final class Texts {

    private static final Map<Language, Texts> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Texts(language));
        }
    }

    private final Locale locale;
    private final Map<Phrase, String> patterns = new EnumMap<>(Phrase.class);

    private Texts(Language language) {
        this.locale = language.locale();
        ResourceBundle bundle = ResourceBundle.getBundle(
                "io.stellwerk.rules.explain.explanation",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        for (Phrase phrase : Phrase.values()) {
            patterns.put(phrase, bundle.getString(phrase.name()));
        }
    }

    static Texts in(Language language) {
        Texts texts = ALL.get(language);
        if (texts == null) {
            throw new IllegalStateException("No texts in " + language);
        }
        return texts;
    }

    /** The phrase with its places filled in, numbers as the language writes them. */
    String text(Phrase phrase, Object... values) {
        String pattern = patterns.get(phrase);
        if (pattern == null) {
            throw new IllegalStateException("No text for " + phrase);
        }
        return new MessageFormat(pattern, locale).format(values);
    }

    String number(double number, int places) {
        return String.format(locale, "%." + places + "f", number);
    }
}
