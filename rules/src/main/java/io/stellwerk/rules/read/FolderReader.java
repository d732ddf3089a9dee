package io.stellwerk.rules.read;

import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.engine.route.OpeningHours;
import io.stellwerk.rules.drl.DrlReader;
import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.drl.DrlScope;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.table.DecisionTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads all files of a rule set. What is wrong with one never hides what is wrong with another. */
public final class FolderReader {

    private final RuleSetFiles files;
    private final Findings findings = new Findings();

    private FolderReader(RuleSetFiles files) {
        this.files = files;
        findings.addAll(files.findings());
    }

    public static RuleSetDraft read(RuleSetFiles files) {
        return new FolderReader(files).draft();
    }

    private RuleSetDraft draft() {
        Document tenantFile = document(RuleSetFiles.TENANT, Schema.TENANT, true);
        Document hotlinesFile = document(RuleSetFiles.HOTLINES, Schema.HOTLINES, true);
        Document targetsFile = document(RuleSetFiles.TARGETS, Schema.TARGETS, true);
        Document plansFile = document(RuleSetFiles.PLANS, Schema.PLANS, true);
        Document calendarsFile = document(RuleSetFiles.CALENDARS, Schema.CALENDARS, false);

        TenantSettings tenant = TenantReader.read(tenantFile, findings);
        Names hotlineNames = Names.of(hotlinesFile, hotlinesFile.list("hotlines"), findings);
        Names targetNames = Names.of(targetsFile, targetsFile.list("targets"), findings);
        Names planNames = Names.of(plansFile, plansFile.list("plans"), findings);
        Names calendarNames = calendarNames(calendarsFile);

        List<Placed<OpeningHours>> calendars = CalendarsReader.read(calendarsFile, tenant, findings);
        FactDictionary dictionary = FactDictionary.of(
                tenant.attributes(),
                tenant.customerClasses(),
                hotlineNames.ids(),
                tenant.regions().byName().keySet(),
                calendarNames.ids());
        Set<String> openFacts = openFacts(tenantFile, hotlineNames, calendarNames);
        boolean attributesKnown = attributesKnown(tenantFile);
        List<DecisionTable> tables = tables(new TableScope(dictionary, openFacts, attributesKnown, findings));
        List<DrlRule> rules = rules(new DrlScope(dictionary, openFacts, attributesKnown, tenant.zone()));
        return new RuleSetDraft(
                tenant,
                known(tenantFile, "announcements"),
                tenantFile.root().filter(root -> tenantFile.readable()),
                HotlinesReader.read(hotlinesFile, findings),
                TargetsReader.read(targetsFile, findings),
                targetNames,
                TargetsReader.readPeople(targetsFile, findings),
                targetsFile.readable(),
                new PlansReader(plansFile, tenant, byId(calendars), calendarNames, findings).read(),
                planNames,
                calendars,
                tables,
                rules,
                dictionary,
                findings.sorted());
    }

    private Document document(String name, Schema schema, boolean needed) {
        if (files.has(name)) {
            return Document.checked(YamlReader.read(name, files.bytes(name), findings), schema, findings);
        }
        if (needed && !files.refused(name)) {
            findings.add(FindingCode.MISSING_FILE.at(
                    Place.of(name), "The file is missing.", "Add it as docs/rule-set-format.md shows."));
        }
        return Document.absent();
    }

    /** Without a file of calendars there are none, which is allowed. */
    private Names calendarNames(Document document) {
        if (!files.has(RuleSetFiles.CALENDARS) && !files.refused(RuleSetFiles.CALENDARS)) {
            return new Names(Set.of(), true);
        }
        return Names.of(document, document.list("calendars"), findings);
    }

    private static Set<String> openFacts(Document tenant, Names hotlines, Names calendars) {
        Set<String> open = new HashSet<>();
        if (!known(tenant, "customerClasses")) {
            open.add("customer.customerClass");
        }
        if (!known(tenant, "regions")) {
            open.add("call.region");
        }
        if (!hotlines.complete()) {
            open.add("hotline");
        }
        if (!calendars.complete()) {
            open.add("call.openCalendars");
        }
        return open;
    }

    /** Whether a key of the file can be believed: it is right by the schema, or absent. */
    private static boolean known(Document document, String key) {
        return document.root()
                .filter(root -> document.readable())
                .map(root -> root.field(key).map(document::sound).orElse(true))
                .orElse(false);
    }

    private static boolean attributesKnown(Document tenant) {
        return known(tenant, "attributes")
                && tenant.list("attributes").stream()
                        .noneMatch(attribute -> attribute.text("name").isEmpty());
    }

    private static Map<String, OpeningHours> byId(List<Placed<OpeningHours>> calendars) {
        Map<String, OpeningHours> byId = new HashMap<>();
        calendars.forEach(calendar -> byId.putIfAbsent(calendar.value().id(), calendar.value()));
        return byId;
    }

    private List<DecisionTable> tables(TableScope scope) {
        List<DecisionTable> tables = new ArrayList<>();
        for (String name : files.tables()) {
            TableReader.read(name, files.bytes(name), scope).forEach(sheet -> tables.add(sheet.table()));
        }
        return tables;
    }

    private List<DrlRule> rules(DrlScope scope) {
        DrlReader reader = new DrlReader(scope, findings);
        List<DrlRule> rules = new ArrayList<>();
        for (String name : files.drlFiles()) {
            SourceText.decode(name, files.bytes(name), findings)
                    .ifPresent(text -> rules.addAll(reader.read(name, text)));
        }
        return rules;
    }
}
