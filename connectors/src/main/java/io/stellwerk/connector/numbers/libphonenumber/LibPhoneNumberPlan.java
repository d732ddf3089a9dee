package io.stellwerk.connector.numbers.libphonenumber;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.ShortNumberInfo;
import io.stellwerk.connector.numbers.libphonenumber.CallingCodes.Cut;
import io.stellwerk.engine.call.LineType;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.port.NumberPlan;
import java.util.Optional;

/**
 * The numbering plans that libphonenumber knows.
 *
 * <p>Whether a range is assigned is never asked: 115, 116117, 032 and others are in use and "invalid". A number with a
 * plus is taken as it stands, apart from the zero of {@code +49 (0) 30}; libphonenumber reads the others. Any thread, takes
 * no lock. The first number of a country reads its metadata, which takes milliseconds.
 */
public final class LibPhoneNumberPlan implements NumberPlan {

    /** In every network, whatever the country (ETSI TS 122 101, clause 10.1). */
    private static final String GENERAL_EMERGENCY = "112";

    /** A calling code and an exit code of three digits each, and the longest emergency number. */
    private static final int LONGEST_EMERGENCY = 12;

    /** A plus, 15 digits, and the zero of {@code +49 (0) 30}, which is none of them. */
    private static final int LONGEST_WITH_TRUNK_ZERO = 17;

    /** A calling code and two digits. */
    private static final long SHORTEST = 1000;

    private final PhoneNumberUtil metadata = PhoneNumberUtil.getInstance();
    private final ShortNumberInfo shortNumbers = ShortNumberInfo.getInstance();
    private final CallingCodes callingCodes = new CallingCodes(metadata);
    private final NumberRanges ranges = new NumberRanges(metadata, callingCodes);

    @Override
    public Optional<PhoneNumber> read(String text, String country) {
        return readPlain(Spelling.plain(text), country).filter(number -> number.digits() >= SHORTEST);
    }

    private Optional<PhoneNumber> readPlain(String plain, String country) {
        if (!plain.startsWith("+")) {
            return metadata.getSupportedRegions().contains(country) ? parse(plain, country) : Optional.empty();
        }
        if (plain.length() == LONGEST_WITH_TRUNK_ZERO) {
            return parse(plain, country);
        }
        return PhoneNumber.parse(plain)
                .flatMap(number -> zeroFollowsCallingCode(number) ? parse(plain, country) : Optional.of(number));
    }

    private boolean zeroFollowsCallingCode(PhoneNumber number) {
        return callingCodes.cut(number).filter(cut -> cut.leadingZeros() > 0).isPresent();
    }

    private Optional<PhoneNumber> parse(String plain, String country) {
        try {
            return PhoneNumber.parse(metadata.format(metadata.parse(plain, country), PhoneNumberFormat.E164))
                    .flatMap(this::withoutTrunkZero);
        } catch (NumberParseException tooShortOrWithoutCountry) {
            return Optional.empty();
        }
    }

    /**
     * Where a zero is dialled before national numbers, none of them begins with one. libphonenumber leaves it before those
     * that it holds for invalid.
     */
    private Optional<PhoneNumber> withoutTrunkZero(PhoneNumber number) {
        Optional<Cut> zero = callingCodes.cut(number).filter(this::beginsWithTrunkZero);
        if (zero.isEmpty()) {
            return Optional.of(number);
        }
        return zero.get().leadingZeros() == 1
                ? PhoneNumber.parse("+" + zero.get().callingCode() + zero.get().national())
                : Optional.empty();
    }

    private boolean beginsWithTrunkZero(Cut cut) {
        return cut.leadingZeros() > 0
                && callingCodes
                        .mainCountry(cut.callingCode())
                        .filter(home -> "0".equals(metadata.getNddPrefixForRegion(home, true)))
                        .isPresent();
    }

    @Override
    public boolean isEmergency(String text, String country) {
        String plain = Spelling.plain(text);
        if (plain.isEmpty() || plain.length() > LONGEST_EMERGENCY) {
            return false;
        }
        if (isEmergencyDigits(plain.startsWith("+") ? plain.substring(1) : plain, country)) {
            return true;
        }
        Optional<PhoneNumber> number = readPlain(plain, country);
        return number.filter(found -> isEmergencyDigits(Long.toString(found.digits()), country))
                        .isPresent()
                || number.flatMap(callingCodes::cut)
                        .filter(cut -> cut.callingCode() == callingCodes.of(country))
                        .filter(cut -> isEmergencyDigits(nationalDigits(cut), country))
                        .isPresent();
    }

    private boolean isEmergencyDigits(String digits, String country) {
        // Asked for a country that does not exist, it looks for a file of that name.
        return digits.equals(GENERAL_EMERGENCY)
                || (callingCodes.of(country) != 0 && shortNumbers.isEmergencyNumber(digits, country));
    }

    private static String nationalDigits(Cut cut) {
        return "0".repeat(cut.leadingZeros()) + cut.national();
    }

    @Override
    public LineType lineType(PhoneNumber number, String country) {
        Optional<Cut> cut = callingCodes.cut(number);
        if (cut.isEmpty()) {
            return LineType.UNKNOWN;
        }
        int callingCode = cut.get().callingCode();
        if (callingCodes.isWorldwide(callingCode)) {
            return ranges.type(number) == LineType.SERVICE ? LineType.SERVICE : LineType.FOREIGN;
        }
        boolean own = callingCode == callingCodes.of(country)
                && (!callingCodes.isShared(callingCode)
                        || ranges.country(number).equals(country));
        return own ? ranges.type(number) : LineType.FOREIGN;
    }

    @Override
    public Optional<String> country(PhoneNumber number) {
        return callingCodes
                .cut(number)
                .flatMap(cut -> callingCodes.isShared(cut.callingCode())
                        ? Optional.of(ranges.country(number))
                        : callingCodes.mainCountry(cut.callingCode()));
    }
}
