package io.stellwerk.rules.drl;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What Drools' parser gets to see of a rule: words, signs and numbers at their columns on one line, each text as so many
 * letters x, and no actions. So no text of a tenant reaches it, and it cannot take for code or for a quote what is none.
 */
final class Skeleton {

    /** How many columns stand before the rule's first one. */
    static final int MARGIN = 16;

    private static final String MASK = "x";

    private static final Pattern STRANGE_IN_WORD = Pattern.compile("[^A-Za-z0-9_$]");
    private static final Pattern STRANGE_IN_NUMBER = Pattern.compile("[^0-9.]");

    private final int base;
    private final StringBuilder line = new StringBuilder();

    private Skeleton(int base) {
        this.base = base - MARGIN;
    }

    /** All that stands before the actions. */
    static String whole(RuleText rule) {
        Skeleton skeleton = new Skeleton(rule.keyword().start());
        skeleton.add(rule.keyword());
        skeleton.add(rule.name());
        rule.header().forEach(skeleton::add);
        rule.when().ifPresent(skeleton::add);
        rule.conditions().forEach(skeleton::add);
        return skeleton.ended();
    }

    /** The patterns alone, with nothing in their brackets. */
    static String patterns(RuleText rule) {
        Skeleton skeleton = new Skeleton(rule.keyword().start());
        skeleton.line.append("rule x when");
        List<Token> conditions = rule.conditions();
        for (int i = 0; i < conditions.size(); i++) {
            skeleton.add(conditions.get(i));
            if (Brackets.ofPattern(conditions, i)) {
                i = Brackets.closing(conditions, i) - 1;
            }
        }
        return skeleton.ended();
    }

    private void add(Token token) {
        while (line.length() < token.start() - base) {
            line.append(' ');
        }
        int length = token.end() - token.start();
        switch (token.kind()) {
            case TEXT ->
                line.append('"').append(MASK.repeat(Math.max(0, length - 2))).append('"');
            case WORD -> line.append(STRANGE_IN_WORD.matcher(token.text()).replaceAll(MASK));
            case NUMBER -> line.append(STRANGE_IN_NUMBER.matcher(token.text()).replaceAll("0"));
            default -> line.append(token.text());
        }
    }

    private String ended() {
        return line + " then end";
    }
}
