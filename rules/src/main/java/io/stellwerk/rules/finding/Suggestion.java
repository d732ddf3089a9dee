package io.stellwerk.rules.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the author of an unknown name probably meant. */
public final class Suggestion {

    private static final int LISTED = 12;
    private static final int LONGEST = 80;

    private Suggestion() {}

    /**
     * The known name that is nearest by Damerau-Levenshtein distance (optimal string alignment), letter case ignored;
     * empty if none is near: at most a third of the letters may differ, and at most 3.
     */
    public static Optional<String> nearest(String name, Collection<String> known) {
        if (name.length() > LONGEST) {
            return Optional.empty();
        }
        record Candidate(String name, int distance) {}
        String wanted = name.toLowerCase(Locale.ROOT);
        int limit = Math.min(3, Math.max(1, name.length() / 3));
        return known.stream()
                .filter(each -> Math.abs(each.length() - name.length()) <= limit)
                .map(each -> new Candidate(each, distance(wanted, each.toLowerCase(Locale.ROOT))))
                .filter(each -> each.distance() <= limit)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    /**
     * A remedy for an unknown name: "Did you mean 'a'?", or else what there is, or else {@code none}.
     *
     * @param things in the plural: {@code plans}
     * @param none what to do if there is nothing to choose from
     */
    public static String remedy(String name, Collection<String> known, String things, String none) {
        return nearest(name, known)
                .map(near -> "Did you mean '" + near + "'?")
                .orElseGet(() -> known.isEmpty() ? none : "Known " + things + " are " + list(known) + ".");
    }

    private static String list(Collection<String> known) {
        String listed = known.stream().sorted().limit(LISTED).collect(Collectors.joining(", "));
        return known.size() > LISTED ? listed + " and " + (known.size() - LISTED) + " more" : listed;
    }

    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best = Math.min(Math.min(current[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                current[j] = swapped ? Math.min(best, beforeLast[j - 2] + 1) : best;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }
        return last[b.length()];
    }
}
