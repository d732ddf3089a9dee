package io.stellwerk.rules.testcase;

import io.stellwerk.engine.customer.AttributeDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The columns that a file of test cases may have. */
final class CaseColumns {

    static final String CASE = "case";
    static final String CALLED = "called";
    static final String CALLING = "calling";
    static final String AT = "at";
    static final String CARRIER = "carrier";
    static final String DIGITS = "digits";
    static final String DIVERTED_FROM = "divertedFrom";
    static final String OUT_OF_SERVICE = "outOfService";
    static final String CUSTOMER = "customer";
    static final String CALLER_MATCH = "callerMatch";
    static final String ENABLED = "enabled";
    static final String COMMENT = "comment";

    static final String OPEN_OFFERS = "openOffers";

    /** What facts have before the name of the column. */
    static final String OF_CUSTOMER = "customer.";

    private static final List<String> CALL = List.of(
            CASE,
            CALLED,
            CALLING,
            AT,
            CARRIER,
            DIGITS,
            DIVERTED_FROM,
            OUT_OF_SERVICE,
            CUSTOMER,
            CALLER_MATCH,
            ENABLED,
            COMMENT);

    /** As in the CRM's file of customers, and the number of open offers for those who do not care whose they are. */
    private static final List<String> PROFILE = List.of(
            "id",
            "name",
            "customerClass",
            "value",
            "since",
            "dunningLevel",
            "openComplaints",
            "offers",
            OPEN_OFFERS,
            "language",
            "tags",
            "preferredContact",
            "organisations");

    private CaseColumns() {}

    /** Those that describe the customer. */
    static List<String> profile(List<AttributeDeclaration> attributes) {
        return Stream.concat(PROFILE.stream(), attributes.stream().map(CaseColumns::of))
                .toList();
    }

    /** Its name; where that means something else here, with {@code customer.} before it. */
    static String of(AttributeDeclaration attribute) {
        return CALL.contains(attribute.name()) ? OF_CUSTOMER + attribute.name() : attribute.name();
    }

    static List<String> all(List<AttributeDeclaration> attributes) {
        List<String> all = new ArrayList<>(CALL);
        all.addAll(profile(attributes));
        for (Aspect aspect : Aspect.values()) {
            all.add(aspect.heading());
        }
        return all;
    }
}
