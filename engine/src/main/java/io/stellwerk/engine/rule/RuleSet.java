package io.stellwerk.engine.rule;

import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.decision.PlacedRoute;
import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.engine.route.OpeningHours;
import io.stellwerk.engine.route.PeopleTarget;
import io.stellwerk.engine.route.RoutePlan;
import io.stellwerk.engine.route.RouteTarget;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tenant's whole published rule set: immutable, and swapped whole. */
public final class RuleSet {

    private final TenantSettings tenant;
    private final int version;
    private final Map<ServiceNumber, Hotline> hotlines;
    private final Map<String, RouteTarget> targets;
    private final Map<String, RoutePlan> plans;
    private final Map<String, OpeningHours> calendars;
    private final Optional<PeopleTarget> people;
    private final RuleEngine rules;
    private final Map<String, List<PlacedRoute>> defaultRoutes;

    /**
     * @param version counts up with each publication, from 1; 0 for one that was never published
     * @param targets by id
     * @param plans by id
     * @param calendars by id
     * @param people how a person becomes a target; empty if the tenant routes to no persons
     * @throws IllegalArgumentException if a hotline has no default route; the checks find that before
     */
    public RuleSet(
            TenantSettings tenant,
            int version,
            Collection<Hotline> hotlines,
            Map<String, RouteTarget> targets,
            Map<String, RoutePlan> plans,
            Map<String, OpeningHours> calendars,
            Optional<PeopleTarget> people,
            RuleEngine rules) {
        this.tenant = tenant;
        this.version = version;
        this.targets = Map.copyOf(targets);
        this.plans = Map.copyOf(plans);
        this.calendars = Map.copyOf(calendars);
        this.people = people;
        this.rules = rules;
        Map<ServiceNumber, Hotline> byNumber = new HashMap<>();
        Map<String, List<PlacedRoute>> routes = new HashMap<>();
        for (Hotline hotline : hotlines) {
            byNumber.put(hotline.number(), hotline);
            routes.put(hotline.id(), defaultRouteOf(hotline));
        }
        this.hotlines = Map.copyOf(byNumber);
        this.defaultRoutes = Map.copyOf(routes);
    }

    public TenantSettings tenant() {
        return tenant;
    }

    public int version() {
        return version;
    }

    public Collection<Hotline> hotlines() {
        return hotlines.values();
    }

    /** @throws IllegalArgumentException if the number is not the tenant's */
    public Hotline hotline(ServiceNumber number) {
        Hotline hotline = hotlines.get(number);
        if (hotline == null) {
            throw new IllegalArgumentException(number + " is not a service number of " + tenant.id());
        }
        return hotline;
    }

    public Map<String, RouteTarget> targets() {
        return targets;
    }

    public Map<String, RoutePlan> plans() {
        return plans;
    }

    public Map<String, OpeningHours> calendars() {
        return calendars;
    }

    public Optional<PeopleTarget> people() {
        return people;
    }

    public RuleEngine rules() {
        return rules;
    }

    /** What answers when nothing else can: the same at any moment, at least one target. */
    public List<PlacedRoute> defaultRoute(Hotline hotline) {
        return defaultRoutes.getOrDefault(hotline.id(), List.of());
    }

    /** The same rule set under another number. */
    public RuleSet withVersion(int newVersion) {
        return new RuleSet(tenant, newVersion, hotlines.values(), targets, plans, calendars, people, rules);
    }

    private List<PlacedRoute> defaultRouteOf(Hotline hotline) {
        List<PlacedRoute> routes = DefaultRoutes.of(hotline.defaultPlanId(), plans, targets);
        if (routes.isEmpty()) {
            throw new IllegalArgumentException("Hotline '" + hotline.id() + "' has no default route: plan '"
                    + hotline.defaultPlanId() + "' has no step without hours and share");
        }
        return routes;
    }
}
