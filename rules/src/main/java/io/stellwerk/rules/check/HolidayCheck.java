package io.stellwerk.rules.check;

import io.stellwerk.engine.port.Holidays;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.read.Element;
import io.stellwerk.rules.read.RuleSetDraft;

/** Every region whose holidays matter must be known. */
final class HolidayCheck {

    private static final String KEY = "holidays";

    private final RuleSetDraft draft;
    private final Holidays holidays;
    private final Findings findings;

    HolidayCheck(RuleSetDraft draft, Holidays holidays, Findings findings) {
        this.draft = draft;
        this.holidays = holidays;
        this.findings = findings;
    }

    void run() {
        draft.tenantAt().ifPresent(at -> check(draft.tenant().holidayRegion(), at, ""));
        draft.calendars().stream()
                .filter(calendar -> calendar.at().field(KEY).isPresent())
                .forEach(calendar -> calendar.value()
                        .holidayRegion()
                        .ifPresent(region ->
                                check(region, calendar.at(), calendar.value().id())));
    }

    private void check(String region, Element at, String id) {
        Place place = at.placeOf(KEY).in(id, KEY);
        boolean told = draft.findings().stream()
                .anyMatch(finding -> finding.place().line() == place.line()
                        && finding.place().file().equals(place.file())
                        && finding.place().column().equals(KEY));
        if (!region.isEmpty() && !told && !holidays.knows(region)) {
            findings.add(FindingCode.UNKNOWN_HOLIDAY_REGION.at(
                    place,
                    "The holidays of '" + region + "' are not known.",
                    "Write a country or one of its parts by ISO 3166, such as DE or DE-SH."));
        }
    }
}
