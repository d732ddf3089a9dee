package io.stellwerk.samples;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes the sample calls: first one for each scenario by its name, then a busy hour of everything. */
final class Calls {

    private record Hotline(String name, String number, int weight) {}

    private static final List<Hotline> HOTLINES = List.of(
            new Hotline("Strom und Gas", "+498001002010", 30),
            new Hotline("Internet und Telefon", "+498001002020", 14),
            new Hotline("Störung Strom", "+498001002030", 14),
            new Hotline("Störung Gas", "+498001002031", 4),
            new Hotline("Störung Internet", "+498001002032", 10),
            new Hotline("Rechnung und Mahnung", "+498001002040", 16),
            new Hotline("Umzug und Neuanschluss", "+498001002050", 8),
            new Hotline("Geschäftskunden", "+494066969100", 6));

    /** How service numbers arrive; nobody dials brackets. */
    private static final List<Spelling> DIALLED =
            List.of(Spelling.DOUBLE_ZERO, Spelling.NATIONAL, Spelling.SIP_URI, Spelling.TEL_URI, Spelling.DIN_5008);

    private static final String ELECTRICITY = "+498001002010";
    private static final String BILLING = "+498001002040";
    private static final String MOVING = "+498001002050";
    private static final String POWER_CUT = "+498001002030";
    private static final String BUSINESS = "+494066969100";

    private static final List<String> NOBODY =
            List.of("", "anonymous", "Anonymous", "restricted", "unavailable", "<sip:anonymous@anonymous.invalid>");
    private static final List<String> GARBAGE = List.of(
            "sip:alice@pbx.example",
            "0",
            "+",
            "#31#",
            "unknown;tag=1",
            "+49 (0) ruf-mich-an",
            "sip:@203.0.113.9",
            "\"<\" <",
            "++494315550222",
            "+4943155502220000000000",
            "0431-SERVICE");
    private static final List<String> FOREIGN = List.of(
            "+4532555010",
            "+4532555077",
            "0045 32 55 50 12",
            "+442079460123",
            "+12025550143",
            "sip:+33199001234@transit.example",
            "+48221234567",
            "+31201234567");
    /** Beginnings of numbers that no customer has; three digits follow. */
    private static final List<String> STRANGERS = List.of(
            "+494066969",
            "+494066969",
            "+494615558",
            "+494815558",
            "+493815558",
            "+491775559",
            "+491775559",
            "+496990009",
            "+498999998",
            "+492214710");

    private final Chance chance;
    private final List<Customer> customers;
    private final List<Customer> reachable;
    private final List<Customer> switchboards;

    Calls(Random random, List<Customer> customers) {
        this.chance = new Chance(random);
        this.customers = customers;
        this.reachable =
                customers.stream().filter(each -> !each.numbers().isEmpty()).toList();
        this.switchboards =
                customers.stream().filter(each -> !each.trunks().isEmpty()).toList();
    }

    List<SampleCall> make(int count) {
        List<SampleCall> calls = new ArrayList<>(scenarios());
        while (calls.size() < count) {
            calls.add(anyCall());
        }
        return calls;
    }

    private List<SampleCall> scenarios() {
        List<SampleCall> calls = new ArrayList<>();
        for (Hotline hotline : HOTLINES) {
            calls.add(SampleCall.of("VIP on " + hotline.name(), hotline.number(), number("K-100004")));
        }
        calls.add(scene("A customer with an open offer", ELECTRICITY, "K-100005"));
        calls.add(scene("A customer whose account manager has left", ELECTRICITY, "K-100021"));
        calls.add(scene("B customer with an open offer", ELECTRICITY, "K-100006"));
        calls.add(scene("B customer with a big offer", ELECTRICITY, "K-100007"));
        calls.add(scene("B customer who may leave", ELECTRICITY, "K-100018"));
        calls.add(scene("late payer", ELECTRICITY, "K-100003"));
        calls.add(scene("late payer with an open offer", BILLING, "K-100001"));
        calls.add(scene("late payer reports a power cut", POWER_CUT, "K-100003"));
        calls.add(scene("first reminder", BILLING, "K-100015"));
        calls.add(scene("big customer who does not pay", ELECTRICITY, "K-100020"));
        calls.add(scene("running complaint", ELECTRICITY, "K-100008"));
        calls.add(scene("running complaint of an A customer", ELECTRICITY, "K-100009"));
        calls.add(scene("A customer who complained twice", ELECTRICITY, "K-100010"));
        calls.add(scene("VIP with debts, a complaint and an offer", BILLING, "K-100019"));
        calls.add(scene("VIP in three steps", ELECTRICITY, "K-100025"));
        calls.add(scene("new customer", ELECTRICITY, "K-100011"));
        calls.add(scene("existing customer in Kiel", ELECTRICITY, "K-100022"));
        calls.add(scene("existing customer in Hamburg", ELECTRICITY, "K-100023"));
        calls.add(scene("existing customer in Rostock", ELECTRICITY, "K-100012"));
        calls.add(scene("Danish-speaking customer", ELECTRICITY, "K-100016"));
        calls.add(scene("power cut in Husum", POWER_CUT, "K-100002"));
        calls.add(scene("line that two customers share", ELECTRICITY, "K-100013"));
        calls.add(scene("member of two organisations", BUSINESS, "K-100024"));
        calls.add(scene("barred customer", ELECTRICITY, "K-100017"));
        calls.add(scene("barred customer reports a power cut", POWER_CUT, "K-100017"));
        calls.add(SampleCall.of("organisation's trunk, VIP", BUSINESS, "+49461555960123"));
        calls.add(SampleCall.of("organisation's trunk, account manager", BUSINESS, "+4945155596117"));
        calls.add(SampleCall.of("organisation's trunk", ELECTRICITY, "0431 555962-44"));
        calls.add(SampleCall.of("organisation's longer trunk within another", ELECTRICITY, "+49431555962744"));
        calls.add(SampleCall.of("organisation's attendant", BUSINESS, "+494315559620"));
        calls.add(SampleCall.of("organisation's own number within its trunk", BUSINESS, "030/23125-500"));
        calls.add(SampleCall.of("anonymous", ELECTRICITY, "anonymous"));
        calls.add(SampleCall.of("anonymous who asks for a connection", MOVING, ""));
        calls.add(SampleCall.of("unknown in Hamburg", ELECTRICITY, "040 66969 999"));
        calls.add(SampleCall.of("unknown in Munich", ELECTRICITY, "+498999998123"));
        calls.add(SampleCall.of("unknown who asks for a connection", MOVING, "+498999998124"));
        calls.add(SampleCall.of("ring once and hang up", ELECTRICITY, "+881645123456"));
        calls.add(SampleCall.of("VIP by asserted identity, hidden", ELECTRICITY, "anonymous")
                .asserted("<sip:+491713920004@nordnetz.example>", "id"));
        calls.add(scene("diverted by the customer's old supplier", ELECTRICITY, "K-100022")
                .diverted("<sip:+494066969300@transit.example>;reason=unconditional;counter=1"));
        calls.add(scene("caller has entered 2", ELECTRICITY, "K-100022").entered("2"));
        calls.add(SampleCall.of("emergency number", "112", number("K-100022")));
        calls.add(SampleCall.of("emergency number, police", "tel:110", "anonymous"));
        calls.add(SampleCall.of("service number of nobody", "+498001002099", number("K-100022")));
        return calls;
    }

    private SampleCall scene(String scenario, String called, String customerId) {
        return SampleCall.of(scenario, called, number(customerId));
    }

    private String number(String customerId) {
        return customers.stream()
                .filter(each -> each.id().equals(customerId))
                .findFirst()
                .orElseThrow()
                .numbers()
                .get(0);
    }

    private SampleCall anyCall() {
        int lot = chance.between(0, 1000);
        if (lot < 680) {
            return ofCustomer();
        } else if (lot < 770) {
            return ofExtension();
        } else if (lot < 850) {
            return ofStranger();
        } else if (lot < 900) {
            return SampleCall.of("anonymous", called(), chance.oneOf(NOBODY));
        } else if (lot < 925) {
            return hidden();
        } else if (lot < 955) {
            return SampleCall.of("from abroad", called(), chance.oneOf(FOREIGN));
        } else if (lot < 980) {
            return SampleCall.of("no number to speak of", called(), chance.oneOf(GARBAGE));
        } else if (lot < 990) {
            return SampleCall.of("emergency number", chance.oneOf(List.of("110", "112")), anyNumber());
        }
        return SampleCall.of("service number of nobody", "0800 100 20" + chance.between(70, 99), anyNumber());
    }

    private SampleCall ofCustomer() {
        Spelling spelling = chance.oneOf(List.of(Spelling.values()));
        return SampleCall.of("customer, " + spelling.label(), called(), spelling.of(anyNumber()));
    }

    private SampleCall ofExtension() {
        Spelling spelling = chance.oneOf(List.of(Spelling.values()));
        String trunk = chance.oneOf(switchboards).trunks().get(0).replaceFirst("(-0|\\*)$", "");
        String extension = String.valueOf(chance.between(10, 999));
        return SampleCall.of("organisation, " + spelling.label(), called(), spelling.of(trunk + extension));
    }

    private SampleCall ofStranger() {
        Spelling spelling = chance.oneOf(List.of(Spelling.values()));
        String number = chance.oneOf(STRANGERS) + chance.between(100, 999);
        return SampleCall.of("unknown, " + spelling.label(), called(), spelling.of(number));
    }

    private SampleCall hidden() {
        String known = "<sip:" + anyNumber() + "@nordnetz.example;user=phone>";
        return SampleCall.of("hidden, asserted by the network", called(), chance.oneOf(NOBODY))
                .asserted(known, chance.oneOf(List.of("id", "id;critical", "user,id", "header;id")));
    }

    private String anyNumber() {
        return chance.oneOf(chance.oneOf(reachable).numbers());
    }

    /** Most networks send the service number as E.164, some as their subscribers dial it. */
    private String called() {
        String number = chance.weighted(HOTLINES, Hotline::weight).number();
        return chance.perMille(700) ? number : chance.oneOf(DIALLED).of(number);
    }
}
