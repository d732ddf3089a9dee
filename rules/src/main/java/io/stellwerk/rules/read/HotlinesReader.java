package io.stellwerk.rules.read;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code hotlines.yaml}. */
final class HotlinesReader {

    private HotlinesReader() {}

    /** All hotlines with a number that can be read. */
    static List<Placed<Hotline>> read(Document document, Findings findings) {
        List<Placed<Hotline>> hotlines = new ArrayList<>();
        Map<PhoneNumber, String> owners = new HashMap<>();
        for (Element element : document.list("hotlines")) {
            Optional<PhoneNumber> number = document.text(element, "number").flatMap(PhoneNumber::parse);
            number.ifPresent(known -> {
                String id = element.text("id");
                String other = owners.putIfAbsent(known, id);
                if (other != null) {
                    findings.add(FindingCode.DUPLICATE_NUMBER.at(
                            element.placeOf("number").in(id, "number"),
                            "The service number " + known.e164() + " already belongs to the hotline '" + other + "'.",
                            "Give one of the two another number."));
                }
                hotlines.add(new Placed<>(hotline(document, element, id, known), element));
            });
        }
        return hotlines;
    }

    private static Hotline hotline(Document document, Element element, String id, PhoneNumber number) {
        return new Hotline(
                id,
                element.text("name"),
                new ServiceNumber(number),
                element.text("tariffClass"),
                document.text(element, "defaultPlan").orElse(""));
    }
}
