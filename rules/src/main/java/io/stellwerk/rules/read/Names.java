package io.stellwerk.rules.read;

import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ids that a file declares.
 *
 * @param complete false if the file could not be read or an element has no id: then an id that is not here may exist
 */
public record Names(Set<String> ids, boolean complete) {

    /** Whether an id is certainly not declared. */
    public boolean lacks(String id) {
        return complete && !ids.contains(id);
    }

    /** The ids of a list; each that stands there twice is a finding. */
    static Names of(Document document, List<Element> elements, Findings findings) {
        Map<String, Element> first = new HashMap<>();
        boolean complete = document.readable();
        for (Element element : elements) {
            String id = element.text("id");
            complete &= !id.isEmpty();
            Element before = id.isEmpty() ? null : first.putIfAbsent(id, element);
            if (before != null) {
                findings.add(FindingCode.DUPLICATE_ID.at(
                        element.placeOf("id").in(id, "id"),
                        "The id '" + id + "' stands here a second time; the first is in line "
                                + before.placeOf("id").line() + ".",
                        "Give one of the two another id."));
            }
        }
        return new Names(new TreeSet<>(first.keySet()), complete);
    }
}
