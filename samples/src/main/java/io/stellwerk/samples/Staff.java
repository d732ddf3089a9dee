package io.stellwerk.samples;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Nordlicht's people who take calls themselves: the account managers of six teams, and who stands in for whom. */
final class Staff {

    static final List<String> HEADING = List.of("id", "name", "number", "deputy", "team");

    private static final List<String> NAMES = List.of(
            // Team Angebote Kiel
            "Lars Thomsen",
            "Meike Asmussen",
            "Jana Petersen",
            "Jonas Klindt",
            "Henning Voß",
            "Wiebke Harms",
            "Sönke Iversen",
            "Birgit Lüthje",
            "Torben Nickelsen",
            "Frauke Dithmer",
            // Vertrieb Hamburg
            "Katrin Ehlers",
            "Mehmet Kaya",
            "Nils Behrens",
            "Ulrike Brandt",
            "Jan Wegner",
            "Swantje Groth",
            "Olaf Eggers",
            "Yasemin Yılmaz",
            "Rolf Tiedemann",
            "Inken Struve",
            // Geschäftskunden Rendsburg
            "Hauke Feddersen",
            "Anke Rohwer",
            "Carsten Reimers",
            "Gesa Johannsen",
            "Knut Stoltenberg",
            "Petra Sievers",
            "Malte Boysen",
            "Britta Clausen",
            "Dirk Steffens",
            "Imke Bruhn",
            // Vertrieb Flensburg
            "Bente Sörensen",
            "Erik Jessen",
            "Merle Andresen",
            "Niels Knudsen",
            "Leevke Nissen",
            "Arne Callsen",
            "Telse Ketelsen",
            "Finn Paulsen",
            "Maren Ebsen",
            "Momme Ingwersen",
            // Vertrieb Rostock
            "Heike Burmeister",
            "Stefan Krüger",
            "Sabine Gehrke",
            "Piotr Kowalski",
            "Kerstin Zimmermann",
            "Ralf Schulz",
            "Nina Hagemann",
            "Volker Pohlmann",
            "Jule Wagner",
            "Thorsten Hinz",
            // Wohnungswirtschaft Lübeck
            "Dagmar Oldenburg",
            "Claas Stahmer",
            "Antje Greve",
            "Björn Timm",
            "Silke Lüders",
            "Rüdiger Kröger",
            "Inga Wulff",
            "Jens Möller",
            "Renate Koch",
            "Hannes Ahlers");

    private static final List<String> TEAMS = List.of(
            "Team Angebote",
            "Vertrieb Hamburg",
            "Geschäftskunden",
            "Vertrieb Flensburg",
            "Vertrieb Rostock",
            "Wohnungswirtschaft");

    private static final int TEAM_SIZE = 10;

    /** @param deputy the id of a colleague of the same team; empty for the team's head */
    record Member(String id, String name, String number, String deputy, String team) {

        List<String> row() {
            return List.of(id, name, number, deputy, team);
        }
    }

    private Staff() {}

    static List<Member> all() {
        List<Member> all = new ArrayList<>();
        for (int i = 0; i < NAMES.size(); i++) {
            // Neighbours stand in for each other; the head of a team, its last, has nobody.
            boolean head = i % TEAM_SIZE == TEAM_SIZE - 1;
            String deputy = head ? "" : id(NAMES.get(i % 2 == 0 ? i + 1 : i - 1));
            String number = String.format(Locale.ROOT, "+494315558%03d", 100 + i);
            all.add(new Member(id(NAMES.get(i)), NAMES.get(i), number, deputy, TEAMS.get(i / TEAM_SIZE)));
        }
        return all;
    }

    /** {@code Henning Voß} as {@code henning-voss}. */
    private static String id(String name) {
        String spelled = name.toLowerCase(Locale.ROOT)
                .replace("ä", "ae")
                .replace("ö", "oe")
                .replace("ü", "ue")
                .replace("ß", "ss")
                .replace('ı', 'i')
                .replace(' ', '-');
        return Normalizer.normalize(spelled, Normalizer.Form.NFD).replaceAll("[^a-z-]", "");
    }
}
