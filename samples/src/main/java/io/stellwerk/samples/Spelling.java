package io.stellwerk.samples;

import java.util.List;

/** The ways in which networks and switchboards write one number. */
enum Spelling {
    E164("as E.164") {
        @Override
        String of(String country, String area, String rest) {
            return "+" + country + area + rest;
        }
    },
    DOUBLE_ZERO("with 00") {
        @Override
        String of(String country, String area, String rest) {
            return "00" + country + area + rest;
        }
    },
    NATIONAL("national") {
        @Override
        String of(String country, String area, String rest) {
            return "0" + area + rest;
        }
    },
    NATIONAL_SLASH("national with slash") {
        @Override
        String of(String country, String area, String rest) {
            return "0" + area + "/" + pairs(rest);
        }
    },
    NATIONAL_BRACKETS("national with brackets") {
        @Override
        String of(String country, String area, String rest) {
            return "(0" + area + ") " + pairs(rest);
        }
    },
    DIN_5008("as DIN 5008") {
        @Override
        String of(String country, String area, String rest) {
            return "+" + country + " " + area + " " + rest;
        }
    },
    OPTIONAL_ZERO("with (0)") {
        @Override
        String of(String country, String area, String rest) {
            return "+" + country + " (0)" + area + " " + pairs(rest);
        }
    },
    SIP_URI("as SIP URI") {
        @Override
        String of(String country, String area, String rest) {
            return "sip:+" + country + area + rest + "@sbc.nordnetz.example;user=phone";
        }
    },
    NATIONAL_SIP_URI("as national SIP URI") {
        @Override
        String of(String country, String area, String rest) {
            return "sip:0" + area + rest + "@198.51.100.77:5060";
        }
    },
    TEL_URI("as tel URI") {
        @Override
        String of(String country, String area, String rest) {
            return "tel:+" + country + "-" + area + "-" + rest;
        }
    },
    NAME_ADDR("as name-addr") {
        @Override
        String of(String country, String area, String rest) {
            return "\"Kunde, \\\"privat\\\"\" <sip:+" + country + area + rest + "@203.0.113.5;user=phone>;tag=4711";
        }
    };

    private static final List<String> SHORT_AREAS = List.of("30", "40", "69", "89");
    private static final List<String> LONG_AREAS =
            List.of("431", "461", "451", "481", "381", "385", "395", "441", "421", "471", "221", "800");
    private static final int AREA = 4;

    private final String label;

    Spelling(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** @param e164 a German number */
    String of(String e164) {
        String national = e164.substring("+49".length());
        int area = areaLength(national);
        return of("49", national.substring(0, area), national.substring(area));
    }

    abstract String of(String country, String area, String rest);

    private static int areaLength(String national) {
        if (national.startsWith("1") || LONG_AREAS.stream().anyMatch(national::startsWith)) {
            return 3;
        }
        return SHORT_AREAS.stream().anyMatch(national::startsWith) ? 2 : AREA;
    }

    /** {@code 5550187} as {@code 555 01 87}. */
    private static String pairs(String digits) {
        StringBuilder written = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 2 == 0 && digits.length() - i < 6) {
                written.append(' ');
            }
            written.append(digits.charAt(i));
        }
        return written.toString();
    }
}
