package io.stellwerk.rules.drl;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Drools' language has and the part of it that is read here has not, each with what to write instead. */
final class ForeignWords {

    /** How far a construct between rules goes. */
    enum Extent {
        BLOCK,
        UNTIL_END,
        LINE,
        UNKNOWN
    }

    private static final String NO_CODE = "Take it out: rules are conditions and route actions, and no code is run.";
    private static final String FOR_EACH_RULE = "Write it in each rule that needs it, before when.";
    private static final String PLAIN_PATTERNS =
            "Write patterns such as Customer( openOffers >= 1 ), with not and exists where needed.";
    private static final String NO_EVENTS =
            "Take it out: a rule sees one call; test call.date, call.time, call.weekday or call.when.";

    private static final Map<String, String> IN_FILE = Map.ofEntries(
            Map.entry("import", "Take it out: Call, Customer, Hotline and Segment are known without."),
            Map.entry("function", NO_CODE),
            Map.entry("global", "Take it out: rules read facts, and act by route and insert."),
            Map.entry("declare", "Declare own attributes of customers in tenant.yaml."),
            Map.entry("query", "Write the conditions into the rules, or derive a segment and test that."),
            Map.entry("unit", "Take it out: all rules of the folder belong together."),
            Map.entry("expander", "Write the rule in DRL itself; domain specific languages are not expanded."),
            Map.entry("template", "Write a decision table instead."),
            Map.entry("dialect", NO_CODE),
            Map.entry("end", "Take it out: the rule before it has ended already."),
            Map.entry("salience", FOR_EACH_RULE),
            Map.entry("enabled", FOR_EACH_RULE),
            Map.entry("date", FOR_EACH_RULE),
            Map.entry("activation", FOR_EACH_RULE),
            Map.entry("no", FOR_EACH_RULE),
            Map.entry("lock", FOR_EACH_RULE),
            Map.entry("agenda", "Take it out: salience orders rules."),
            Map.entry("ruleflow", "Take it out: salience orders rules."),
            Map.entry("timer", NO_EVENTS),
            Map.entry("duration", NO_EVENTS),
            Map.entry("calendars", NO_EVENTS),
            Map.entry("auto", "Take it out: there are no agenda groups."));

    private static final Map<String, String> IN_CONDITIONS = Map.ofEntries(
            Map.entry("eval", "Write the test as a constraint of a pattern: Customer( openOffers >= 1 )."),
            Map.entry("forall", "Write not Customer( … ) with the opposite condition: there is at most one customer."),
            Map.entry("accumulate", "Compare the facts that are counted already, such as openOffers and value."),
            Map.entry("acc", "Compare the facts that are counted already, such as openOffers and value."),
            Map.entry("groupby", "Compare the facts that are counted already, such as openOffers and value."),
            Map.entry("collect", "Compare the facts that are counted already, such as openOffers and value."),
            Map.entry("from", PLAIN_PATTERNS),
            Map.entry("over", NO_EVENTS),
            Map.entry("window", NO_EVENTS),
            Map.entry("entry", PLAIN_PATTERNS),
            Map.entry("query", PLAIN_PATTERNS),
            Map.entry("do", "Write one rule for each action."),
            Map.entry("if", "Write one rule for each case."),
            Map.entry("else", "Write one rule for each case."),
            Map.entry("break", "Write one rule for each case."),
            Map.entry("new", PLAIN_PATTERNS),
            Map.entry("?", "Write a pattern: there are no queries."),
            Map.entry("/", PLAIN_PATTERNS),
            Map.entry(",", "Take it out, or write and: commas separate constraints within a pattern."),
            Map.entry(".", "Write Call, Customer, Hotline or Segment, without a package."),
            Map.entry("@", "Take it out: annotations stand behind the name of the rule."),
            Map.entry("&&", "Write and between patterns."),
            Map.entry("||", "Write or between patterns."),
            Map.entry("!", "Write not before a pattern."),
            Map.entry(":=", "Write $name : before the pattern."));

    private static final Set<String> JOINING_SIGNS = Set.of("(", ")", ":", ";");

    private ForeignWords() {}

    /** What to do with a word that begins something between rules. */
    static Optional<String> ofFile(Token token) {
        return token.isWord() ? Optional.ofNullable(IN_FILE.get(token.text())) : Optional.empty();
    }

    /** What to do with a word or sign that stands between patterns; empty for what joins and binds patterns. */
    static Optional<String> ofConditions(Token token) {
        boolean joins = switch (token.kind()) {
            case WORD -> !IN_CONDITIONS.containsKey(token.text());
            case SIGN -> JOINING_SIGNS.contains(token.text());
            default -> false;
        };
        return joins ? Optional.empty() : Optional.of(IN_CONDITIONS.getOrDefault(token.text(), PLAIN_PATTERNS));
    }

    static Extent extent(Token token) {
        if (ofFile(token).isEmpty()) {
            return Extent.UNKNOWN;
        }
        return switch (token.text()) {
            case "function" -> Extent.BLOCK;
            case "declare", "query" -> Extent.UNTIL_END;
            default -> Extent.LINE;
        };
    }
}
