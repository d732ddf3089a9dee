package io.stellwerk.bench.drools;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rule sets as text, over all facts, operators and ways to join patterns.
 *
 * <p>Only what means the same in standard Drools: deriving rules stand before deciding ones, what asks for the absence of
 * a segment stands behind what derives it, and a fact that may have no value is asked for one first where standard Drools
 * would fail on it or take null for a value. The rest is in {@code DifferencesTest}.
 */
final class RandomDrl {

    /** What a fact's values are like. */
    private enum Kind {
        TEXT,
        ONE_OF,
        NUMBER,
        DATE,
        TIME,
        WEEKDAY,
        PHONE,
        YES_NO,
        SET
    }

    /** A property of a pattern. */
    private record Property(String pattern, String name, Kind kind, List<String> values, boolean nullable) {

        String fact() {
            return pattern.equals("Hotline") && name.equals("id")
                    ? "hotline"
                    : pattern.toLowerCase(Locale.ROOT) + "." + name;
        }
    }

    /**
     * That an operator is applied to a fact.
     *
     * @param negated by the operator, by {@code !} or by {@code not}
     */
    record Use(String operator, String fact, boolean negated) {}

    /** A rule with what it uses. */
    record Rule(String name, String text, List<Use> uses, Set<String> features) {}

    private static final List<Property> PROPERTIES = List.of(
            property("Call", "calling", Kind.PHONE, RandomCalls.NUMBERS, true),
            property("Call", "callerMatch", Kind.ONE_OF, List.of("unique", "ambiguous", "unknown"), false),
            property("Call", "lineType", Kind.ONE_OF, List.of("mobile", "geographic", "unknown"), false),
            property("Call", "country", Kind.TEXT, List.of("DE", "FR"), true),
            property("Call", "region", Kind.ONE_OF, RandomCalls.REGIONS, true),
            property("Call", "carrier", Kind.TEXT, RandomCalls.CARRIERS, false),
            property("Call", "divertedFrom", Kind.PHONE, RandomCalls.NUMBERS, true),
            property("Call", "digits", Kind.TEXT, List.of("1", "12", "9"), true),
            property("Call", "date", Kind.DATE, List.of(), false),
            property("Call", "time", Kind.TIME, List.of(), false),
            property("Call", "weekday", Kind.WEEKDAY, List.of("MONDAY", "TUESDAY", "FRIDAY", "SUNDAY"), false),
            property("Call", "holiday", Kind.YES_NO, List.of(), false),
            property("Call", "openCalendars", Kind.SET, RandomCalls.CALENDARS, false),
            property("Hotline", "id", Kind.ONE_OF, RandomCalls.HOTLINES, false),
            property("Hotline", "tariffClass", Kind.TEXT, List.of("freephone", "shared"), true),
            property("Customer", "id", Kind.TEXT, List.of("c1", "c2"), false),
            property("Customer", "name", Kind.TEXT, RandomCalls.TEXTS, true),
            property("Customer", "customerClass", Kind.ONE_OF, RandomCalls.CLASSES, true),
            property("Customer", "value", Kind.NUMBER, List.of(), false),
            property("Customer", "status", Kind.ONE_OF, List.of("new", "existing"), false),
            property("Customer", "since", Kind.DATE, List.of(), true),
            property("Customer", "dunningLevel", Kind.NUMBER, List.of(), false),
            property("Customer", "openComplaints", Kind.NUMBER, List.of(), false),
            property("Customer", "openOffers", Kind.NUMBER, List.of(), false),
            property("Customer", "offerOwner", Kind.TEXT, List.of("anna", "bert", "carl"), true),
            property("Customer", "offerValue", Kind.NUMBER, List.of(), true),
            property("Customer", "language", Kind.TEXT, List.of("de", "en"), true),
            property("Customer", "tags", Kind.SET, List.of("vip", "late", "anna"), false),
            property("Customer", "preferredContact", Kind.TEXT, List.of("mail", "phone"), true),
            property("Customer", "organisations", Kind.SET, List.of("acme", "bert"), false),
            property("Customer", "product", Kind.ONE_OF, RandomCalls.PRODUCTS, true),
            property("Customer", "score", Kind.NUMBER, List.of(), true),
            property("Customer", "newsletter", Kind.YES_NO, List.of(), true),
            property("Customer", "contractEnd", Kind.DATE, List.of(), true),
            property("Customer", "note", Kind.TEXT, RandomCalls.TEXTS, true));

    private static final int LEVELS = 3;
    private static final int SEGMENTS = 2;
    private static final int LOWEST_DERIVING = 1000;

    private final Random random;
    private List<Use> uses = new ArrayList<>();
    private Set<String> features = new LinkedHashSet<>();
    private boolean negated;
    private int variables;
    private int highestPresent;
    private int highestAbsent;

    RandomDrl(Random random) {
        this.random = random;
    }

    private static Property property(String pattern, String name, Kind kind, List<String> values, boolean nullable) {
        return new Property(pattern, name, kind, values, nullable);
    }

    /** A rule set: some rules that derive, and some that decide. */
    List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            rules.add(deriving("derive " + i));
        }
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            rules.add(deciding("decide " + i));
        }
        return rules;
    }

    static String text(List<Rule> rules) {
        return rules.stream().map(Rule::text).collect(Collectors.joining("\n"));
    }

    private Rule deriving(String name) {
        int level = random.nextInt(LEVELS);
        begin();
        StringBuilder text = new StringBuilder();
        int salience = LOWEST_DERIVING + 100 * (LEVELS - level) + random.nextInt(4);
        text.append("salience ").append(salience).append('\n');
        boolean grouped = random.nextInt(4) == 0;
        if (grouped) {
            text.append("activation-group \"group ").append(level).append("\"\n");
            features.add("activation-group");
        }
        attributes(text);
        text.append("when\n")
                .append(conditions(grouped ? level - 1 : level, level - 1))
                .append("then\n");
        if (random.nextInt(4) > 0) {
            text.append("    insert(new Segment(\"").append(segment(level)).append("\"));\n");
            features.add("insert");
        } else {
            features.add("announce");
            text.append("    route.announce(\"").append(random.nextInt(6)).append("\");\n");
        }
        return rule(name, text);
    }

    private Rule deciding(String name) {
        begin();
        StringBuilder text = new StringBuilder();
        if (random.nextInt(3) > 0) {
            text.append("salience ").append(random.nextInt(7) - 3).append('\n');
            features.add("salience");
        }
        attributes(text);
        String owner = "";
        text.append("when\n");
        if (random.nextInt(4) == 0) {
            owner = "$v" + variables++;
            text.append("    Customer( offerOwner != null, ").append(owner).append(" : offerOwner )\n");
            features.add("binding in an action");
        }
        text.append(conditions(LEVELS - 1, LEVELS - 1)).append("then\n");
        if (random.nextInt(3) == 0) {
            text.append("    route.announce(\"").append(random.nextInt(6)).append("\");\n");
        }
        if (!owner.isEmpty()) {
            text.append("    route.to(\"kam-\" + ").append(owner).append(");\n");
        } else if (random.nextInt(4) == 0) {
            text.append("    route.reject(\"busy\");\n");
            features.add("reject");
        } else {
            text.append("    route.to(\"plan-").append(random.nextInt(5)).append("\");\n");
            features.add("to");
        }
        return rule(name, text);
    }

    private void begin() {
        uses = new ArrayList<>();
        features = new LinkedHashSet<>();
        negated = false;
        variables = 0;
    }

    private Rule rule(String name, StringBuilder text) {
        return new Rule(name, "rule \"" + name + "\"\n" + text + "end\n", uses, features);
    }

    private void attributes(StringBuilder text) {
        if (random.nextInt(10) == 0) {
            text.append("enabled false\n");
            features.add("enabled");
        }
        if (random.nextInt(8) == 0) {
            text.append("date-effective \"").append(day(random.nextInt(3))).append("\"\n");
            features.add("date-effective");
        }
        if (random.nextInt(8) == 0) {
            text.append("date-expires \"").append(day(3 + random.nextInt(4))).append("\"\n");
            features.add("date-expires");
        }
    }

    private static String day(int afterFirst) {
        return RandomCalls.FIRST_DAY
                .plusDays(afterFirst)
                .format(DateTimeFormatter.ofPattern("dd-MMM-yyyy", Locale.ENGLISH));
    }

    /**
     * @param present the highest level of segments whose presence may be asked for; in an activation group standard Drools
     *     lets a rule fire after another of its group if that has derived something for it
     * @param absent the same for their absence
     */
    private String conditions(int present, int absent) {
        highestPresent = present;
        highestAbsent = absent;
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(2); i >= 0; i--) {
            text.append("    ").append(condition()).append('\n');
        }
        return text.toString();
    }

    private String condition() {
        return switch (random.nextInt(12)) {
            case 0 -> inverted("not ", () -> pattern());
            case 1 -> feature("exists", "exists " + pattern());
            case 2 -> feature("or", "( " + pattern() + " or " + pattern() + " )");
            case 3 -> feature("and", "( " + pattern() + " and " + pattern() + " )");
            case 4 -> inverted("not ", () -> "( " + pattern() + " and " + pattern() + " )");
            case 5 -> join();
            default -> pattern();
        };
    }

    private String feature(String name, String text) {
        features.add(name);
        return text;
    }

    private String inverted(String word, java.util.function.Supplier<String> inner) {
        features.add(word.strip());
        negated = !negated;
        String text = word + inner.get();
        negated = !negated;
        return text;
    }

    /** Two patterns whose facts are compared. */
    private String join() {
        features.add("join");
        Property left = any("Customer", Kind.TEXT);
        Property right = any("Call", Kind.TEXT);
        String variable = "$v" + variables++;
        use("== fact", right);
        return "Customer( " + left.name() + " != null, " + variable + " : " + left.name() + " )\n    Call( "
                + right.name() + " != null && " + right.name() + " == " + variable + " )";
    }

    private Property any(String pattern, Kind kind) {
        return any(PROPERTIES.stream()
                .filter(property -> property.pattern().equals(pattern) && property.kind() == kind)
                .toList());
    }

    private <T> T any(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private String segment(int level) {
        return "s" + (level * SEGMENTS + random.nextInt(SEGMENTS));
    }

    private String pattern() {
        int highest = negated ? highestAbsent : highestPresent;
        if (random.nextInt(4) == 0 && highest >= 0) {
            features.add(negated ? "not Segment" : "Segment");
            return random.nextBoolean()
                    ? "Segment( name == \"" + segment(random.nextInt(highest + 1)) + "\" )"
                    : "Segment( name in (\"" + segment(random.nextInt(highest + 1)) + "\", \""
                            + segment(random.nextInt(highest + 1)) + "\") )";
        }
        String type = any(List.of("Call", "Call", "Hotline", "Customer", "Customer", "Customer"));
        List<Property> own = PROPERTIES.stream()
                .filter(property -> property.pattern().equals(type))
                .toList();
        return type + "( "
                + IntStream.range(0, random.nextInt(3))
                        .mapToObj(i -> constraint(own, 2))
                        .collect(Collectors.joining(", "))
                + " )";
    }

    private String constraint(List<Property> own, int depth) {
        return switch (depth == 0 ? 9 : random.nextInt(9)) {
            case 0 -> feature("||", "( " + constraint(own, depth - 1) + " || " + constraint(own, depth - 1) + " )");
            case 1 -> feature("&&", "( " + constraint(own, depth - 1) + " && " + constraint(own, depth - 1) + " )");
            case 2 -> inverted("!", () -> "( " + constraint(own, depth - 1) + " )");
            default -> test(own, any(own));
        };
    }

    private void use(String operator, Property property) {
        uses.add(new Use(operator, property.fact(), negated));
    }

    private void useNot(String operator, Property property) {
        uses.add(new Use(operator, property.fact(), !negated));
    }

    private String test(List<Property> own, Property property) {
        if (random.nextInt(10) == 0 && property.kind() != Kind.SET) {
            return nullTest(property);
        }
        return switch (property.kind()) {
            case TEXT -> random.nextInt(3) == 0 ? equal(property) : ofText(own, property);
            case ONE_OF, WEEKDAY -> equal(property);
            case PHONE ->
                random.nextBoolean() ? equal(property) : begins(property, any(List.of("+49", "+4930", "+33")));
            case NUMBER -> number(own, property);
            case DATE -> ordered(own, property, "\"" + day(random.nextInt(7)) + "\"", 6);
            case TIME ->
                ordered(own, property, String.format("\"%02d:%02d\"", random.nextInt(24), 30 * random.nextInt(2)), 4);
            case YES_NO -> yesNo(property);
            case SET -> set(property);
        };
    }

    private String nullTest(Property property) {
        boolean equal = random.nextBoolean();
        if (equal) {
            use("== null", property);
        } else {
            useNot("== null", property);
        }
        return property.name() + (equal ? " == null" : " != null");
    }

    private String quoted(List<String> values) {
        return "\"" + any(values) + "\"";
    }

    private String equal(Property property) {
        String one = quoted(property.values());
        String other = quoted(property.values());
        switch (random.nextInt(5)) {
            case 0 -> {
                useNot("==", property);
                return property.name() + " != " + one;
            }
            case 1 -> {
                use("in", property);
                return property.name() + " in (" + one + ", " + other + ")";
            }
            case 2 -> {
                useNot("in", property);
                return property.name() + " not in (" + one + ", " + other + ")";
            }
            case 3 -> {
                use("==", property);
                features.add("half constraint");
                return property.name() + " == " + one + " || == " + other;
            }
            default -> {
                use("==", property);
                return property.name() + " == " + one;
            }
        }
    }

    /** Where standard Drools fails on null, the same text for both asks for a value first. */
    private String guarded(Property property, String constraint) {
        return property.nullable() ? "( " + property.name() + " != null && " + constraint + " )" : constraint;
    }

    private String begins(Property property, String prefix) {
        use("str[startsWith]", property);
        return guarded(property, property.name() + " str[startsWith] \"" + prefix + "\"");
    }

    private String ofText(List<Property> own, Property property) {
        boolean not = random.nextInt(3) == 0;
        String text = any(property.values());
        String operator;
        String constraint;
        switch (random.nextInt(7)) {
            case 0 -> {
                operator = "matches";
                String pattern = any(List.of("a.*", ".*a", "[a-d]e", "de|en", text, "an+a", "[^b]+"));
                // Standard Drools takes null for the text "null", which only the last pattern would match.
                constraint = pattern.equals("[^b]+")
                        ? guarded(property, property.name() + " matches \"" + pattern + "\"")
                        : property.name() + (not ? " not matches " : " matches ") + "\"" + pattern + "\"";
                not = not && !pattern.equals("[^b]+");
            }
            case 1 -> {
                operator = "contains text";
                constraint =
                        property.name() + (not ? " not contains " : " contains ") + "\"" + text.substring(0, 1) + "\"";
            }
            case 2 -> {
                operator = "str[startsWith]";
                constraint = guarded(
                        property,
                        property.name() + (not ? " not" : "") + " str[startsWith] \"" + text.charAt(0) + "\"");
            }
            case 3 -> {
                operator = "str[endsWith]";
                constraint = guarded(
                        property,
                        property.name() + (not ? " not" : "") + " str[endsWith] \"" + text.charAt(text.length() - 1)
                                + "\"");
            }
            case 4 -> {
                operator = "str[length]";
                constraint = guarded(property, property.name() + " str[length] " + text.length());
                not = false;
            }
            case 5 -> {
                operator = "memberOf";
                List<Property> sets =
                        own.stream().filter(each -> each.kind() == Kind.SET).toList();
                if (sets.isEmpty()) {
                    return equal(property);
                }
                constraint = guarded(
                        property,
                        property.name() + (not ? " not" : "") + " memberOf "
                                + any(sets).name());
            }
            default -> {
                operator = "== fact";
                Property other = any(
                        own.stream().filter(each -> each.kind() == Kind.TEXT).toList());
                constraint = bothThere(property, other, not ? " != " : " == ");
            }
        }
        if (not) {
            useNot(operator, property);
        } else {
            use(operator, property);
        }
        return constraint;
    }

    /** In standard Drools null equals null. */
    private static String bothThere(Property left, Property right, String operator) {
        return "( " + left.name() + " != null && " + right.name() + " != null && " + left.name() + operator
                + right.name() + " )";
    }

    private String number(List<Property> own, Property property) {
        String one = any(List.of("0", "1", "2", "3", "1.5", "2.25", "100", "-1"));
        String other = any(List.of("1", "2", "2.5", "150"));
        switch (random.nextInt(8)) {
            case 0 -> {
                use("in", property);
                return property.name() + " in (" + one + ", " + other + ")";
            }
            case 1 -> {
                useNot("in", property);
                return property.name() + " not in (" + one + ", " + other + ")";
            }
            case 2 -> {
                use(">=", property);
                use("<=", property);
                features.add("half constraint");
                return property.name() + " >= " + one + " && <= " + other;
            }
            default -> {
                return ordered(own, property, one, 6);
            }
        }
    }

    /** @param operators how many of the operators may be used: a time is never compared by == */
    private String ordered(List<Property> own, Property property, String value, int operators) {
        String operator = List.of("<", "<=", ">", ">=", "==", "!=").get(random.nextInt(operators));
        List<Property> others = own.stream()
                .filter(each -> each.kind() == property.kind() && !each.equals(property))
                .toList();
        boolean withFact = !others.isEmpty() && random.nextInt(4) == 0;
        String name = (operator.equals("!=") ? "==" : operator) + (withFact ? " fact" : "");
        if (operator.equals("!=")) {
            useNot(name, property);
        } else {
            use(name, property);
        }
        if (withFact) {
            return bothThere(property, any(others), " " + operator + " ");
        }
        String constraint = property.name() + " " + operator + " " + value;
        // Standard Drools turns !(since < day) into since >= day, which is false as well if there is no value.
        boolean exact = property.kind() != Kind.DATE || operator.equals("==") || operator.equals("!=");
        return exact ? constraint : guarded(property, constraint);
    }

    private String yesNo(Property property) {
        switch (random.nextInt(6)) {
            case 0 -> {
                use("bare", property);
                return guarded(property, property.name());
            }
            case 1 -> {
                useNot("bare", property);
                return guarded(property, "!" + property.name());
            }
            case 2, 3 -> {
                useNot("==", property);
                return property.name() + " != " + random.nextBoolean();
            }
            default -> {
                use("==", property);
                return property.name() + " == " + random.nextBoolean();
            }
        }
    }

    private String set(Property property) {
        boolean not = random.nextInt(3) == 0;
        if (not) {
            useNot("contains", property);
        } else {
            use("contains", property);
        }
        return property.name() + (not ? " not contains " : " contains ") + quoted(property.values());
    }
}
