package io.stellwerk.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;

/** A CRM's export of plausible customers, the same for every run. */
final class CustomerFile {

    static final long FIRST_NUMBER = 494_000_000_000L;
    static final long NUMBER_STEP = 7;
    static final long FIRST_TRUNK = 49_311_000_000L;
    /** Every so many customers one is an organisation with a trunk. */
    static final int ORGANISATIONS = 200;

    private static final String[] FIRST_NAMES = {"Anna", "Björn", "Cem", "Dörte", "Erik", "Frauke", "Gül", "Hinnerk"};
    private static final String[] LAST_NAMES = {"Petersen", "Müller", "Yılmaz", "Hansen", "Groß", "Janßen", "Schmidt"};
    private static final String[] PRODUCTS = {"power", "gas", "internet", "bundle"};
    private static final String[] TAGS = {"", "", "", "press", "vip|press", "staff"};

    private CustomerFile() {}

    static void write(Path file, int customers) throws IOException {
        SplittableRandom random = new SplittableRandom(4711);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(
                    "id;name;numbers;trunks;customerClass;value;since;dunningLevel;openComplaints;offers;language;tags;"
                            + "preferredContact;product;contractEnd\n");
            for (int i = 0; i < customers; i++) {
                out.write(row(i, random));
            }
        }
    }

    private static String row(int i, SplittableRandom random) {
        long number = FIRST_NUMBER + i * NUMBER_STEP;
        String second = random.nextInt(4) == 0 ? "|0171 " + (1_000_000 + i) : "";
        String trunk = i % ORGANISATIONS == 0 ? "+" + (FIRST_TRUNK + i / ORGANISATIONS) + "-0" : "";
        String offers = random.nextInt(5) == 0 ? "owner-" + random.nextInt(300) + ":" + random.nextInt(5_000) : "";
        return String.join(
                        ";",
                        "K-" + (1_000_000 + i),
                        pick(FIRST_NAMES, random) + " " + pick(LAST_NAMES, random),
                        "+" + number + second,
                        trunk,
                        String.valueOf("ABC".charAt(random.nextInt(3))),
                        random.nextInt(20_000) + "," + (10 + random.nextInt(90)),
                        "20%02d-%02d-%02d"
                                .formatted(random.nextInt(26), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                        random.nextInt(10) == 0 ? "2" : "0",
                        random.nextInt(20) == 0 ? "1" : "0",
                        offers,
                        random.nextInt(20) == 0 ? "da" : "de",
                        pick(TAGS, random),
                        "phone",
                        pick(PRODUCTS, random),
                        random.nextInt(2) == 0 ? "31.12.2027" : "")
                + "\n";
    }

    private static String pick(String[] all, SplittableRandom random) {
        return all[random.nextInt(all.length)];
    }
}
