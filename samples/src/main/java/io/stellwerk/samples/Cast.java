package io.stellwerk.samples;

import static io.stellwerk.samples.Customer.named;

import java.util.List;

/**
 * The customers who play in the scenarios, each known for one thing. Mobile numbers are from the range that the
 * Bundesnetzagentur keeps free for fiction.
 */
final class Cast {

    private Cast() {}

    static List<Customer> all() {
        return List.of(
                named("K-100001", "Inge Petersen", "Flensburg") // owes money and has an offer: dunning comes first
                        .rated("B", 1850)
                        .since("2011-03-14")
                        .numbers("+494615550187", "+491713920001")
                        .dunned(2)
                        .offers("lars-thomsen:480")
                        .done(),
                named("K-100002", "Dirk Hansen", "Husum") // no light in Husum
                        .rated("A", 7400)
                        .since("2009-10-01")
                        .numbers("+49484155509")
                        .done(),
                named("K-100003", "Uwe Carstensen", "Lübeck") // late payer
                        .numbers("+494515553102")
                        .dunned(2)
                        .done(),
                named("K-100004", "Dr. Astrid Brodersen", "Kiel") // VIP by name
                        .rated("A", 16500)
                        .numbers("+491713920004", "+494315550404")
                        .tags("vip")
                        .done(),
                named("K-100005", "Birte Lorenzen", "Kiel") // A with two offers: the bigger one counts
                        .rated("A", 9200)
                        .numbers("+491713920005")
                        .offers("meike-asmussen:900", "lars-thomsen:5200")
                        .done(),
                named("K-100006", "Sönke Matthiesen", "Rendsburg") // B with an offer
                        .rated("B", 2100)
                        .numbers("+494331555061")
                        .offers("jana-petersen:640")
                        .done(),
                named("K-100007", "Gesche Reimers", "Heide") // B with a big offer
                        .rated("B", 3900)
                        .numbers("+49481555071")
                        .offers("jonas-klindt:18500")
                        .tags("solar", "waermepumpe")
                        .done(),
                named("K-100008", "Telse Boysen", "Niebüll") // running complaint
                        .numbers("+494661555081")
                        .complaints(1)
                        .done(),
                named("K-100009", "Hinnerk Lüders", "Lübeck") // running complaint of an A customer
                        .rated("A", 6100)
                        .numbers("+49451555091")
                        .complaints(1)
                        .done(),
                named("K-100010", "Maren Struve", "Kiel") // A customer who complained twice
                        .rated("A", 5800)
                        .numbers("+491713920010")
                        .complaints(2)
                        .done(),
                named("K-100011", "Finn Andresen", "Hamburg") // new customer
                        .since("2026-11-01")
                        .numbers("+494066969211")
                        .buys("kombi", "2028-10-31")
                        .done(),
                named("K-100012", "Elke Burmeister", "Rostock") // existing customer in the east
                        .numbers("+49381555121")
                        .done(),
                named("K-100013", "Olaf Nissen", "Schleswig") // shares a line with the next one
                        .numbers("+494621555131")
                        .done(),
                named("K-100014", "Levke Nissen", "Schleswig") // worth more, so she counts
                        .rated("B", 2600)
                        .numbers("+494621555131", "+491713920014")
                        .offers("frauke-dithmer:1200")
                        .done(),
                named("K-100015", "Momme Tams", "Husum") // first reminder
                        .numbers("+494841555151")
                        .dunned(1)
                        .onPaper()
                        .done(),
                named("K-100016", "Bente Sørensen", "Flensburg") // speaks Danish
                        .numbers("+49461555161")
                        .speaks("da")
                        .done(),
                named("K-100017", "Rolf Wulff", "Neumünster") // barred, may report a fault
                        .numbers("+494321555171")
                        .tags("gesperrt")
                        .done(),
                named("K-100018", "Ida Krüger", "Wismar") // thinks of leaving
                        .rated("B", 1400)
                        .numbers("+493841555181")
                        .tags("kuendigung")
                        .done(),
                named("K-100019", "Prof. Henning Greve", "Lübeck") // VIP with everything at once
                        .rated("A", 31000)
                        .since("2026-10-15")
                        .numbers("+491713920019")
                        .dunned(3)
                        .complaints(1)
                        .offers("henning-voss:7700")
                        .tags("vip")
                        .done(),
                named("K-100020", "Thorsten Wieben", "Itzehoe") // big customer who does not pay: no VIP
                        .rated("A", 28000)
                        .numbers("+494821555201")
                        .dunned(3)
                        .done(),
                named("K-100021", "Swantje Harms", "Eutin") // her account manager has left the company
                        .rated("A", 8800)
                        .numbers("+494521555211")
                        .offers("kay-lohse:2400")
                        .done(),
                named("K-100022", "Karin Jensen", "Kiel") // existing customer without anything remarkable
                        .numbers("+494315550222")
                        .done(),
                named("K-100023", "Yasemin Schröder", "Hamburg") // existing customer in Hamburg
                        .numbers("+494066969223")
                        .done(),
                named("K-100024", "Ulrike Momsen", "Flensburg") // belongs to two organisations
                        .rated("B", 2200)
                        .numbers("+491713920024", "+494615550240")
                        .organisations("G-100001", "G-100002")
                        .done(),
                named("K-100025", "Peer Ingwersen", "Husum") // big by the CRM's word: VIP in three steps
                        .rated("A", 14800)
                        .numbers("+491713920025")
                        .tags("grossabnehmer")
                        .done(),
                named("G-100001", "Reederei Nordmeer GmbH", "Flensburg") // trunk, big: VIP in three steps
                        .rated("A", 85000)
                        .trunks("+49461555960-0")
                        .managedBy("bente-soerensen")
                        .done(),
                named("G-100002", "Hansebäckerei GmbH & Co. KG", "Lübeck") // trunk with an account manager
                        .rated("A", 12400)
                        .trunks("+49451555961-0")
                        .managedBy("hauke-feddersen")
                        .done(),
                named("G-100003", "Förde-Klinik gGmbH", "Kiel") // trunk
                        .rated("B", 18700)
                        .trunks("+49431555962-0")
                        .done(),
                named("G-100004", "Labor der Förde-Klinik", "Kiel") // a longer trunk within that one
                        .rated("B", 4300)
                        .trunks("+494315559627*")
                        .dunned(2)
                        .done(),
                named("G-100005", "Windpark Baltic AG", "Berlin") // trunk in the range kept free for fiction
                        .rated("B", 15900)
                        .numbers("+493023125500")
                        .trunks("+493023125-0")
                        .done());
    }
}
