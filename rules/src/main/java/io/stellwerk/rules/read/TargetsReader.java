package io.stellwerk.rules.read;

import io.stellwerk.engine.route.PeopleTarget;
import io.stellwerk.engine.route.RouteTarget;
import io.stellwerk.engine.route.TargetAddress;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code targets.yaml}. */
final class TargetsReader {

    private static final String NUMBER = "{number}";
    private static final String REMEDY = "Write it like sip:service@pbx.example, without spaces and line breaks.";
    /** Stands in for an address that cannot be read, so that the checks know the target. */
    private static final TargetAddress UNREADABLE = new TargetAddress("", "");

    private final Document document;
    private final Findings findings;

    private TargetsReader(Document document, Findings findings) {
        this.document = document;
        this.findings = findings;
    }

    static List<Placed<RouteTarget>> read(Document document, Findings findings) {
        TargetsReader reader = new TargetsReader(document, findings);
        return document.list("targets").stream()
                .map(element -> new Placed<>(reader.target(element), element))
                .toList();
    }

    static Optional<PeopleTarget> readPeople(Document document, Findings findings) {
        TargetsReader reader = new TargetsReader(document, findings);
        return document.root().flatMap(root -> document.field(root, "people")).map(reader::people);
    }

    private RouteTarget target(Element element) {
        List<TargetAddress> addresses = new ArrayList<>();
        if (element.field("uri").isPresent()) {
            addresses.add(address(element));
        }
        element.list("uris").forEach(each -> addresses.add(address(each)));
        return new RouteTarget(
                element.text("id"),
                element.text("name"),
                addresses.isEmpty() ? List.of(UNREADABLE) : addresses,
                RingTimeout.read(document, element).orElse(RingTimeout.DEFAULT));
    }

    private TargetAddress address(Element element) {
        document.text(element, "uri")
                .flatMap(SipUri::problem)
                .ifPresent(problem -> addUriFinding(element, "uri", problem, REMEDY));
        checkHop(element, false);
        return new TargetAddress(element.text("uri"), element.text("destination"));
    }

    private PeopleTarget people(Element element) {
        String uri = document.text(element, "uri").orElse("");
        String remedy = "Write it like sip:{number}@pbx.example.";
        if (!uri.isEmpty() && !uri.contains(NUMBER)) {
            addUriFinding(element, "uri", "does not say where the person's number stands", remedy);
        } else if (!uri.isEmpty()) {
            SipUri.problem(filled(uri)).ifPresent(problem -> addUriFinding(element, "uri", problem, remedy));
        }
        checkHop(element, true);
        return new PeopleTarget(
                new TargetAddress(uri, element.text("destination")),
                RingTimeout.read(document, element).orElse(RingTimeout.DEFAULT));
    }

    private static String filled(String uri) {
        return uri.replace(NUMBER, "+4930111222");
    }

    private void checkHop(Element element, boolean ofPerson) {
        document.text(element, "destination")
                .flatMap(uri -> SipUri.problemOfHop(ofPerson ? filled(uri) : uri))
                .ifPresent(problem ->
                        addUriFinding(element, "destination", problem, "Write it like sip:192.0.2.10:5060."));
    }

    private void addUriFinding(Element element, String key, String problem, String remedy) {
        findings.add(FindingCode.MALFORMED_URI.at(
                element.placeOf(key),
                "'" + element.text(key).replaceAll("\\p{Cntrl}", "?") + "' " + problem + ".",
                remedy));
    }
}
