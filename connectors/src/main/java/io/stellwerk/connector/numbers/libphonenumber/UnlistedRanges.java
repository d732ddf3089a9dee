package io.stellwerk.connector.numbers.libphonenumber;

import io.stellwerk.connector.numbers.libphonenumber.CallingCodes.Cut;
import io.stellwerk.engine.call.LineType;
import java.util.Map;
import java.util.Optional;

/**
 * Ranges in use of which libphonenumber says that they are invalid, or that it does not know them.
 *
 * <p>Germany: Bundesnetzagentur, structure of the numbering plan for the public telephone network.
 */
final class UnlistedRanges {

    private static final int GERMANY = 49;
    private static final int LONGEST_PREFIX = 3;

    private static final Map<Long, LineType> GERMAN = Map.ofEntries(
            Map.entry(115L, LineType.SERVICE), // authorities
            Map.entry(116L, LineType.SERVICE), // services of social value
            Map.entry(118L, LineType.SERVICE), // directory enquiries
            Map.entry(12L, LineType.SERVICE), // new kinds of services
            Map.entry(137L, LineType.SERVICE), // mass calling
            Map.entry(18L, LineType.SERVICE), // shared cost, user groups
            Map.entry(191L, LineType.SERVICE), // 191 to 194: online services
            Map.entry(192L, LineType.SERVICE),
            Map.entry(193L, LineType.SERVICE),
            Map.entry(194L, LineType.SERVICE),
            Map.entry(32L, LineType.GEOGRAPHIC)); // subscribers without an area

    private UnlistedRanges() {}

    static Optional<LineType> type(Cut cut) {
        if (cut.callingCode() != GERMANY || cut.leadingZeros() > 0) {
            return Optional.empty();
        }
        long prefix = cut.national();
        while (prefix >= 1000) {
            prefix /= 10;
        }
        for (int length = LONGEST_PREFIX; length > 0 && prefix > 0; length--, prefix /= 10) {
            LineType type = GERMAN.get(prefix);
            if (type != null) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
