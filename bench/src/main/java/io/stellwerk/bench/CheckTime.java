package io.stellwerk.bench;

import io.stellwerk.connector.holidays.jollyday.JollydayHolidays;
import io.stellwerk.connector.numbers.libphonenumber.LibPhoneNumberPlan;
import io.stellwerk.rules.check.RuleSetChecks;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.read.FolderReader;
import io.stellwerk.rules.read.RuleSetDraft;
import io.stellwerk.rules.read.RuleSetFiles;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * All checks of a rule set with one table of 5,000 rows and 8 conditions, without reading it: CPU time of the thread, warm.
 * To hold: under a second.
 */
public final class CheckTime {

    private static final int ROWS = 5_000;
    private static final int WARM_UPS = 10;
    private static final int RUNS = 10;

    private CheckTime() {}

    public static void main(String[] arguments) {
        JollydayHolidays holidays = new JollydayHolidays();
        LibPhoneNumberPlan numbers = new LibPhoneNumberPlan();
        System.out.println("| table | CPU ms, median | worst | findings |");
        System.out.println("| --- | --- | --- | --- |");
        for (String policy : List.of("FIRST", "UNIQUE")) {
            RuleSetDraft draft = FolderReader.read(files(policy));
            List<Double> millis = new ArrayList<>();
            List<Finding> findings = List.of();
            for (int i = 0; i < WARM_UPS + RUNS; i++) {
                ThreadMXBean thread = ManagementFactory.getThreadMXBean();
                long started = thread.getCurrentThreadCpuTime();
                findings = RuleSetChecks.of(draft, holidays, numbers);
                if (i >= WARM_UPS) {
                    millis.add((thread.getCurrentThreadCpuTime() - started) / 1e6);
                }
            }
            millis.sort(Double::compare);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %d |%n",
                    policy,
                    millis.get(RUNS / 2),
                    millis.get(RUNS - 1),
                    findings.size());
        }
    }

    private static RuleSetFiles files(String policy) {
        Map<String, byte[]> files = new TreeMap<>();
        put(files, "tenant.yaml", """
                tenant: bench
                name: Bench
                timeZone: Europe/Berlin
                country: DE
                holidays: DE-SH
                """);
        put(files, "hotlines.yaml", """
                hotlines:
                  - { id: sales, name: Sales, number: "+498001234501", defaultPlan: plan }
                  - { id: faults, name: Faults, number: "+498001234502", defaultPlan: plan }
                """);
        put(files, "targets.yaml", "targets:\n  - { id: site, name: Site, uri: \"sip:site@pbx.example\" }\n");
        put(files, "plans.yaml", "plans:\n  - { id: plan, name: Plan, steps: [ { target: site } ] }\n");
        put(files, "rules/00-segments.csv", """
                #phase;derive
                #hit policy;COLLECT
                id;customer.value;=> segment
                big;>= 25000;big
                """);
        put(files, "rules/01-table.csv", table(policy));
        return RuleSetFiles.of(files);
    }

    /** Under UNIQUE each prefix has one row for each class; under FIRST exceptions of all kinds stand before them. */
    private static String table(String policy) {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder csv = new StringBuilder(
                "#hit policy;" + policy + "\nid;hotline;call.calling;"
                        + "customer.customerClass;customer.dunningLevel;customer.openOffers;customer.tags;segment;call.when;=> plan\n");
        boolean first = policy.equals("FIRST");
        for (int row = 0; row < ROWS; row++) {
            int last = row % 4;
            boolean exception = first && last < 3;
            csv.append("row-%d;%s;+4930%d*;%s;%s;%s;%s;%s;%s;plan%n"
                    .formatted(
                            row,
                            exception && random.nextBoolean() ? "sales" : "-",
                            20_000 + row / 4,
                            first
                                    ? (exception ? "A, B" : "-")
                                    : List.of("A", "B", "C", "none").get(last),
                            exception ? ">= " + (3 - last) : "-",
                            exception && random.nextInt(3) == 0 ? ">= 1" : "-",
                            exception && random.nextInt(3) == 0 ? "not(vip)" : "-",
                            exception && random.nextInt(3) == 0 ? "big" : "-",
                            exception && random.nextInt(3) == 0
                                    ? "Mo-Fr %02d:00-%02d:00".formatted(6 + random.nextInt(4), 16 + random.nextInt(4))
                                    : "-"));
        }
        return csv.toString();
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
