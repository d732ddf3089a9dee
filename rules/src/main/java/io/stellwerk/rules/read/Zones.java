package io.stellwerk.rules.read;

import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Suggestion;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the key {@code timeZone}. */
final class Zones {

    /** Regional zones: without the likes of {@code SystemV/AST4}, which authors never mean. */
    private static final Set<String> KNOWN = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> !zone.startsWith("SystemV/"))
            .collect(Collectors.toUnmodifiableSet());

    private Zones() {}

    static Optional<ZoneId> read(Document document, Element element, Findings findings) {
        Optional<String> name = document.text(element, "timeZone");
        if (name.isPresent() && !KNOWN.contains(name.get())) {
            findings.add(FindingCode.UNKNOWN_TIME_ZONE.at(
                    element.placeOf("timeZone"),
                    "'" + name.get() + "' is not a time zone.",
                    Suggestion.nearest(name.get(), KNOWN)
                            .map(near -> "Did you mean '" + near + "'?")
                            .orElse("Write a zone of the IANA time zone database, such as Europe/Berlin.")));
            return Optional.empty();
        }
        return name.map(ZoneId::of);
    }
}
