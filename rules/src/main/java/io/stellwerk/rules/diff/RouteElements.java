package io.stellwerk.rules.diff;

import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.customer.AttributeDeclaration;
import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.engine.route.OpeningHours;
import io.stellwerk.engine.route.OpeningHours.Exceptional;
import io.stellwerk.engine.route.PeopleTarget;
import io.stellwerk.engine.route.PlanStep;
import io.stellwerk.engine.route.RoutePlan;
import io.stellwerk.engine.route.RouteTarget;
import io.stellwerk.engine.route.TargetAddress;
import io.stellwerk.rules.diff.Change.Part;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.read.RuleSetFiles;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings, hotlines, targets, plans and calendars with their fields. */
final class RouteElements {

    private static final Field NUMBER = Field.of("number", "Number", "Rufnummer");
    private static final Field TARIFF = Field.of("tariffClass", "Tariff class", "Tarif");
    private static final Field DEFAULT_PLAN = Field.of("defaultPlan", "Default plan", "Standardplan");
    private static final Field ADDRESSES = Field.of("addresses", "Addresses", "Adressen");
    private static final Field RING_TIMEOUT = Field.of("ringTimeout", "Ring timeout", "Rufdauer");
    private static final Field STEPS = Field.of("steps", "Steps", "Schritte");
    private static final Field OVERFLOW = Field.of("overflow", "Overflow", "Überlauf");
    private static final Field ZONE = Field.of("timeZone", "Time zone", "Zeitzone");
    private static final Field HOLIDAYS = Field.of("holidays", "Holidays", "Feiertage");
    private static final Field OPEN = Field.of("open", "Open", "Geöffnet");
    private static final Field ON_HOLIDAYS = Field.of("onHolidays", "On holidays", "An Feiertagen");
    private static final Field EXCEPTIONS = Field.of("exceptions", "Exceptions", "Ausnahmen");
    private static final Field COUNTRY = Field.of("country", "Country", "Land");
    private static final Field SEVERAL = Field.of("severalMatches", "Several matches", "Mehrere Treffer");
    private static final Field NEW_DAYS = Field.of("newCustomerDays", "New customer days", "Tage als Neukunde");
    private static final Field CLASSES = Field.of("customerClasses", "Customer classes", "Kundenklassen");
    private static final Field ATTRIBUTES = Field.of("attributes", "Attributes", "Merkmale");
    private static final Field REGIONS = Field.of("regions", "Regions", "Regionen");
    private static final Field ANNOUNCEMENTS = Field.of("announcements", "Announcements", "Ansagen");

    private RouteElements() {}

    static Elements settings(TenantSettings tenant) {
        Map<Field, String> fields = new LinkedHashMap<>();
        fields.put(Field.NAME, tenant.name());
        fields.put(ZONE, tenant.zone().getId());
        fields.put(COUNTRY, tenant.country());
        fields.put(HOLIDAYS, tenant.holidayRegion());
        fields.put(SEVERAL, FactDictionary.code(tenant.severalMatches()));
        fields.put(NEW_DAYS, Integer.toString(tenant.newCustomerDays()));
        fields.put(CLASSES, String.join(", ", tenant.customerClasses()));
        fields.put(ATTRIBUTES, join(tenant.attributes(), RouteElements::text));
        fields.put(REGIONS, join(new TreeMap<>(tenant.regions().byName()).entrySet(), RouteElements::region));
        fields.put(ANNOUNCEMENTS, String.join(", ", tenant.announcements()));
        return new Elements(Part.SETTINGS, RuleSetFiles.TENANT, Map.of("", fields), false);
    }

    private static String text(AttributeDeclaration attribute) {
        return attribute.name() + " " + FactDictionary.code(attribute.type())
                + (attribute.values().isEmpty() ? "" : " (" + String.join(", ", attribute.values()) + ")");
    }

    private static String region(Map.Entry<String, List<NumberPrefix>> region) {
        return region.getKey() + " " + join(region.getValue(), NumberPrefix::text);
    }

    static Elements hotlines(List<Hotline> hotlines) {
        Map<String, Map<Field, String>> elements = new TreeMap<>();
        for (Hotline hotline : hotlines) {
            Map<Field, String> fields = new LinkedHashMap<>();
            fields.put(Field.NAME, hotline.name());
            fields.put(NUMBER, hotline.number().e164());
            fields.put(TARIFF, hotline.tariffClass());
            fields.put(DEFAULT_PLAN, hotline.defaultPlanId());
            elements.put(hotline.id(), fields);
        }
        return new Elements(Part.HOTLINE, RuleSetFiles.HOTLINES, elements, false);
    }

    static Elements targets(Collection<RouteTarget> targets) {
        Map<String, Map<Field, String>> elements = new TreeMap<>();
        for (RouteTarget target : targets) {
            Map<Field, String> fields = new LinkedHashMap<>();
            fields.put(Field.NAME, target.name());
            fields.put(ADDRESSES, join(target.addresses(), RouteElements::text));
            fields.put(RING_TIMEOUT, seconds(target.ringTimeout()));
            elements.put(target.id(), fields);
        }
        return new Elements(Part.TARGET, RuleSetFiles.TARGETS, elements, false);
    }

    static Elements people(Optional<PeopleTarget> people) {
        Map<String, Map<Field, String>> elements = new TreeMap<>();
        people.ifPresent(target -> {
            Map<Field, String> fields = new LinkedHashMap<>();
            fields.put(ADDRESSES, text(target.address()));
            fields.put(RING_TIMEOUT, seconds(target.ringTimeout()));
            elements.put("", fields);
        });
        return new Elements(Part.PEOPLE, RuleSetFiles.TARGETS, elements, false);
    }

    static Elements plans(Collection<RoutePlan> plans) {
        Map<String, Map<Field, String>> elements = new TreeMap<>();
        for (RoutePlan plan : plans) {
            Map<Field, String> fields = new LinkedHashMap<>();
            fields.put(Field.NAME, plan.name());
            fields.put(STEPS, join(plan.steps(), RouteElements::text));
            fields.put(OVERFLOW, plan.overflowPlanId().orElse(""));
            elements.put(plan.id(), fields);
        }
        return new Elements(Part.PLAN, RuleSetFiles.PLANS, elements, false);
    }

    static Elements calendars(Collection<OpeningHours> calendars) {
        Map<String, Map<Field, String>> elements = new TreeMap<>();
        for (OpeningHours calendar : calendars) {
            Map<Field, String> fields = new LinkedHashMap<>();
            fields.put(Field.NAME, calendar.name());
            fields.put(ZONE, calendar.zone().getId());
            fields.put(HOLIDAYS, calendar.holidayRegion().orElse("none"));
            fields.put(OPEN, HoursText.of(calendar.week()));
            fields.put(ON_HOLIDAYS, HoursText.of(calendar.onHolidays()));
            fields.put(EXCEPTIONS, join(calendar.exceptions(), RouteElements::text));
            elements.put(calendar.id(), fields);
        }
        return new Elements(Part.CALENDAR, RuleSetFiles.CALENDARS, elements, false);
    }

    private static String text(Exceptional exception) {
        String days = exception.from().equals(exception.until())
                ? exception.from().toString()
                : exception.from() + ".." + exception.until();
        return days + " " + HoursText.of(exception.hours())
                + (exception.reason().isEmpty() ? "" : " (" + exception.reason() + ")");
    }

    private static String text(TargetAddress address) {
        return address.uri() + (address.destination().isEmpty() ? "" : " via " + address.destination());
    }

    /** {@code service-kiel (service-hours, 70 %, 15s)}. */
    private static String text(PlanStep step) {
        String goal = (step.goal() instanceof PlanStep.Goal.ToPlan ? "plan:" : "")
                + step.goal().text();
        String conditions = Stream.of(
                        step.hours().map(OpeningHours::id),
                        Optional.of(step.sharePercent() + " %").filter(share -> step.sharePercent() > 0),
                        step.ringTimeout().map(RouteElements::seconds))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return goal + (conditions.isEmpty() ? "" : " (" + conditions + ")");
    }

    private static String seconds(Duration duration) {
        return duration.toSeconds() + "s";
    }

    private static <T> String join(Collection<T> items, Function<T, String> text) {
        return items.stream().map(text).collect(Collectors.joining(", "));
    }
}
