package io.stellwerk.connector.numbers.libphonenumber;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.stellwerk.engine.call.PhoneNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The countries behind the calling codes (ITU-T E.164, annex), found by counting digits. Immutable. */
final class CallingCodes {

    private static final String NO_COUNTRY = "001";
    private static final int MOST_DIGITS = 3;

    private final @Nullable String[] mainRegion = new String[1000];
    private final boolean[] shared = new boolean[1000];
    private final Map<String, Integer> byRegion = new HashMap<>();

    CallingCodes(PhoneNumberUtil metadata) {
        for (int code : metadata.getSupportedCallingCodes()) {
            List<String> regions = metadata.getRegionCodesForCountryCode(code);
            mainRegion[code] = regions.get(0);
            shared[code] = regions.size() > 1;
            regions.forEach(region -> byRegion.put(region, code));
        }
    }

    /**
     * A number cut behind its calling code.
     *
     * @param national what follows, its leading zeros apart
     */
    record Cut(int callingCode, long national, int leadingZeros) {}

    /** Empty if no country and no network has the calling code. */
    Optional<Cut> cut(PhoneNumber number) {
        long divisor = 1;
        int digits = 1;
        while (number.digits() / divisor >= 10) {
            divisor *= 10;
            digits++;
        }
        for (int length = 1; length <= MOST_DIGITS && length < digits; length++, divisor /= 10) {
            int code = (int) (number.digits() / divisor);
            if (mainRegion[code] != null) {
                long national = number.digits() % divisor;
                return Optional.of(new Cut(code, national, digits - length - digitsOf(national)));
            }
        }
        return Optional.empty();
    }

    private static int digitsOf(long number) {
        int digits = 0;
        for (long rest = number; rest > 0; rest /= 10) {
            digits++;
        }
        return digits;
    }

    /** ISO 3166 alpha-2 code of the country, or of the largest that share the code; empty for a worldwide network. */
    Optional<String> mainCountry(int callingCode) {
        return Optional.ofNullable(mainRegion[callingCode]).filter(region -> !region.equals(NO_COUNTRY));
    }

    /** Of a service or network that belongs to no country, such as +800. */
    boolean isWorldwide(int callingCode) {
        return NO_COUNTRY.equals(mainRegion[callingCode]);
    }

    /** The calling code of a country by its ISO 3166 alpha-2 code; 0 if there is no such country. */
    int of(String country) {
        return byRegion.getOrDefault(country, 0);
    }

    boolean isShared(int callingCode) {
        return shared[callingCode];
    }
}
