package io.stellwerk.rules.read;

import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Place;
import java.util.regex.Pattern;

/** Recognises the classic layout of Drools' decision tables, which is translated and not read. */
final class ClassicLayout {

    private static final Pattern MARK = Pattern.compile("RuleSet|RuleTable(?:\\s.*)?", Pattern.CASE_INSENSITIVE);

    private ClassicLayout() {}

    /** Whether what should be a heading is the begin of such a table. */
    static boolean begins(TableLine heading) {
        return heading.fields().stream()
                .anyMatch(field -> MARK.matcher(field.value()).matches());
    }

    static Finding finding(String file) {
        return FindingCode.OTHER_LAYOUT.at(
                Place.of(file),
                "This is a decision table in the classic layout of Drools (RuleSet, RuleTable).",
                "Translate it by 'stellwerk convert FILE --rule-set DIR --to csv', and take the result instead.");
    }
}
