package io.stellwerk.bench.http;

import io.stellwerk.rules.read.RuleSetFiles;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** A rule set of ten tables with as many rows in all as asked for, as a company might have grown it. */
public final class RuleSetText {

    static final int HOTLINES = 8;

    private static final int TABLES = 10;
    private static final int PLANS = 12;
    private static final long SEED = 7;

    private RuleSetText() {}

    static String hotline(int number) {
        return "+49800123450" + number;
    }

    /** The files of a rule set with this many rows. */
    public static RuleSetFiles files(int rows) {
        Map<String, byte[]> files = new TreeMap<>();
        put(files, "tenant.yaml", """
                tenant: bench
                name: Bench
                timeZone: Europe/Berlin
                country: DE
                holidays: DE-SH
                announcements: [greeting]
                """);
        StringBuilder hotlines = new StringBuilder("hotlines:\n");
        for (int i = 0; i < HOTLINES; i++) {
            hotlines.append("  - { id: hotline-%d, name: Hotline %d, number: \"%s\", defaultPlan: plan-0 }%n"
                    .formatted(i, i, hotline(i)));
        }
        put(files, "hotlines.yaml", hotlines.toString());
        StringBuilder targets = new StringBuilder("targets:\n");
        StringBuilder plans = new StringBuilder("plans:\n");
        for (int i = 0; i < PLANS; i++) {
            targets.append(
                    "  - { id: site-%d, name: Site %d, uri: \"sip:site-%d@pbx.example\", destination: \"sip:192.0.2.%d\" }%n"
                            .formatted(i, i, i, i + 1));
            plans.append("  - { id: plan-%d, name: Plan %d, steps: [ { target: site-%d }, { target: site-%d } ] }%n"
                    .formatted(i, i, i, (i + 1) % PLANS));
        }
        put(files, "targets.yaml", targets.toString());
        put(files, "plans.yaml", plans.toString());
        put(files, "calendars.yaml", "calendars: []\n");
        SplittableRandom random = new SplittableRandom(SEED);
        put(files, "rules/00-segments.csv", """
                #phase;derive
                #hit policy;COLLECT
                id;customer.value;customer.customerClass;=> segment
                big;>= 25000;-;big
                top;-;A;top
                """);
        for (int table = 0; table < TABLES; table++) {
            put(files, "rules/%02d-table.csv".formatted(table + 1), table(rows / TABLES, random));
        }
        return RuleSetFiles.of(files);
    }

    private static String table(int rows, SplittableRandom random) {
        StringBuilder csv = new StringBuilder("id;hotline;call.calling;customer.customerClass;customer.dunningLevel;"
                + "customer.openOffers;segment;call.when;=> plan;=> announcement\n");
        for (int row = 0; row < rows; row++) {
            csv.append("row-%d;%s;+4930%d*;%s;%s;%s;%s;%s;plan-%d;%s%n"
                    .formatted(
                            row,
                            random.nextInt(3) == 0 ? "hotline-" + random.nextInt(HOTLINES) : "-",
                            2_000 + random.nextInt(150),
                            random.nextInt(2) == 0 ? "-" : "A, B",
                            random.nextInt(2) == 0 ? "-" : ">= " + random.nextInt(3),
                            random.nextInt(4) == 0 ? ">= 1" : "-",
                            random.nextInt(6) == 0 ? "big" : "-",
                            random.nextInt(4) == 0 ? "Mo-Fr 08:00-18:00" : "-",
                            1 + random.nextInt(PLANS - 1),
                            random.nextInt(4) == 0 ? "greeting" : ""));
        }
        return csv.toString();
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
