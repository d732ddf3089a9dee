package io.stellwerk.engine.fact;

import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.call.PhoneNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** A tenant's regions: names for sets of number prefixes. The longest prefix that covers a number names its region. */
public final class Regions {

    public static final Regions NONE = new Regions(Map.of());

    private final Map<String, List<NumberPrefix>> byName;
    private final long[] boundaries;
    private final List<Optional<String>> names;

    /** Of equal prefixes in two regions the region that comes first in the alphabet counts; the checks refuse them. */
    public Regions(Map<String, List<NumberPrefix>> byName) {
        this.byName = Map.copyOf(byName);
        TreeSet<Long> places = new TreeSet<>();
        byName.values()
                .forEach(prefixes -> prefixes.forEach(prefix -> {
                    places.add(prefix.first());
                    places.add(prefix.end());
                }));
        this.boundaries = places.stream().mapToLong(Long::longValue).toArray();
        this.names = places.stream().map(this::nameAt).toList();
    }

    public Map<String, List<NumberPrefix>> byName() {
        return byName;
    }

    /** The region of a number; empty if no prefix covers it. */
    public Optional<String> of(PhoneNumber number) {
        int found = Arrays.binarySearch(boundaries, number.position());
        int slot = found >= 0 ? found : -found - 2;
        return slot < 0 ? Optional.empty() : names.get(slot);
    }

    private Optional<String> nameAt(long position) {
        record Candidate(NumberPrefix prefix, String name) {}
        return byName.entrySet().stream()
                .flatMap(region -> region.getValue().stream().map(prefix -> new Candidate(prefix, region.getKey())))
                .filter(each -> each.prefix().first() <= position
                        && position < each.prefix().end())
                .min((a, b) -> a.prefix().digits() != b.prefix().digits()
                        ? Long.compare(b.prefix().digits(), a.prefix().digits())
                        : a.name().compareTo(b.name()))
                .map(Candidate::name);
    }
}
