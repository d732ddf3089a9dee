package io.stellwerk.rules.drl;

import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.formula.Formula;
import io.stellwerk.rules.table.Action;
import io.stellwerk.rules.table.Phase;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one rule. Its header, its conditions and its actions are read each, whatever is wrong with the others. */
final class RuleReader {

    static final int LARGEST = 10_000;
    static final int LONGEST_NAME = 200;

    private final String source;
    private final RuleText rule;
    private final DrlScope scope;
    private final Report report;

    /** @param source the text of its whole file */
    RuleReader(String source, RuleText rule, DrlScope scope, Report report) {
        this.source = source;
        this.rule = rule;
        this.scope = scope;
        this.report = report;
    }

    /** Empty, with findings, if it cannot be read whole. */
    Optional<DrlRule> read(Map<String, Place> names) {
        int before = report.errors();
        checkName(names);
        if (rule.size() > LARGEST) {
            report.add(
                    FindingCode.TOO_DEEP_OR_LARGE,
                    rule.keyword(),
                    "A rule has at most " + LARGEST + " words and signs.",
                    "Write a decision table, or several rules.");
            return Optional.empty();
        }
        int beforeHeader = report.errors();
        RuleHeader header = HeaderReader.read(rule, scope.zone(), report);
        boolean headerSound = rule.name().kind() != Token.Kind.END && report.errors() == beforeHeader;
        Scope variables = Scope.ofRule();
        Formula when = new ConditionsReader(rule, scope, report).read(variables, headerSound);
        ActionsReader actions = new ActionsReader(rule, variables, new Properties(scope), report);
        int beforeActions = report.errors();
        Action action = actions.read();
        checkEffect(actions, action, report.errors() == beforeActions);
        checkGroup(header, actions);
        boolean sound = report.errors() == before && report.soundBetween(rule.keyword(), rule.end());
        return sound ? Optional.of(drlRule(header, when, actions, action)) : Optional.empty();
    }

    private DrlRule drlRule(RuleHeader header, Formula when, ActionsReader actions, Action action) {
        return new DrlRule(
                report.file(),
                rule.name().text(),
                rule.keyword().line(),
                header.salience(),
                header.enabled(),
                header.effective(),
                header.expires(),
                header.group().map(Token::text),
                header.metadata(),
                actions.decides() ? Phase.DECIDE : Phase.DERIVE,
                when,
                rule.actions().get(0).line(),
                action,
                conditionsAsWritten());
    }

    private void checkName(Map<String, Place> names) {
        Token name = rule.name();
        if (name.kind() == Token.Kind.END) {
            return;
        }
        boolean visible = name.text()
                .codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
        if (!visible || name.text().isBlank() || name.text().length() > LONGEST_NAME) {
            report.add(
                    FindingCode.MALFORMED_RULE_NAME,
                    name,
                    Cursor.quoted(name) + " is not the name of a rule.",
                    "Write at most " + LONGEST_NAME + " characters that are seen, not only blanks.");
            return;
        }
        Place here = Place.at(report.file(), name.line(), name.column());
        Place first = names.putIfAbsent(name.text(), here);
        if (first != null) {
            report.add(
                    FindingCode.DUPLICATE_RULE,
                    name,
                    "A rule with the name " + Cursor.quoted(name) + " is in " + first + " already.",
                    "Give one of the two another name.");
        }
    }

    private void checkEffect(ActionsReader actions, Action action, boolean readWhole) {
        actions.insertion()
                .filter(insertion -> actions.decides())
                .ifPresent(insertion -> report.add(
                        FindingCode.MIXED_PHASES,
                        insertion,
                        "The rule derives a segment and decides the call as well.",
                        "Derive the segment in a rule of its own, and test it here by Segment( name == \"…\" )."));
        boolean nothing = action.plan().isEmpty()
                && action.reject().isEmpty()
                && action.announcements().isEmpty()
                && action.segments().isEmpty();
        if (nothing && readWhole && rule.then().isPresent()) {
            report.add(
                    FindingCode.NO_EFFECT,
                    rule.then().get(),
                    "The rule does nothing.",
                    "Give it an action: route.to, route.reject, route.announce or insert(new Segment(…)).");
        }
    }

    private void checkGroup(RuleHeader header, ActionsReader actions) {
        header.group()
                .filter(group -> actions.decides())
                .ifPresent(group -> report.add(
                        FindingCode.ACTIVATION_GROUP_IN_DECIDING_RULE,
                        group,
                        "The rule decides, so no other decides after it anyway.",
                        "Take activation-group out; it is for rules that derive."));
    }

    /** On one line, without comments. */
    private String conditionsAsWritten() {
        StringBuilder text = new StringBuilder();
        List<Token> tokens = rule.conditions();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean apart = i > 0 && tokens.get(i - 1).end() < token.start();
            text.append(apart ? " " : "").append(source, token.start(), token.end());
        }
        return text.toString();
    }
}
