package io.stellwerk.rules.read;

import io.stellwerk.engine.route.WeeklyHours;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.value.CellProblem;
import io.stellwerk.rules.value.HoursReader;
import io.stellwerk.rules.value.Misread;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads hours in YAML files: one text, or a list of texts. */
final class HoursList {

    private HoursList() {}

    /** All that can be read of a list under a key; none if there is none. */
    static List<WeeklyHours> read(Document document, Element element, String key, Findings findings) {
        List<WeeklyHours> hours = new ArrayList<>();
        for (Element item : element.list(key)) {
            if (document.sound(item)) {
                hours.addAll(read(item, key, findings).orElse(List.of()));
            }
        }
        return hours;
    }

    /** Empty, with a finding, if the text cannot be read. */
    static Optional<List<WeeklyHours>> read(Element text, String key, Findings findings) {
        try {
            return Optional.of(HoursReader.read(text.text()));
        } catch (Misread e) {
            CellProblem problem = e.problem();
            findings.add(problem.code()
                    .at(text.place().in("", key), "In '" + text.text() + "': " + problem.message(), problem.remedy()));
            return Optional.empty();
        }
    }
}
