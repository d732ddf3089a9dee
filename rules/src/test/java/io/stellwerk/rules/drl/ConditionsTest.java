package io.stellwerk.rules.drl;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each construct of the language asks for. */
class ConditionsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '→', quoteCharacter = '´', textBlock = """
            Call()                                          → always
            Hotline()                                       → always
            Customer()                                      → customer.known == yes
            Call( lineType == "mobile" )                    → call.lineType == mobile
            Call( lineType != "mobile" )                    → call.lineType not(mobile)
            Call( lineType in ("mobile", "foreign") )       → call.lineType in (mobile, foreign)
            Call( lineType not in ("mobile", "foreign") )   → call.lineType not(mobile, foreign)
            Call( region == null )                          → call.region none
            Call( region != null )                          → call.region not(none)
            Call( region in ("kiel", null) )                → call.region in (kiel, none)
            Call( holiday )                                 → call.holiday == yes
            Call( !holiday )                                → call.holiday not(yes)
            Call( holiday == false )                        → call.holiday == no
            Call( !(holiday) )                              → call.holiday not(yes)
            Call( calling == "+4930111" )                   → call.calling == +4930111
            Call( calling str[startsWith] "+4930" )         → call.calling +4930*
            Call( calling not str[startsWith] "+4930" )     → call.calling not(+4930*)
            Call( digits str[startsWith] "1" )              → call.digits 1*
            Call( digits str[endsWith] '9' )                → call.digits str[endsWith] "9"
            Call( digits str[length] 4 )                    → call.digits str[length] 4
            Call( digits matches "[0-9]{3}" )               → call.digits matches "[0-9]{3}"
            Call( digits not matches "\\\\d+" )             → not (call.digits matches "\\\\d+")
            Call( digits contains "12" )                    → call.digits contains "12"
            Call( date == "2026-12-24" )                    → call.date == 2026-12-24
            Call( date >= "24-Dec-2026" )                   → call.date >= 2026-12-24
            Call( date < '24.12.2026' )                     → call.date < 2026-12-24
            Call( time >= "08:00", time < "18:00" )         → call.time >= 08:00 and call.time < 18:00
            Call( time >= "08:00" && < "18:00" )            → call.time >= 08:00 and call.time < 18:00
            Call( weekday == "MONDAY" )                     → call.weekday == Mo
            Call( weekday in ("Sa", "So") )                 → call.weekday in (Sa, Su)
            Call( when == "Mo-Fr 08:00-18:00" )             → call.when Mo-Fr 08:00-18:00
            Call( openCalendars contains "service-hours" )  → call.openCalendars == service-hours
            Hotline( id == "strom" )                        → hotline == strom
            Hotline( tariffClass == "premium" )             → hotline.tariffClass == premium
            Segment( name == "vip" )                        → segment == vip
            Segment( name in ("vip", "late payer") )        → segment in (vip, late payer)
            not Segment( name == "vip" )                    → segment not(vip)
            exists Segment( name == "vip" )                 → segment == vip
            """)
    void a_condition_asks_for_a_fact(String condition, String formula) {
        assertThat(Drl.when(condition).formula()).isEqualTo(formula);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '→', quoteCharacter = '´', textBlock = """
            customerClass in ("A", "B")               → customer.customerClass in (A, B)
            customerClass == "A" || == "B"            → customer.customerClass == A or customer.customerClass == B
            customerClass ( == "A" || == "B" )        → customer.customerClass == A or customer.customerClass == B
            openOffers > 1 && < 5                     → customer.openOffers > 1 and customer.openOffers < 5
            value > 5 && openOffers == 1 || == 2      → customer.value > 5 and (customer.openOffers == 1 or customer.openOffers == 2)
            openOffers == 1 || > 2 && < 5 && known    → (customer.openOffers == 1 or (customer.openOffers > 2 and customer.openOffers < 5)) and customer.known == yes
            openOffers >= -1                          → customer.openOffers >= -1
            value == 10.50                            → customer.value == 10.5
            value == 1000                             → customer.value == 1000
            openOffers > 1 || value > 5 && known      → customer.openOffers > 1 or (customer.value > 5 and customer.known == yes)
            (openOffers > 1 || value > 5) && known    → (customer.openOffers > 1 or customer.value > 5) and customer.known == yes
            !(openOffers > 1 || value > 5)            → not (customer.openOffers > 1 or customer.value > 5)
            product == "gas"                          → customer.product == gas
            smartMeter                                → customer.smartMeter == yes
            contractEnd <= "2027-01-31"               → customer.contractEnd <= 2027-01-31
            größe == "XL"                             → customer.größe == XL
            then == 1                                 → customer.then == 1
            tags contains "vip"                       → customer.tags == vip
            tags not contains "vip"                   → customer.tags not(vip)
            tags == null                              → customer.tags none
            offerOwner memberOf tags                  → customer.tags contains customer.offerOwner
            offerOwner not memberOf tags              → not (customer.tags contains customer.offerOwner)
            tags contains offerOwner                  → customer.tags contains customer.offerOwner
            offerOwner == name                        → customer.offerOwner == customer.name
            offerOwner != name                        → not (customer.offerOwner == customer.name)
            openOffers < openComplaints               → customer.openOffers < customer.openComplaints
            offerOwner in (name, "x")                 → customer.offerOwner == x or customer.offerOwner == customer.name
            $o : offerOwner                           → customer.known == yes
            $h : smartMeter                           → customer.known == yes
            $o : offerOwner != null                   → customer.offerOwner not(none)
            $o : offerOwner, name == $o               → customer.name == customer.offerOwner
            name == "say \\"hi\\""                    → customer.name == "say ""hi""\"
            name == "\\u0041\\u0022"                  → customer.name == "A""\"
            """)
    void a_constraint_asks_for_a_known_customer_with_it(String constraint, String formula) {
        String known = formula.startsWith("customer.known") ? formula : "customer.known == yes and " + formula;
        assertThat(Drl.when("Customer( " + constraint + " )").formula().replaceAll("[()]", ""))
                .isEqualTo(known.replaceAll("[()]", ""));
        assertThat(Drl.when("Customer( " + constraint + " )").formula()).contains(formula);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '→', quoteCharacter = '´', textBlock = """
            not Customer()                                     → customer.known not(yes)
            not Customer( name == "x" )                        → not (customer.known == yes and customer.name == x)
            not ( Call( holiday ) and Hotline( id == "strom")) → not (call.holiday == yes and hotline == strom)
            Call( holiday ) or Hotline( id == "strom" )        → call.holiday == yes or hotline == strom
            (Call( holiday ) or Hotline( id == "strom" ))  Call( lineType == "mobile" ) → (call.holiday == yes or hotline == strom) and call.lineType == mobile
            Call( holiday ) or Hotline( id == "strom" ) and Call( lineType == "mobile" ) → call.holiday == yes or (hotline == strom and call.lineType == mobile)
            (or Call( holiday ) Hotline( id == "strom" ))      → call.holiday == yes or hotline == strom
            exists Customer( name == "x" )                     → customer.known == yes and customer.name == x
            exists ( Call( holiday ) or Call( lineType == "mobile" ) ) → call.holiday == yes or call.lineType == mobile
            $c : Customer() Call( carrier == $c.name )         → customer.known == yes and call.carrier == customer.name
            Customer( $n : name ) Call( carrier != $n )        → customer.known == yes and not (call.carrier == customer.name)
            not Customer( $n : name, offerOwner == $n )        → not (customer.known == yes and customer.offerOwner == customer.name)
            Call( ); Call( holiday )                           → call.holiday == yes
            """)
    void patterns_are_joined(String conditions, String formula) {
        assertThat(Drl.when(conditions).formula()).isEqualTo(formula);
    }
}
