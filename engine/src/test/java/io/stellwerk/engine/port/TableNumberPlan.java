package io.stellwerk.engine.port;

import io.stellwerk.engine.call.LineType;
import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.call.PhoneNumber;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The numbering plans of a few countries from a table: coarse, but true as far as they go. */
public final class TableNumberPlan implements NumberPlan {

    private static final int LONGEST = 64;
    private static final String GENERAL_EMERGENCY = "112";
    private static final Pattern EXTENSION = Pattern.compile("(?i)(\\s*(extension|ext\\.?|x)\\s*|;ext=)\\d{1,7}$");
    private static final String SEPARATORS = "()[]/.-\t（）［］／．－‐‑‒–—―−\u00ad\u2060\u200b\u202a\u202c";

    /**
     * Lists are separated by blanks, ranges are beginnings of national numbers; of several the longest counts.
     *
     * @param code ISO 3166 alpha-2
     * @param abroad what is dialled before a number of another country
     * @param trunk what is dialled before a national number
     */
    private record Country(
            String code,
            String callingCode,
            String abroad,
            String trunk,
            String emergency,
            String service,
            String mobile,
            String geographic) {

        boolean isEmergency(String number) {
            return number.equals(GENERAL_EMERGENCY)
                    || List.of(emergency.split(" ", -1)).contains(number);
        }
    }

    private static final List<Country> COUNTRIES = List.of(
            new Country(
                    "DE",
                    "49",
                    "00",
                    "0",
                    "110",
                    "115 116 118 12 137 18 19 700 800 900",
                    "15 16 17",
                    "2 30 33 34 35 36 37 38 39 4 5 6 7 8 9"),
            new Country("AT", "43", "00", "0", "122 133 144", "5 7 8 80 81 82 9", "65 66 67 68 69", "1 2 3 4 6 7"),
            new Country("CH", "41", "00", "0", "117 118 144", "80 84 90", "75 76 77 78 79", "2 3 4 5 6 71 81 91"),
            new Country("FR", "33", "00", "0", "15 17 18", "8", "6 7", "1 2 3 4 5"),
            new Country("GB", "44", "00", "0", "999", "3 8 9", "74 75 77 78 79", "1 2"),
            new Country("US", "1", "011", "1", "911", "800 888 900", "", "2 3 4 5 6 7 8 9"));

    private final Map<NumberPrefix, LineType> lineTypes = new HashMap<>();

    public TableNumberPlan() {
        for (Country country : COUNTRIES) {
            add(country, country.geographic(), LineType.GEOGRAPHIC);
            add(country, country.mobile(), LineType.MOBILE);
            add(country, country.service(), LineType.SERVICE);
        }
    }

    private void add(Country country, String ranges, LineType type) {
        for (String range : ranges.split(" ", -1)) {
            if (!range.isEmpty()) {
                lineTypes.put(prefix(country.callingCode() + range), type);
            }
        }
    }

    @Override
    public Optional<PhoneNumber> read(String text, String country) {
        return international(plain(text), country)
                .map(TableNumberPlan::withoutTrunk)
                .flatMap(PhoneNumber::parse);
    }

    @Override
    public boolean isEmergency(String text, String country) {
        String plain = plain(text);
        String international =
                international(plain, country).map(TableNumberPlan::withoutTrunk).orElse("");
        if (Stream.of(plain, "+" + plain, international).anyMatch(("+" + GENERAL_EMERGENCY)::equals)) {
            return true;
        }
        return byCode(country)
                .filter(own -> own.isEmergency(plain)
                        || own.isEmergency(international.replaceFirst("^\\+(" + own.callingCode() + ")?", "")))
                .isPresent();
    }

    @Override
    public LineType lineType(PhoneNumber number, String country) {
        Optional<String> home = country(number);
        if (home.isEmpty()) {
            return LineType.UNKNOWN;
        }
        if (!home.get().equals(country)) {
            return LineType.FOREIGN;
        }
        return lineTypes.entrySet().stream()
                .filter(range -> range.getKey().covers(number))
                .max(Comparator.comparing(range -> range.getKey().digits()))
                .map(Map.Entry::getValue)
                .orElse(LineType.UNKNOWN);
    }

    @Override
    public Optional<String> country(PhoneNumber number) {
        return COUNTRIES.stream()
                .filter(country -> prefix(country.callingCode()).covers(number))
                .map(Country::code)
                .findFirst();
    }

    /** A plus, if there is one, and digits; empty if there is anything else in it. */
    private static String plain(String text) {
        if (text.length() > LONGEST) {
            return "";
        }
        StringBuilder plain = new StringBuilder();
        for (char c : EXTENSION.matcher(text.strip()).replaceFirst("").toCharArray()) {
            if (Character.digit(c, 10) >= 0) {
                plain.append(Character.digit(c, 10));
            } else if ((c == '+' || c == '＋') && plain.isEmpty()) {
                plain.append('+');
            } else if (SEPARATORS.indexOf(c) < 0 && !Character.isSpaceChar(c)) {
                return "";
            }
        }
        return plain.toString();
    }

    private static Optional<String> international(String plain, String country) {
        if (plain.startsWith("+") || plain.isEmpty()) {
            return Optional.of(plain);
        }
        return byCode(country).flatMap(own -> {
            if (plain.startsWith(own.abroad())) {
                return Optional.of("+" + plain.substring(own.abroad().length()));
            }
            String national =
                    plain.startsWith(own.trunk()) ? plain.substring(own.trunk().length()) : plain;
            return national.length() < 2 ? Optional.empty() : Optional.of("+" + own.callingCode() + national);
        });
    }

    /** {@code +49 (0) 30} is a usual spelling of {@code +4930}. */
    private static String withoutTrunk(String international) {
        for (Country country : COUNTRIES) {
            String withTrunk = "+" + country.callingCode() + "0";
            if (country.trunk().equals("0") && international.startsWith(withTrunk)) {
                return "+" + country.callingCode() + international.substring(withTrunk.length());
            }
        }
        return international;
    }

    private static Optional<Country> byCode(String code) {
        return COUNTRIES.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    private static NumberPrefix prefix(String digits) {
        return new NumberPrefix(Long.parseLong(digits));
    }
}
