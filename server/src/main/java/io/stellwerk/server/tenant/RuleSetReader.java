package io.stellwerk.server.tenant;

import io.stellwerk.connector.holidays.jollyday.JollydayHolidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.engine.route.OpeningHours;
import io.stellwerk.engine.rule.RuleSet;
import io.stellwerk.rules.Compilation;
import io.stellwerk.rules.RuleSets;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.finding.Severity;
import io.stellwerk.rules.read.RuleSetFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a tenant's rule set and judges whether it may go live. */
final class RuleSetReader {

    /**
     * @param ruleSet empty if there is an error among the findings
     * @param version of the files, whether they may go live or not
     */
    record Reading(Optional<RuleSet> ruleSet, RuleSetVersion version, List<Finding> findings) {}

    private final JollydayHolidays holidays;
    private final NumberPlan numbers;
    private final ServedTenants served;

    RuleSetReader(JollydayHolidays holidays, NumberPlan numbers, ServedTenants served) {
        this.holidays = holidays;
        this.numbers = numbers;
        this.served = served;
    }

    Reading read(String tenant, Path folder, RuleSetVersion before) throws IOException {
        RuleSetFiles files = RuleSetFiles.ofFolder(folder);
        RuleSetVersion version = before.of(files.asVersion().sha256());
        Compilation compilation = RuleSets.compile(files, holidays, numbers, version.version());
        List<Finding> findings = new ArrayList<>(compilation.findings());
        compilation.ruleSet().ifPresent(ruleSet -> {
            warmHolidays(ruleSet);
            findings.addAll(foreign(tenant, ruleSet));
            findings.addAll(taken(ruleSet));
        });
        boolean errors = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
        return new Reading(errors ? Optional.empty() : compilation.ruleSet(), version, findings);
    }

    /** So that no call has to wait for the calculation of a year. */
    private void warmHolidays(RuleSet ruleSet) {
        Set<String> regions = new HashSet<>();
        regions.add(ruleSet.tenant().holidayRegion());
        ruleSet.calendars().values().stream()
                .map(OpeningHours::holidayRegion)
                .flatMap(Optional::stream)
                .forEach(regions::add);
        Year now = Year.now(ruleSet.tenant().zone());
        holidays.warm(regions, List.of(now.minusYears(1), now, now.plusYears(1)));
    }

    private static List<Finding> foreign(String tenant, RuleSet ruleSet) {
        String written = ruleSet.tenant().id();
        return written.equals(tenant)
                ? List.of()
                : List.of(Finding.error(
                        "wrong-tenant",
                        Place.of(RuleSetFiles.TENANT).in("", "tenant"),
                        "The folder is that of '" + written + "', and the configuration says it is that of '" + tenant
                                + "'.",
                        "Write the same id in both."));
    }

    private List<Finding> taken(RuleSet ruleSet) {
        List<Finding> findings = new ArrayList<>();
        for (Hotline hotline : served.takenNumbers(ruleSet)) {
            findings.add(Finding.error(
                    "number-of-another-tenant",
                    Place.of(RuleSetFiles.HOTLINES).in(hotline.id(), "number"),
                    "The service number " + hotline.number() + " is another tenant's already.",
                    "Remove it here or there: a service number belongs to one tenant."));
        }
        return findings;
    }
}
