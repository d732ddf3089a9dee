package io.stellwerk.connector.numbers.libphonenumber;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonenumber;
import io.stellwerk.connector.numbers.libphonenumber.CallingCodes.Cut;
import io.stellwerk.engine.call.LineType;
import io.stellwerk.engine.call.PhoneNumber;
import java.util.List;
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

    /** 256 kB each: enough for the regular callers of a large hotline. */
    private static final int SLOTS = 1 << 15;

    private static final long BLOCK = 1000;
    private static final long ELEVEN_DIGITS = 10_000_000_000L;
    private static final long LONGEST_NATIONAL = 1_000_000_000_000L;
    private static final int LARGEST_SURPLUS = 4;
    private static final List<LineType> TYPES = List.of(LineType.values());

    private final PhoneNumberUtil metadata;
    private final CallingCodes callingCodes;
    private final List<String> regions;
    private final BlockMemory types = new BlockMemory(SLOTS);
    private final BlockMemory countries = new BlockMemory(SLOTS);

    NumberRanges(PhoneNumberUtil metadata, CallingCodes callingCodes) {
        this.metadata = metadata;
        this.callingCodes = callingCodes;
        this.regions = metadata.getSupportedRegions().stream().sorted().toList();
    }

    /** What the number is in its own country. */
    LineType type(PhoneNumber number) {
        return TYPES.get(types.get(block(number), this::findType));
    }

    /** ISO 3166 alpha-2 code of one of the countries that share the number's calling code. */
    String country(PhoneNumber number) {
        return regions.get(countries.get(block(number), this::findCountry));
    }

    /** Numbers of eleven or more digits that differ in the last three only are of the same range. */
    private static long block(PhoneNumber number) {
        long digits = number.digits();
        return digits < ELEVEN_DIGITS ? digits : digits - digits % BLOCK;
    }

    private int findCountry(long digits) {
        return callingCodes
                .cut(new PhoneNumber(digits))
                .map(cut -> Optional.ofNullable(metadata.getRegionCodeForNumber(asGiven(cut)))
                        .or(() -> callingCodes.mainCountry(cut.callingCode()))
                        .orElseThrow())
                .map(regions::indexOf)
                .orElseThrow();
    }

    private int findType(long digits) {
        return callingCodes
                .cut(new PhoneNumber(digits))
                .flatMap(cut -> listedType(asGiven(cut))
                        .or(() -> UnlistedRanges.type(cut))
                        .or(() -> typeOfAnotherLength(cut)))
                .map(TYPES::indexOf)
                .orElse(TYPES.indexOf(LineType.UNKNOWN));
    }

    /**
     * The range's type for a number with too few digits for it, as of a company's head number without its direct
     * dialling, or with more than the plan foresees.
     */
    private Optional<LineType> typeOfAnotherLength(Cut cut) {
        // Where countries share a code, lengths are fixed, and each trial would have to find the country anew.
        if (cut.national() == 0 || callingCodes.isShared(cut.callingCode())) {
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
