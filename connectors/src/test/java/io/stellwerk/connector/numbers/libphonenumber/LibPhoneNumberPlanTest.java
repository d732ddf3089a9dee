package io.stellwerk.connector.numbers.libphonenumber;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import io.stellwerk.engine.call.LineType;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.port.NumberPlanContract;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LibPhoneNumberPlanTest extends NumberPlanContract {

    private static final LibPhoneNumberPlan PLAN = new LibPhoneNumberPlan();
    private static final PhoneNumberUtil METADATA = PhoneNumberUtil.getInstance();

    @Override
    protected NumberPlan numberPlan() {
        return PLAN;
    }

    @ParameterizedTest(name = "{0} in {1}: {2}")
    @CsvSource({
        "06 12345678, IT, +390612345678",
        "+39 06 12345678, DE, +390612345678",
        "0039 06 12345678, DE, +390612345678",
        "8 495 123-45-67, RU, +74951234567",
        "(416) 555-0123, CA, +14165550123",
        "01481 720000, GG, +441481720000",
        "8-10-49-30-123456, RU, +4930123456",
        "0011 49 30 123456, AU, +4930123456",
        "01 23 45 67, CI, +22501234567"
    })
    void other_countries_have_other_prefixes(String text, String country, String expected) {
        assertThat(PLAN.read(text, country).map(PhoneNumber::e164)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "+49 (0)4551 55593 44 14, +494551555934414",
        "+49 (0)170 12345678 90, +491701234567890",
        "+49 (0)40 12345678 901, +494012345678901"
    })
    void the_zero_before_a_national_number_is_none_of_its_fifteen_digits(String text, String expected) {
        assertThat(PLAN.read(text, "DE").map(PhoneNumber::e164)).contains(expected);
    }

    @ParameterizedTest(name = "{0} seen from {1}: {2}")
    @CsvSource({
        "+4932221234567, DE, GEOGRAPHIC",
        "+493222123456, DE, GEOGRAPHIC",
        "+4932, DE, GEOGRAPHIC",
        "+491371234567, DE, SERVICE",
        "+49137, DE, SERVICE",
        "+49116116, DE, SERVICE",
        "+491212345, DE, SERVICE",
        "+4918112345678, DE, SERVICE",
        "+49191011, DE, SERVICE",
        "+4919812345, DE, UNKNOWN",
        "+49700, DE, SERVICE",
        "+49800123, DE, SERVICE",
        "+4930115, DE, GEOGRAPHIC",
        "+4940123, DE, GEOGRAPHIC",
        "+4943112, DE, GEOGRAPHIC",
        "+493012345678901, DE, GEOGRAPHIC",
        "+4915112, DE, MOBILE",
        "+491701234567890, DE, MOBILE",
        "+14165550123, CA, GEOGRAPHIC",
        "+14165550123, US, FOREIGN",
        "+441481720000, GG, GEOGRAPHIC",
        "+441481720000, GB, FOREIGN",
        "+390612345678, IT, GEOGRAPHIC",
        "+393123456789, IT, MOBILE",
        "+80012345678, DE, SERVICE",
        "+80812345678, DE, SERVICE",
        "+870773111632, DE, FOREIGN",
        "+4930123456, XX, FOREIGN",
        "+4930123456, '', FOREIGN",
        "+22507123456, CI, MOBILE"
    })
    void ranges_that_libphonenumber_calls_invalid_have_a_line_type_too(
            String number, String country, LineType expected) {
        assertThat(PLAN.lineType(PhoneNumber.of(number), country)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "+14165550123, CA",
        "+12425550123, BS",
        "+15005550123, US",
        "+441481720000, GG",
        "+44148, GB",
        "+77172123456, KZ",
        "+390669812345, VA",
        "+390612345678, IT",
        "+80012345678, ''",
        "+870773111632, ''",
        "+2100000000, ''"
    })
    void countries_that_share_a_calling_code_are_told_apart(String number, String expected) {
        assertThat(PLAN.country(PhoneNumber.of(number)).orElse("")).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("countriesAndSeeds")
    void a_number_that_libphonenumber_holds_for_valid_is_of_the_type_and_country_that_it_says(
            String country, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            Phonenumber.PhoneNumber listed = validNumber(country, random);
            PhoneNumber number = PhoneNumber.of(METADATA.format(listed, PhoneNumberUtil.PhoneNumberFormat.E164));
            String home = METADATA.getRegionCodeForNumber(listed);

            assertThat(PLAN.country(number))
                    .as("%s, seed %d", number.e164(), seed)
                    .contains(home);
            assertThat(PLAN.lineType(number, home))
                    .as("%s, seed %d", number.e164(), seed)
                    .isEqualTo(expectedType(METADATA.getNumberType(listed)));
            assertThat(PLAN.read(number.e164(), home)).contains(number);
        }
    }

    static Stream<Object[]> countriesAndSeeds() {
        long fresh = new Random().nextLong();
        return METADATA.getSupportedRegions().stream().sorted().map(country -> new Object[] {country, fresh});
    }

    private static Phonenumber.PhoneNumber validNumber(String country, Random random) {
        List<PhoneNumberType> types =
                METADATA.getSupportedTypesForRegion(country).stream().sorted().toList();
        while (true) {
            PhoneNumberType type = types.get(random.nextInt(types.size()));
            Phonenumber.PhoneNumber example = METADATA.getExampleNumberForType(country, type);
            if (example == null) {
                continue;
            }
            StringBuilder digits = new StringBuilder(METADATA.getNationalSignificantNumber(example));
            for (int i = random.nextInt(digits.length()); i < digits.length(); i++) {
                digits.setCharAt(i, (char) ('0' + random.nextInt(10)));
            }
            Phonenumber.PhoneNumber candidate = number(example.getCountryCode(), digits.toString());
            if (METADATA.isValidNumber(candidate)) {
                return candidate;
            }
        }
    }

    private static Phonenumber.PhoneNumber number(int callingCode, String national) {
        String rest = national.replaceFirst("^0+", "");
        Phonenumber.PhoneNumber number = new Phonenumber.PhoneNumber()
                .setCountryCode(callingCode)
                .setNationalNumber(rest.isEmpty() ? 0 : Long.parseLong(rest));
        int zeros = national.length() - rest.length();
        return zeros == 0 ? number : number.setItalianLeadingZero(true).setNumberOfLeadingZeros(zeros);
    }

    private static LineType expectedType(PhoneNumberType type) {
        return switch (type) {
            case MOBILE -> LineType.MOBILE;
            case FIXED_LINE, FIXED_LINE_OR_MOBILE, VOIP -> LineType.GEOGRAPHIC;
            case TOLL_FREE, PREMIUM_RATE, SHARED_COST, PERSONAL_NUMBER, UAN -> LineType.SERVICE;
            default -> LineType.UNKNOWN;
        };
    }
}
