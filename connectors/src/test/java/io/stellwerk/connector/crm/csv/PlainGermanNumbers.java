package io.stellwerk.connector.crm.csv;

import io.stellwerk.engine.call.LineType;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.port.NumberPlan;
import java.util.Optional;

/** German numbers by their first digits alone: enough for files whose numbers are German. */
final class PlainGermanNumbers implements NumberPlan {

    @Override
    public Optional<PhoneNumber> read(String text, String country) {
        String plain = text.replaceAll("[ ()/.-]", "");
        if (plain.startsWith("00")) {
            return PhoneNumber.parse("+" + plain.substring(2));
        }
        return PhoneNumber.parse(plain.startsWith("0") ? "+49" + plain.substring(1) : plain);
    }

    @Override
    public boolean isEmergency(String text, String country) {
        return text.equals("110") || text.equals("112");
    }

    @Override
    public LineType lineType(PhoneNumber number, String country) {
        String text = number.e164();
        if (!text.startsWith("+49")) {
            return LineType.FOREIGN;
        }
        return text.startsWith("+491") ? LineType.MOBILE : LineType.GEOGRAPHIC;
    }

    @Override
    public Optional<String> country(PhoneNumber number) {
        return number.e164().startsWith("+49") ? Optional.of("DE") : Optional.empty();
    }
}
