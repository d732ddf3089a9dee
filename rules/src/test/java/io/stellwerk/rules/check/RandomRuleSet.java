package io.stellwerk.rules.check;

import io.stellwerk.rules.read.FolderReader;
import io.stellwerk.rules.read.RuleSetDraft;
import io.stellwerk.rules.read.RuleSetFiles;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Small rule sets of tables and DRL from few values, so that rows often meet, cover and just miss each other. */
final class RandomRuleSet {

    private static final String BASE = """
            tenant.yaml
            tenant: small
            name: Small
            timeZone: Europe/Berlin
            country: DE
            holidays: DE
            regions:
              berlin: ["+4930"]
              mitte: ["+49301"]
            ---
            hotlines.yaml
            hotlines:
              - { id: sales, name: Sales, number: "+498001234567", tariffClass: free, defaultPlan: p0, complete: true }
              - { id: faults, name: Faults, number: "+498001234568", defaultPlan: p0, complete: true }
            ---
            targets.yaml
            targets:
              - { id: t, name: T, uri: "sip:t@pbx.example" }
            ---
            plans.yaml
            plans:
              - { id: p0, name: P0, steps: [ { target: t, calendar: office }, { target: t } ] }
              - { id: p1, name: P1, steps: [ { target: t } ] }
              - { id: p2, name: P2, steps: [ { target: t } ] }
            ---
            calendars.yaml
            calendars:
              - { id: office, name: Office, open: ["Mo-Fr 08:00-18:00"] }
              - { id: weekend, name: Weekend, open: ["Sa,Su 10:00-12:00"], onHolidays: ["10:00-12:00"] }
            """;

    /** Each column with the cells that it may have. */
    private static final Map<String, List<String>> CELLS = new TreeMap<>(Map.ofEntries(
            Map.entry("hotline", List.of("sales", "faults", "not(sales)", "sales, faults")),
            Map.entry("call.calling", List.of("+4930*", "+49301*", "not(+4930*)", "none", "+4930901820")),
            Map.entry("call.region", List.of("berlin", "mitte", "none", "not(berlin)")),
            Map.entry("call.weekday", List.of("Mo-Fr", "Sa", "not(Su)", "Fr-Mo")),
            Map.entry("call.when", List.of("Mo-Fr 08:00-18:00", "Sa 10:00-11:00", "not(Mo-Fr 08:00-18:00)", "Su")),
            Map.entry("call.time", List.of("08:00-18:00", "22:00-06:00", "not(08:00-18:00)")),
            Map.entry("call.holiday", List.of("yes", "no")),
            Map.entry("call.openCalendars", List.of("office", "weekend", "none", "not(office, weekend)")),
            Map.entry("call.callerMatch", List.of("unique", "unknown, anonymous", "organisation, unique")),
            Map.entry("customer.known", List.of("yes", "no")),
            Map.entry("customer.customerClass", List.of("A", "A, B", "not(A)", "none", "not(none)")),
            Map.entry("customer.value", List.of(">= 5", "< 5", "[3..7]", "none", "not(5)", "< 0")),
            Map.entry("customer.dunningLevel", List.of("0", ">= 1", "]0..1[", "none")),
            Map.entry("customer.tags", List.of("x", "x, y", "not(x)", "none", "not(none)")),
            Map.entry("customer.openOffers", List.of("0", ">= 1", ">= 2", "none")),
            Map.entry("customer.offerValue", List.of(">= 100", "none", "not(none)")),
            Map.entry("segment", List.of("s", "t", "not(s)", "not(s, t)", "s, t"))));

    private static final List<String> PATTERNS = List.of(
            "Customer( customerClass == \"A\" )",
            "Customer( value >= 5 || dunningLevel >= 1 )",
            "not Customer( customerClass == \"A\", value < 5 )",
            "not Customer()",
            "Customer( name matches \"Mu.*er\" )",
            "not Customer( name matches \"Mu.*er\" )",
            "Customer( offerValue > value )",
            "Call( weekday in (\"Sa\", \"Su\") )",
            "Call( holiday ) or Hotline( id == \"sales\" )",
            "Call( region == \"berlin\" )",
            "Segment( name == \"s\" )",
            "not Segment( name == \"t\" )",
            "Customer( tags contains \"x\" )",
            "Customer( openOffers >= 1, offerValue >= 100 )");

    private final Random random;
    private final List<String> columns;

    RandomRuleSet(Random random) {
        this.random = random;
        List<String> all = new ArrayList<>(CELLS.keySet());
        Collections.shuffle(all, random);
        columns = all.subList(0, 2 + random.nextInt(3));
    }

    RuleSetDraft draft() {
        Map<String, byte[]> files = new TreeMap<>();
        for (String file : BASE.split("---\n", -1)) {
            int end = file.indexOf('\n');
            put(files, file.substring(0, end), file.substring(end + 1));
        }
        put(files, "rules/00-segments.csv", deriving());
        put(files, "rules/10-table.csv", table("FIRST"));
        if (random.nextBoolean()) {
            put(files, "rules/20-rules.drl", rules());
        }
        put(files, "rules/30-table.csv", table(random.nextBoolean() ? "UNIQUE" : "PRIORITY"));
        return FolderReader.read(RuleSetFiles.of(files));
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** One table may build on the other's segment, never on its absence. */
    private String deriving() {
        String policy = random.nextBoolean() ? "COLLECT" : "FIRST";
        return "#phase;derive\n#hit policy;" + policy
                + "\nid;customer.customerClass;customer.value;hotline;segment;=> segment\n"
                + row("d1", "customer.customerClass", "customer.value", "hotline") + ";-;s\n"
                + row("d2", "customer.customerClass", "customer.value", "hotline") + ";-;"
                + (random.nextBoolean() ? "t" : "s") + "\n"
                + "d3;-;-;-;s;t\n";
    }

    private String table(String policy) {
        boolean priority = policy.equals("PRIORITY");
        StringBuilder csv = new StringBuilder("#hit policy;" + policy + "\nid;" + String.join(";", columns)
                + (priority ? ";priority" : "") + ";=> plan\n");
        for (int i = 0; i < 2 + random.nextInt(5); i++) {
            csv.append(row("r" + i, columns.toArray(String[]::new)))
                    .append(priority ? ";" + random.nextInt(3) : "")
                    .append(";p")
                    .append(random.nextInt(3))
                    .append('\n');
        }
        return csv.toString();
    }

    private String row(String id, String... facts) {
        StringBuilder row = new StringBuilder(id);
        for (String fact : facts) {
            List<String> cells = CELLS.get(fact);
            row.append(';').append(random.nextInt(3) == 0 ? "-" : cells.get(random.nextInt(cells.size())));
        }
        return row.toString();
    }

    private String rules() {
        StringBuilder drl = new StringBuilder();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            drl.append("rule \"drl ").append(i).append("\" when\n");
            for (int pattern = random.nextInt(2); pattern >= 0; pattern--) {
                drl.append("  ")
                        .append(PATTERNS.get(random.nextInt(PATTERNS.size())))
                        .append('\n');
            }
            drl.append("then\n  route.to(\"p1\");\nend\n");
        }
        return drl.toString();
    }
}
