package io.stellwerk.connector.numbers.libphonenumber;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import io.stellwerk.connector.numbers.libphonenumber.CallingCodes.Cut;
import io.stellwerk.engine.call.LineType;
import io.stellwerk.engine.call.PhoneNumber;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What kind of line a number is at home, and in which of the countries that share a calling code.
 *
 * <p>libphonenumber takes 2 to 16 µs to say, so it is asked once for each thousand of long numbers, which none of the
 * numbering plans divides, and the answer is remembered.
 */
final class NumberRanges {

    /** 256 kB: enough for the regular callers of a large hotline. */
    private static final int SLOTS = 1 << 15;

    private static final long BLOCK = 1000;
    private static final long TWELVE_DIGITS = 100_000_000_000L;
    private static final long LONGEST_NATIONAL = 1_000_000_000_000L;
    private static final int LARGEST_SURPLUS = 4;

    private final PhoneNumberUtil metadata;
    private final CallingCodes callingCodes;
    private final List<Range> ranges = new ArrayList<>();
    private final Map<Range, Integer> index = new HashMap<>();
    private final BlockMemory memory = new BlockMemory(SLOTS);

    /**
     * @param country ISO 3166 alpha-2 code; empty for a worldwide network
     * @param type what its numbers are in that country
     */
    record Range(Optional<String> country, LineType type) {

        static final Range UNKNOWN = new Range(Optional.empty(), LineType.UNKNOWN);
    }

    NumberRanges(PhoneNumberUtil metadata, CallingCodes callingCodes) {
        this.metadata = metadata;
        this.callingCodes = callingCodes;
        Stream<Optional<String>> countries =
                metadata.getSupportedRegions().stream().map(Optional::of);
        Stream.concat(Stream.of(Optional.<String>empty()), countries)
                .flatMap(country -> Arrays.stream(LineType.values()).map(type -> new Range(country, type)))
                .forEach(range -> {
                    index.put(range, ranges.size());
                    ranges.add(range);
                });
    }

    /** The range of a number; all numbers that differ in the last three of twelve or more digits are of the same. */
    Range of(PhoneNumber number) {
        long digits = number.digits();
        long block = digits < TWELVE_DIGITS ? digits : digits - digits % BLOCK;
        return ranges.get(memory.get(block, this::find));
    }

    private int find(long digits) {
        Range range = callingCodes
                .cut(new PhoneNumber(digits))
                .map(cut -> new Range(countryOf(cut), typeOf(cut)))
                .orElse(Range.UNKNOWN);
        return index.getOrDefault(range, 0);
    }

    private Optional<String> countryOf(Cut cut) {
        return callingCodes.isShared(cut.callingCode())
                ? Optional.ofNullable(metadata.getRegionCodeForNumber(asGiven(cut)))
                        .or(() -> callingCodes.mainCountry(cut.callingCode()))
                : callingCodes.mainCountry(cut.callingCode());
    }

    private LineType typeOf(Cut cut) {
        return listedType(asGiven(cut))
                .or(() -> UnlistedRanges.type(cut))
                .or(() -> typeOfAnotherLength(cut))
                .orElse(LineType.UNKNOWN);
    }

    /**
     * The range's type for a number with too few digits for it, as of a company's head number without its direct
     * dialling, or with more than the plan foresees.
     */
    private Optional<LineType> typeOfAnotherLength(Cut cut) {
        if (cut.national() == 0) {
            return Optional.empty();
        }
        return Stream.concat(
                        LongStream.iterate(
                                        cut.national() * 10, longer -> longer < LONGEST_NATIONAL, longer -> longer * 10)
                                .boxed(),
                        LongStream.iterate(cut.national() / 10, shorter -> shorter / 10)
                                .limit(LARGEST_SURPLUS)
                                .boxed())
                .flatMap(other -> listedType(number(cut, other)).stream())
                .findFirst();
    }

    /** Empty if the number is in none of the listed ranges. */
    private Optional<LineType> listedType(Phonenumber.PhoneNumber number) {
        return switch (metadata.getNumberType(number)) {
            case MOBILE -> Optional.of(LineType.MOBILE);
            case FIXED_LINE, FIXED_LINE_OR_MOBILE, VOIP -> Optional.of(LineType.GEOGRAPHIC);
            case TOLL_FREE, PREMIUM_RATE, SHARED_COST, PERSONAL_NUMBER, UAN -> Optional.of(LineType.SERVICE);
            case PAGER, VOICEMAIL -> Optional.of(LineType.UNKNOWN);
            case UNKNOWN -> Optional.empty();
        };
    }

    private static Phonenumber.PhoneNumber asGiven(Cut cut) {
        return number(cut, cut.national());
    }

    private static Phonenumber.PhoneNumber number(Cut cut, long national) {
        Phonenumber.PhoneNumber number =
                new Phonenumber.PhoneNumber().setCountryCode(cut.callingCode()).setNationalNumber(national);
        return cut.leadingZeros() == 0
                ? number
                : number.setItalianLeadingZero(true).setNumberOfLeadingZeros(cut.leadingZeros());
    }
}
