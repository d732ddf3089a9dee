package io.stellwerk.bench;

import io.stellwerk.bench.http.RuleSetText;
import io.stellwerk.connector.holidays.jollyday.JollydayHolidays;
import io.stellwerk.connector.numbers.libphonenumber.LibPhoneNumberPlan;
import io.stellwerk.rules.Compilation;
import io.stellwerk.rules.RuleSets;
import io.stellwerk.rules.read.RuleSetFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From the files of a rule set to one that decides: read, check, lower; 10, 1,000 and 10,000 rows, warm. */
public final class PublishTime {

    private static final int WARM_UPS = 15;
    private static final int RUNS = 15;

    private PublishTime() {}

    public static void main(String[] arguments) {
        JollydayHolidays holidays = new JollydayHolidays();
        LibPhoneNumberPlan numbers = new LibPhoneNumberPlan();
        System.out.println("| rows | publish ms, median | worst |");
        System.out.println("| --- | --- | --- |");
        for (int rows : new int[] {10, 1_000, 10_000}) {
            RuleSetFiles files = RuleSetText.files(rows);
            for (int i = 0; i < WARM_UPS; i++) {
                publish(files, holidays, numbers);
            }
            List<Double> millis = new ArrayList<>();
            for (int i = 0; i < RUNS; i++) {
                long started = System.nanoTime();
                publish(files, holidays, numbers);
                millis.add((System.nanoTime() - started) / 1e6);
            }
            millis.sort(Double::compare);
            System.out.printf(Locale.ROOT, "| %,d | %.1f | %.1f |%n", rows, millis.get(RUNS / 2), millis.get(RUNS - 1));
        }
    }

    private static void publish(RuleSetFiles files, JollydayHolidays holidays, LibPhoneNumberPlan numbers) {
        Compilation compilation = RuleSets.compile(files, holidays, numbers, 1);
        if (compilation.ruleSet().isEmpty()) {
            throw new IllegalStateException(compilation.findings().toString());
        }
    }
}
