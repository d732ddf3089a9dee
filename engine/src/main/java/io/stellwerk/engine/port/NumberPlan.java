package io.stellwerk.engine.port;

import io.stellwerk.engine.call.LineType;
import io.stellwerk.engine.call.PhoneNumber;
import java.util.Optional;

/** The numbering plans of the world. Any thread; fast enough for the way of a call; never throws for any text. */
public interface NumberPlan {

    /**
     * Understands a number in any usual spelling: international with {@code +} or {@code 00}, national, with blanks,
     * brackets, dashes and slashes. Letters are not digits.
     *
     * @param country ISO 3166 alpha-2 code by which a national spelling is read
     * @return empty if it is no number at all; a number need not be assigned to be one
     */
    Optional<PhoneNumber> read(String text, String country);

    /** Whether this dialled text is an emergency number in this country, in whatever spelling. */
    boolean isEmergency(String text, String country);

    /** @param country whose view it is: a number of another one is {@link LineType#FOREIGN} */
    LineType lineType(PhoneNumber number, String country);

    /** ISO 3166 alpha-2 code of the country that a number belongs to; empty if it belongs to none. */
    Optional<String> country(PhoneNumber number);
}
