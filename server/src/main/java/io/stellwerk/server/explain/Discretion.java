package io.stellwerk.server.explain;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.fact.FactType;

/** How much of personal data an explanation shows. */
public enum Discretion {
    /** Callers' numbers and customers' names are hidden but for their beginning. */
    MASKED {
        @Override
        String number(String e164) {
            return PhoneNumber.mask(e164);
        }

        @Override
        String value(FactField fact, String text) {
            boolean personal =
                    fact.type() == FactType.PHONE_NUMBER || fact.name().equals("customer.name");
            return personal ? PhoneNumber.mask(text) : text;
        }
    },
    /** Everything: for the eyes of somebody who has the data anyway. */
    UNMASKED {
        @Override
        String number(String e164) {
            return e164;
        }

        @Override
        String value(FactField fact, String text) {
            return text;
        }
    };

    abstract String number(String e164);

    abstract String value(FactField fact, String text);

    /** A fact's value as people read it. */
    final String text(FactField fact, Object value) {
        String text = switch (fact.type()) {
            case WEEKDAY, SCHEDULE, TIME, DATE -> Times.text(value);
            default -> FactDictionary.text(value);
        };
        return value(fact, text);
    }
}
