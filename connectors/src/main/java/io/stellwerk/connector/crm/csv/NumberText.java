package io.stellwerk.connector.crm.csv;

import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.port.NumberPlan;
import java.util.Optional;

/** Reads the numbers and trunks of a tenant's customers in whatever spelling. */
final class NumberText {

    private static final int LONGEST = 64;
    /** A shorter prefix would be a whole town. */
    private static final int SHORTEST_TRUNK = 100_000;

    private final NumberPlan numberPlan;
    private final String country;

    NumberText(NumberPlan numberPlan, String country) {
        this.numberPlan = numberPlan;
        this.country = country;
    }

    Optional<PhoneNumber> number(String text) {
        Optional<PhoneNumber> plain = PhoneNumber.parse(text);
        return plain.isPresent() || text.length() > LONGEST ? plain : numberPlan.read(text, country);
    }

    /**
     * The prefix of a trunk: what stands before a {@code *}; else the number, without a final 0, which is the attendant's:
     * {@code +49301234-0}, {@code +493012340} and {@code +49301234*} are the same.
     */
    Optional<NumberPrefix> trunk(String text) {
        boolean exact = text.endsWith("*");
        return number(exact ? CellText.trim(text.substring(0, text.length() - 1)) : text)
                .map(PhoneNumber::digits)
                .map(digits -> !exact && digits % 10 == 0 ? digits / 10 : digits)
                .filter(digits -> digits >= SHORTEST_TRUNK)
                .map(NumberPrefix::new);
    }
}
