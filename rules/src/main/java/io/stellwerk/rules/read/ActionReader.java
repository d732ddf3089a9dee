package io.stellwerk.rules.read;

import io.stellwerk.engine.route.ReleaseCause;
import io.stellwerk.engine.route.Template;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.finding.Suggestion;
import io.stellwerk.rules.table.Action;
import io.stellwerk.rules.table.RejectWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what the rows of a table do. */
final class ActionReader {

    private static final Pattern CAUSE = Pattern.compile("([0-9]{1,3})/([0-9]{3})/([ -~]{1,100})");

    private final TableScope scope;
    private final Findings findings;

    ActionReader(TableScope scope) {
        this.scope = scope;
        this.findings = scope.findings();
    }

    /** Empty if there is none, or with a finding if it cannot be read. */
    Optional<Template> plan(String text, Place place) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            Template plan = Template.parse(text);
            plan.facts().forEach(fact -> checkFact(fact, place));
            return Optional.of(plan);
        } catch (IllegalArgumentException e) {
            findings.add(FindingCode.MALFORMED_TEMPLATE.at(
                    place,
                    "In '" + text + "' a brace has no partner or nothing in it.",
                    "Write a fact between { and }, such as {customer.offerOwner}."));
            return Optional.empty();
        }
    }

    private void checkFact(String name, Place place) {
        Optional<FactField> fact = scope.fact(name, place);
        if (fact.filter(each -> each.type() == FactType.SCHEDULE || each.name().equals(FactDictionary.SEGMENT))
                .isPresent()) {
            findings.add(FindingCode.MALFORMED_TEMPLATE.at(
                    place, "'" + name + "' has no text to fill in.", "Take a fact with a single value."));
        }
    }

    Optional<ReleaseCause> reject(String text, Place place) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<ReleaseCause> word = RejectWord.of(text).map(RejectWord::cause);
        return word.isPresent() ? word : cause(text, place);
    }

    private Optional<ReleaseCause> cause(String text, Place place) {
        Matcher matcher = CAUSE.matcher(text);
        if (!matcher.matches()) {
            findings.add(FindingCode.MALFORMED_ACTION.at(
                    place,
                    "'" + text + "' is not a reason to refuse a call.",
                    Suggestion.remedy(text, RejectWord.texts(), "reasons", "")
                            + " Others are written like 21/603/Decline."));
            return Optional.empty();
        }
        try {
            int q850 = Integer.parseInt(matcher.group(1));
            int sip = Integer.parseInt(matcher.group(2));
            return Optional.of(new ReleaseCause(q850, sip, matcher.group(3).strip()));
        } catch (IllegalArgumentException e) {
            findings.add(FindingCode.MALFORMED_ACTION.at(
                    place,
                    "'" + text + "' is no cause: Q.850 has 1 to 127, and SIP refuses with 300 to 699.",
                    "Write it like 21/603/Decline."));
            return Optional.empty();
        }
    }

    /** Names separated by commas; those that cannot be read are findings and left out. */
    List<String> names(String text, Place place) {
        List<String> names = new ArrayList<>();
        if (!text.isEmpty()) {
            for (String each : text.split(",", -1)) {
                name(each.strip(), names, place);
            }
        }
        return names;
    }

    /** Adds a name; nothing, with a finding, if it is none or is there already. */
    void name(String name, List<String> names, Place place) {
        if (!Action.isName(name)) {
            findings.add(FindingCode.MALFORMED_ACTION.at(
                    place,
                    name.isEmpty() ? "Between the commas a name is missing." : "'" + name + "' is not a name.",
                    "A name has letters, digits, spaces, dots, dashes and underscores, at most 64."));
        } else if (names.contains(name)) {
            findings.add(FindingCode.MALFORMED_ACTION.at(
                    place, "'" + name + "' is named twice.", "Take one of the two out."));
        } else {
            names.add(name);
        }
    }
}
