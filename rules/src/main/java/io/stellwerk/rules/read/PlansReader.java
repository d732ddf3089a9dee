package io.stellwerk.rules.read;

import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.engine.route.OpeningHours;
import io.stellwerk.engine.route.PlanStep;
import io.stellwerk.engine.route.PlanStep.Goal;
import io.stellwerk.engine.route.RoutePlan;
import io.stellwerk.engine.route.Template;
import io.stellwerk.engine.route.WeeklyHours;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code plans.yaml}. Whether its plans and targets exist is for the checks to say. */
final class PlansReader {

    private static final String PERSON = "person:";

    private final Document document;
    private final TenantSettings tenant;
    private final Map<String, OpeningHours> calendars;
    private final Names calendarNames;
    private final Findings findings;

    PlansReader(
            Document document,
            TenantSettings tenant,
            Map<String, OpeningHours> calendars,
            Names calendarNames,
            Findings findings) {
        this.document = document;
        this.tenant = tenant;
        this.calendars = calendars;
        this.calendarNames = calendarNames;
        this.findings = findings;
    }

    List<Placed<RoutePlan>> read() {
        return document.list("plans").stream()
                .map(element -> new Placed<>(plan(element), element))
                .toList();
    }

    private RoutePlan plan(Element element) {
        return new RoutePlan(
                element.text("id"),
                element.text("name"),
                element.list("steps").stream().map(this::step).toList(),
                document.text(element, "overflow"));
    }

    private PlanStep step(Element element) {
        int share = document.field(element, "share")
                .map(field -> field.json().intValue())
                .orElse(0);
        return new PlanStep(goal(element), hours(element), share, RingTimeout.read(document, element));
    }

    /** A goal that cannot be read is a target without a name, which the checks pass over. */
    private Goal goal(Element element) {
        Optional<String> plan = document.text(element, "plan");
        if (plan.isPresent()) {
            return new Goal.ToPlan(plan.get());
        }
        String target = document.text(element, "target").orElse("");
        return target.startsWith(PERSON) ? person(element, target) : new Goal.ToTarget(target);
    }

    private Goal person(Element element, String target) {
        try {
            Template person = Template.parse(target.substring(PERSON.length()));
            if (!person.text().isBlank()) {
                return new Goal.ToPerson(person);
            }
            findings.add(FindingCode.MALFORMED_TEMPLATE.at(
                    element.placeOf("target"),
                    "'" + target + "' names nobody.",
                    "Write it like person:{customer.offerOwner}."));
        } catch (IllegalArgumentException e) {
            findings.add(FindingCode.MALFORMED_TEMPLATE.at(
                    element.placeOf("target"),
                    "In '" + target + "' a brace has no partner or nothing in it.",
                    "Write it like person:{customer.offerOwner}."));
        }
        return new Goal.ToTarget("");
    }

    private Optional<OpeningHours> hours(Element element) {
        Optional<String> calendar = document.text(element, "calendar");
        if (calendar.isPresent()) {
            return calendar(element, calendar.get());
        }
        return document.field(element, "hours").map(field -> {
            List<WeeklyHours> week = HoursList.read(field, "hours", findings).orElse(List.of());
            return new OpeningHours(field.text(), "", tenant.zone(), Optional.empty(), week, List.of(), List.of());
        });
    }

    private Optional<OpeningHours> calendar(Element element, String id) {
        if (calendarNames.lacks(id)) {
            findings.add(FindingCode.UNKNOWN_CALENDAR.at(
                    element.placeOf("calendar"),
                    "There is no calendar '" + id + "'.",
                    Suggestion.remedy(id, calendarNames.ids(), "calendars", "Declare it in calendars.yaml.")));
        }
        OpeningHours never = new OpeningHours(id, "", tenant.zone(), Optional.empty(), List.of(), List.of(), List.of());
        return Optional.of(calendars.getOrDefault(id, never));
    }
}
