package io.stellwerk.rules.read;

import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.engine.route.OpeningHours;
import io.stellwerk.engine.route.OpeningHours.Exceptional;
import io.stellwerk.engine.route.WeeklyHours;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.value.ValueReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code calendars.yaml}. */
final class CalendarsReader {

    private static final String NO_HOLIDAYS = "none";

    private final Document document;
    private final TenantSettings tenant;
    private final Findings findings;

    private CalendarsReader(Document document, TenantSettings tenant, Findings findings) {
        this.document = document;
        this.tenant = tenant;
        this.findings = findings;
    }

    static List<Placed<OpeningHours>> read(Document document, TenantSettings tenant, Findings findings) {
        CalendarsReader reader = new CalendarsReader(document, tenant, findings);
        return document.list("calendars").stream()
                .map(element -> new Placed<>(reader.calendar(element), element))
                .toList();
    }

    private OpeningHours calendar(Element element) {
        return new OpeningHours(
                element.text("id"),
                element.text("name"),
                Zones.read(document, element, findings).orElse(tenant.zone()),
                holidays(element),
                HoursList.read(document, element, "open", findings),
                HoursList.read(document, element, "onHolidays", findings),
                exceptions(element.list("exceptions")));
    }

    private Optional<String> holidays(Element element) {
        String region = document.text(element, "holidays").orElse(tenant.holidayRegion());
        return region.equals(NO_HOLIDAYS) || region.isEmpty() ? Optional.empty() : Optional.of(region);
    }

    private List<Exceptional> exceptions(List<Element> elements) {
        List<Exceptional> exceptions = new ArrayList<>();
        for (Element element : elements) {
            boolean single = element.field("date").isPresent();
            Optional<LocalDate> from = date(element, single ? "date" : "from");
            Optional<LocalDate> until = single ? from : date(element, "until");
            List<WeeklyHours> hours = HoursList.read(document, element, "open", findings);
            if (from.isPresent() && until.isPresent() && inOrder(element, from.get(), until.get())) {
                exceptions.add(new Exceptional(from.get(), until.get(), hours, element.text("reason")));
            }
        }
        return exceptions;
    }

    private boolean inOrder(Element element, LocalDate from, LocalDate until) {
        if (until.isBefore(from)) {
            findings.add(FindingCode.REVERSED_RANGE.at(
                    element.placeOf("until"),
                    "The exception ends on " + until + ", before it begins on " + from + ".",
                    "Swap the two days."));
            return false;
        }
        return true;
    }

    private Optional<LocalDate> date(Element element, String key) {
        Optional<String> text = document.text(element, key);
        Optional<LocalDate> date = text.flatMap(ValueReader::date);
        if (text.isPresent() && date.isEmpty()) {
            findings.add(FindingCode.MALFORMED_DATE.at(
                    element.placeOf(key),
                    "'" + text.get() + "' is not a day of the calendar.",
                    "Write it like 2026-12-24."));
        }
        return date;
    }
}
