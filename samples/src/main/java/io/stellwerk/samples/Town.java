package io.stellwerk.samples;

import java.util.List;

/**
 * A town where Nordlicht has customers.
 *
 * @param areaCode with the country's, without the zero: {@code +49431}
 * @param weight how many of the customers live there, in proportion to the others
 */
record Town(String name, String areaCode, int weight) {

    static final List<Town> ALL = List.of(
            new Town("Kiel", "+49431", 120),
            new Town("Flensburg", "+49461", 80),
            new Town("Lübeck", "+49451", 90),
            new Town("Hamburg", "+4940", 90),
            new Town("Neumünster", "+494321", 40),
            new Town("Rendsburg", "+494331", 40),
            new Town("Husum", "+494841", 35),
            new Town("Heide", "+49481", 30),
            new Town("Niebüll", "+494661", 20),
            new Town("Schleswig", "+494621", 30),
            new Town("Eckernförde", "+494351", 25),
            new Town("Itzehoe", "+494821", 25),
            new Town("Pinneberg", "+494101", 25),
            new Town("Elmshorn", "+494121", 25),
            new Town("Bad Segeberg", "+494551", 20),
            new Town("Eutin", "+494521", 20),
            new Town("Rostock", "+49381", 50),
            new Town("Schwerin", "+49385", 40),
            new Town("Wismar", "+493841", 20),
            new Town("Greifswald", "+493834", 20),
            new Town("Stralsund", "+493831", 20),
            new Town("Neubrandenburg", "+49395", 15),
            new Town("Lüneburg", "+494131", 25),
            new Town("Stade", "+494141", 15),
            new Town("Buxtehude", "+494161", 15),
            new Town("Cuxhaven", "+494721", 15),
            new Town("Oldenburg", "+49441", 25),
            new Town("Emden", "+494921", 10),
            new Town("Bremen", "+49421", 25),
            new Town("Bremerhaven", "+49471", 10));
}
