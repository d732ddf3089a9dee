package io.stellwerk.rules.read;

import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.engine.route.OpeningHours;
import io.stellwerk.engine.route.PeopleTarget;
import io.stellwerk.engine.route.RoutePlan;
import io.stellwerk.engine.route.RouteTarget;
import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.table.DecisionTable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole rule set, read and checked, not lowered yet.
 *
 * @param targets by id
 * @param plans by id
 * @param calendars by id
 * @param people how a person becomes a target; empty if the tenant routes to no persons
 * @param tables in the order in which they count
 * @param rules those of DRL files, in the order of their files and lines
 */
public record RuleSetSource(
        TenantSettings tenant,
        List<Hotline> hotlines,
        Map<String, RouteTarget> targets,
        Map<String, RoutePlan> plans,
        Map<String, OpeningHours> calendars,
        Optional<PeopleTarget> people,
        List<DecisionTable> tables,
        List<DrlRule> rules,
        FactDictionary dictionary) {

    public RuleSetSource {
        hotlines = List.copyOf(hotlines);
        targets = Map.copyOf(targets);
        plans = Map.copyOf(plans);
        calendars = Map.copyOf(calendars);
        tables = List.copyOf(tables);
        rules = List.copyOf(rules);
    }
}
