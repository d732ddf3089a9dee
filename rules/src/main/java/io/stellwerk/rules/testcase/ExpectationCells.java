package io.stellwerk.rules.testcase;

import io.stellwerk.engine.decision.DefaultReason;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Suggestion;
import io.stellwerk.rules.table.RejectWord;
import io.stellwerk.rules.testcase.Expected.Mode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a test case expects from its cells. An empty cell expects nothing, {@code none} expects that there is none. */
final class ExpectationCells {

    private static final String NONE = "none";
    private static final String PERSON = "person:";
    private static final Pattern NOT = Pattern.compile("not\\(([^()]*)\\)");
    private static final Pattern CAUSE = Pattern.compile("[0-9]{1,3}/[0-9]{3}/[ -~]{1,100}");

    private final CaseScope scope;
    private final CaseRow row;
    private final List<Expected> expected = new ArrayList<>();

    ExpectationCells(CaseScope scope, CaseRow row) {
        this.scope = scope;
        this.row = row;
    }

    /** What cannot be read is a finding and left out. */
    List<Expected> read() {
        for (Aspect aspect : Aspect.values()) {
            String text = row.text(aspect.heading());
            if (text.equalsIgnoreCase(NONE)) {
                add(aspect, Mode.EXACTLY, List.of(), text);
            } else if (!text.isEmpty()) {
                read(aspect, text);
            }
        }
        return expected;
    }

    private void read(Aspect aspect, String text) {
        switch (aspect) {
            case PLAN -> {
                checkPlan(text);
                add(aspect, Mode.EXACTLY, List.of(text), text);
            }
            case TARGET, TARGETS -> {
                List<String> targets = aspect == Aspect.TARGET ? List.of(text) : names(text);
                targets.forEach(target -> checkTarget(aspect, target));
                add(aspect, Mode.EXACTLY, targets, text);
            }
            case ANNOUNCEMENT -> {
                names(text).forEach(this::checkAnnouncement);
                add(aspect, Mode.EXACTLY, names(text), text);
            }
            case SEGMENT -> segments(text);
            case RULE -> rule(text);
            case REJECT -> reject(text);
            case REASON -> reason(text);
        }
    }

    private void add(Aspect aspect, Mode mode, List<String> values, String text) {
        expected.add(new Expected(aspect, mode, values, text));
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private void checkPlan(String plan) {
        if (!plan.startsWith(PERSON)) {
            checkKnown(Aspect.PLAN, plan, scope.plans(), FindingCode.UNKNOWN_PLAN, "plan");
        }
    }

    private void checkTarget(Aspect aspect, String target) {
        if (!target.startsWith(PERSON)) {
            checkKnown(aspect, target, scope.targets(), FindingCode.UNKNOWN_TARGET, "target");
        }
    }

    private void checkAnnouncement(String name) {
        checkKnown(
                Aspect.ANNOUNCEMENT,
                name,
                scope.tenant().announcements(),
                FindingCode.UNKNOWN_ANNOUNCEMENT,
                "announcement");
    }

    private void checkKnown(Aspect aspect, String name, Collection<String> known, FindingCode code, String thing) {
        if (!known.contains(name)) {
            row.wrong(
                    code,
                    aspect.heading(),
                    "There is no " + thing + " '" + name + "'.",
                    Suggestion.remedy(name, known, thing + "s", "There are none."));
        }
    }

    /** {@code vip, not(chefsache)}. */
    private void segments(String text) {
        List<String> absent = new ArrayList<>();
        Matcher not = NOT.matcher(text);
        while (not.find()) {
            absent.addAll(names(not.group(1)));
        }
        List<String> present = names(not.replaceAll(""));
        for (List<String> names : List.of(present, absent)) {
            names.forEach(
                    name -> checkKnown(Aspect.SEGMENT, name, scope.segments(), FindingCode.UNKNOWN_SEGMENT, "segment"));
        }
        if (!present.isEmpty()) {
            add(Aspect.SEGMENT, Mode.ALL_OF, present, text);
        }
        if (!absent.isEmpty()) {
            add(Aspect.SEGMENT, Mode.NONE_OF, absent, text);
        }
    }

    /** File and name, or one of the two where that is enough. */
    private void rule(String text) {
        List<RuleId> found = scope.rules(text);
        if (found.isEmpty()) {
            List<String> known = new ArrayList<>();
            scope.rules().forEach(rule -> {
                known.add(rule.rule());
                known.add(rule.toString().replaceFirst("^rules/", ""));
            });
            row.wrong(
                    FindingCode.UNKNOWN_RULE,
                    Aspect.RULE.heading(),
                    "There is no rule '" + text + "'.",
                    Suggestion.nearest(text, known)
                            .map(near -> "Did you mean '" + near + "'?")
                            .orElse("Write file and row, such as 04-vip.csv#row-1."));
        } else if (found.stream().map(RuleId::file).distinct().count() > 1) {
            row.wrong(
                    FindingCode.UNKNOWN_RULE,
                    Aspect.RULE.heading(),
                    "There are several rules '" + text + "'.",
                    "Write the file too: " + found.get(0) + ".");
        }
        add(Aspect.RULE, Mode.ONE_OF, found.stream().map(RuleId::toString).toList(), text);
    }

    private void reject(String text) {
        if (RejectWord.of(text).isEmpty() && !CAUSE.matcher(text).matches()) {
            row.wrong(
                    FindingCode.UNKNOWN_VALUE,
                    Aspect.REJECT.heading(),
                    "'" + text + "' is not a reason to refuse a call.",
                    Suggestion.remedy(text, RejectWord.texts(), "reasons", "")
                            + " Others are written like 21/603/Decline.");
        }
        String word = RejectWord.of(text).map(RejectWord::text).orElse(text);
        add(Aspect.REJECT, Mode.EXACTLY, List.of(word), text);
    }

    private void reason(String text) {
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        List<String> known =
                Arrays.stream(DefaultReason.values()).map(DefaultReason::name).toList();
        checkKnown(Aspect.REASON, name, known, FindingCode.UNKNOWN_VALUE, "reason");
        add(Aspect.REASON, Mode.EXACTLY, List.of(name), text);
    }
}
