package io.stellwerk.rules.read;

import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.engine.route.OpeningHours;
import io.stellwerk.engine.route.PeopleTarget;
import io.stellwerk.engine.route.RoutePlan;
import io.stellwerk.engine.route.RouteTarget;
import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.Severity;
import io.stellwerk.rules.table.DecisionTable;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A rule set as far as its files could be read: the checks go on with what there is.
 *
 * <p>What could not be read stands there with an empty name or id, or not at all, and has a finding.
 *
 * @param announcementsKnown whether their list could be read
 * @param tenantAt the content of {@code tenant.yaml}; empty if it could not be read
 * @param tables in the order in which they count, those that could be read
 * @param rules those of DRL files, in the order of their files and lines
 * @param findings what the readers found, in no order
 */
public record RuleSetDraft(
        TenantSettings tenant,
        boolean announcementsKnown,
        Optional<Element> tenantAt,
        List<Placed<Hotline>> hotlines,
        List<Placed<RouteTarget>> targets,
        Names targetNames,
        Optional<PeopleTarget> people,
        boolean peopleKnown,
        List<Placed<RoutePlan>> plans,
        Names planNames,
        List<Placed<OpeningHours>> calendars,
        List<DecisionTable> tables,
        List<DrlRule> rules,
        FactDictionary dictionary,
        List<Finding> findings) {

    public RuleSetDraft {
        hotlines = List.copyOf(hotlines);
        targets = List.copyOf(targets);
        plans = List.copyOf(plans);
        calendars = List.copyOf(calendars);
        tables = List.copyOf(tables);
        rules = List.copyOf(rules);
        findings = List.copyOf(findings);
    }

    /** Whether nothing in a file prevents publishing, so that conclusions from all of it are right. */
    public boolean sound(String file) {
        return findings.stream()
                .noneMatch(finding -> finding.severity() == Severity.ERROR
                        && finding.place().file().equals(file));
    }

    /** Whether all rules could be read whole. */
    public boolean allTablesSound() {
        return findings.stream()
                .noneMatch(finding -> finding.severity() == Severity.ERROR
                        && finding.place().file().startsWith("rules/"));
    }

    /** The rule set as the engine takes it; only for a draft without errors. */
    public RuleSetSource source() {
        return new RuleSetSource(
                tenant,
                hotlines.stream().map(Placed::value).toList(),
                targets.stream().map(Placed::value).collect(Collectors.toMap(RouteTarget::id, Function.identity())),
                plans.stream().map(Placed::value).collect(Collectors.toMap(RoutePlan::id, Function.identity())),
                calendars.stream().map(Placed::value).collect(Collectors.toMap(OpeningHours::id, Function.identity())),
                people,
                tables,
                rules,
                dictionary);
    }
}
