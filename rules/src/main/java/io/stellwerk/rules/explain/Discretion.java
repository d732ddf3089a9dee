package io.stellwerk.rules.explain;

import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.fact.FactType;

/** How much of personal data an explanation shows, by the role of its reader. */
public enum Discretion {
    /** For viewers: of numbers and names the beginning, of numbers also the last two digits. */
    MASKED {
        @Override
        String number(String e164) {
            int ending = e164.length() > 8 ? 2 : 0;
            int beginning = Math.min(5, (e164.length() - ending) / 2);
            return e164.substring(0, beginning) + HIDDEN + e164.substring(e164.length() - ending);
        }

        @Override
        String value(FactField fact, String text) {
            if (fact.type() == FactType.PHONE_NUMBER) {
                return number(text);
            }
            return fact.name().equals("customer.name") && !text.isEmpty() ? text.substring(0, 1) + HIDDEN : text;
        }
    },
    /** For analysts: everything. */
    RAW {
        @Override
        String number(String e164) {
            return e164;
        }

        @Override
        String value(FactField fact, String text) {
            return text;
        }
    };

    private static final String HIDDEN = "•••";

    abstract String number(String e164);

    abstract String value(FactField fact, String text);
}
