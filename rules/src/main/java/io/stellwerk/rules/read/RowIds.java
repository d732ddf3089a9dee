package io.stellwerk.rules.read;

import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The ids of a table's rows: each is needed, and unique. */
final class RowIds {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final Map<String, Integer> lines = new HashMap<>();
    private final Findings findings;

    RowIds(Findings findings) {
        this.findings = findings;
    }

    void check(String id, Place place) {
        if (!ID.matcher(id).matches()) {
            findings.add(FindingCode.MALFORMED_ROW_ID.at(
                    place,
                    id.isEmpty() ? "The row has no id." : "'" + id + "' is not the id of a row.",
                    "Write letters, digits, dashes, dots and underscores, at most 64."));
            return;
        }
        Integer first = lines.putIfAbsent(id, place.line());
        if (first != null) {
            findings.add(FindingCode.DUPLICATE_ROW.at(
                    place,
                    "The id '" + id + "' stands here a second time; the first is in line " + first + ".",
                    "Give one of the two rows another id."));
        }
    }
}
