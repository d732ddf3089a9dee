package io.stellwerk.engine.intake;

import io.stellwerk.engine.call.PhoneNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Who diverted a call to us, by its Diversion (RFC 5806) or its History-Info (RFC 7044). */
final class DivertingParty {

    /** {@code 1.1.2}: each level counts the targets tried there (RFC 7044, clause 5.1). */
    private static final Pattern INDEX = Pattern.compile("\\d{1,6}(\\.\\d{1,6}){0,99}");

    private record Entry(String index, SipIdentity identity) {

        static final Comparator<Entry> IN_ORDER = Comparator.comparing(
                entry -> Arrays.stream(entry.index().split("\\.", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray(),
                Arrays::compare);

        boolean says(String howItCameAbout) {
            return identity.parameter(howItCameAbout).isPresent();
        }
    }

    private DivertingParty() {}

    /**
     * @param number reads the number of an identity
     * @return empty if nobody diverted the call, or who did has no number
     */
    static Optional<PhoneNumber> of(
            String header, PhoneNumber called, Function<SipIdentity, Optional<PhoneNumber>> number) {
        List<SipIdentity> identities = SipIdentity.all(header);
        boolean history = identities.stream()
                .anyMatch(identity -> identity.parameter("index").isPresent());
        // The latest diversion stands first (RFC 5806, clause 4.2), the latest target of a history last.
        Optional<SipIdentity> party = history
                ? latestMapping(entries(identities))
                : identities.stream().findFirst();
        // A network that hands our own number on to itself has diverted nothing.
        return party.flatMap(number).filter(found -> !found.equals(called));
    }

    private static List<Entry> entries(List<SipIdentity> identities) {
        List<Entry> entries = new ArrayList<>();
        for (SipIdentity identity : identities) {
            identity.parameter("index")
                    .filter(index -> INDEX.matcher(index).matches())
                    .ifPresent(index -> entries.add(new Entry(index, identity)));
        }
        entries.sort(Entry.IN_ORDER);
        return entries;
    }

    /**
     * The entry from which the call was last sent on to somebody else. Where entries say how they came about, it is named by
     * the last one that was mapped ({@code mp}; {@code rc} and {@code np} find the same user elsewhere); else it stands
     * before the last.
     */
    private static Optional<SipIdentity> latestMapping(List<Entry> entries) {
        for (int i = entries.size() - 1; i > 0; i--) {
            Optional<String> mapped = entries.get(i).identity().parameter("mp");
            if (mapped.isPresent()) {
                Entry before = entries.get(i - 1);
                return Optional.of(entries.stream()
                                .filter(entry -> entry.index().equals(mapped.get()))
                                .findFirst()
                                .orElse(before))
                        .map(Entry::identity);
            }
        }
        boolean sameUser = entries.stream().anyMatch(entry -> entry.says("rc") || entry.says("np"));
        return sameUser || entries.size() < 2
                ? Optional.empty()
                : Optional.of(entries.get(entries.size() - 2).identity());
    }
}
