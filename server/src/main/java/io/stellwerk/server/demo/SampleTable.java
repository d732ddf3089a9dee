package io.stellwerk.server.demo;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The answers for people to read: one line of each kind, then totals and times. Fits in 120 columns. */
final class SampleTable {

    private final PrintWriter out;
    private final Function<String, String> hotlineOf;
    private final Columns columns;

    /** @param hotlineOf the hotline's id by what was dialled; the dialled text itself if it is nobody's */
    SampleTable(PrintWriter out, Function<String, String> hotlineOf) {
        this.out = out;
        this.hotlineOf = hotlineOf;
        this.columns = new Columns(out, 31, 6, 13, 18, 19, 20, 5);
    }

    void heading() {
        columns.print("CALL", "FROM", "HOTLINE", "PLAN", "FIRST TARGET", "BECAUSE OF", "   µs");
    }

    void line(String scenario, SampleAnswer answer) {
        columns.print(
                scenario,
                caller(answer.call()),
                hotlineOf.apply(answer.call().called()),
                answer.plan(),
                answer.target(),
                answer.because(),
                answer.decisionMicros());
    }

    /**
     * The first calls of every kind: kinds begin with the same word, and those that are only spelled differently are one.
     *
     * @param ofEach so many of a kind
     */
    static <T> List<T> chosen(List<T> all, Function<T, String> scenario, int ofEach) {
        Map<String, Integer> ofKind = new TreeMap<>();
        List<T> chosen = new ArrayList<>();
        Map<String, Long> counts = all.stream().collect(Collectors.groupingBy(scenario, Collectors.counting()));
        for (T each : all) {
            String name = scenario.apply(each);
            boolean spelled = counts.getOrDefault(name, 0L) > 1;
            String kind = spelled ? "spelled: " + name.split(",", 2)[0] : name.split(" ", 2)[0];
            if (ofKind.merge(kind, 1, Integer::sum) <= (spelled ? 1 : ofEach)) {
                chosen.add(each);
            }
        }
        return chosen;
    }

    void totals(List<SampleAnswer> answers) {
        List<String> plans = counted(answers, SampleAnswer::plan);
        List<String> reasons = counted(answers, SampleAnswer::because);
        Columns sides = new Columns(out, 40, 70);
        sides.print("BY PLAN", "BY REASON");
        for (int i = 0; i < Math.max(plans.size(), Math.min(reasons.size(), plans.size() + 4)); i++) {
            boolean more = i == plans.size() + 3 && reasons.size() > plans.size() + 4;
            String reason = more ? "      … and " + (reasons.size() - i) + " others" : at(reasons, i);
            sides.print(at(plans, i), reason);
        }
    }

    private static String at(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "";
    }

    private static List<String> counted(List<SampleAnswer> answers, Function<SampleAnswer, String> by) {
        Map<String, Long> counts = answers.stream().collect(Collectors.groupingBy(by, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder())))
                .map(entry -> String.format(Locale.ROOT, "%5d %s", entry.getValue(), entry.getKey()))
                .toList();
    }

    /** @param warm those that count: the first ones of a process load classes */
    void times(List<SampleAnswer> warm) {
        long[] roundTrips =
                warm.stream().mapToLong(SampleAnswer::nanos).sorted().toArray();
        long[] decisions = warm.stream()
                .mapToLong(answer -> answer.decisionMicros() * 1000)
                .sorted()
                .toArray();
        out.println("  " + quantiles("decision", decisions) + "; "
                + quantiles("question to answer over HTTP", roundTrips) + " (the last " + warm.size() + " calls)");
    }

    private static String quantiles(String what, long[] sortedNanos) {
        return String.format(
                Locale.ROOT, "%s p50 %s, p99 %s", what, millis(sortedNanos, 0.5), millis(sortedNanos, 0.99));
    }

    private static String millis(long[] sortedNanos, double quantile) {
        if (sortedNanos.length == 0) {
            return "-";
        }
        long nanos = sortedNanos[(int) Math.min(sortedNanos.length - 1.0, sortedNanos.length * quantile)];
        return nanos < 1_000_000 ? nanos / 1000 + " µs" : String.format(Locale.ROOT, "%.1f ms", nanos / 1_000_000.0);
    }

    /** Only the beginning: numbers are personal data. */
    private static String caller(SampleCall call) {
        String digits = call.calling().replaceAll("[^+0-9]", "");
        if (digits.length() < 5) {
            return call.assertedId().isEmpty() ? "-" : "hidden";
        }
        return digits.substring(0, Math.min(5, digits.length() / 2)) + "…";
    }
}
