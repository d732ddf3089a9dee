package io.stellwerk.rules.read;

import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.finding.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Files in a rule set's folder that do not belong to it. */
final class StrangeFiles {

    private static final List<String> NAMED = List.of(
            RuleSetFiles.TENANT,
            RuleSetFiles.HOTLINES,
            RuleSetFiles.TARGETS,
            RuleSetFiles.PLANS,
            RuleSetFiles.CALENDARS);

    private StrangeFiles() {}

    /** Empty for what people keep beside a rule set: notes, tests, and files that begin with a dot. */
    static Optional<Finding> finding(String name) {
        if (("/" + name).contains("/.") || name.startsWith("README") || name.startsWith("tests/")) {
            return Optional.empty();
        }
        return Optional.of(name.startsWith("rules/") ? inRules(name) : elsewhere(name));
    }

    private static Finding inRules(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.matches(".*\\.(?:xls|xlsm|xlsb|xltx|ods|dmn)")) {
            return FindingCode.UNSUPPORTED_FILE.at(
                    Place.of(name),
                    "Of spreadsheets only Excel workbooks without macros (.xlsx) are read.",
                    lower.endsWith(".dmn")
                            ? "Translate it by 'stellwerk convert' into a table."
                            : "Save it as an Excel workbook (.xlsx).");
        }
        return FindingCode.UNSUPPORTED_FILE.at(
                Place.of(name),
                "Rules are files rules/*.csv, *.xlsx, *.json and *.drl, without folders in between.",
                "Rename or move it, or take it out of the rule set.");
    }

    private static Finding elsewhere(String name) {
        String lower = name.toLowerCase(Locale.ROOT).replaceFirst("\\.yml$", ".yaml");
        Optional<String> meant = Suggestion.nearest(lower, NAMED);
        if (meant.isPresent()) {
            return FindingCode.MISNAMED_FILE.at(
                    Place.of(name), "No file of a rule set has this name.", "Did you mean '" + meant.get() + "'?");
        }
        return FindingCode.UNKNOWN_FILE.at(
                Place.of(name),
                "No file of a rule set has this name, so it is not read.",
                "Take it out of the folder, or call it README if it is a note.");
    }
}
