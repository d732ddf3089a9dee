package io.stellwerk.rules.testcase;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.call.Call;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.AttributeValue;
import io.stellwerk.engine.customer.CustomerMatches;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Offer;
import io.stellwerk.engine.port.CustomerDirectory;
import io.stellwerk.engine.port.CustomerDirectoryContract;
import io.stellwerk.engine.port.InMemoryCustomerDirectory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestCasesTest {

    private final CaseHouse house = new CaseHouse();

    private TestCase only() {
        CaseReading reading = house.read();
        assertThat(reading.findings()).isEmpty();
        assertThat(reading.cases()).hasSize(1);
        return reading.cases().get(0);
    }

    @Test
    void a_case_says_who_calls_whom_when_and_how() {
        house.cases(
                "case;called;calling;carrier;digits;divertedFrom;outOfService;=> plan",
                "a call;faults;040 123456;nordnetz;1;+4943112345;service-kiel, person:b-lang;switchboard");

        Call call = only().sample().call();

        assertThat(call.called().e164()).isEqualTo("+498001234568");
        assertThat(call.calling().number()).contains(PhoneNumber.of("+4940123456"));
        assertThat(call.carrier()).isEqualTo("nordnetz");
        assertThat(call.digits()).isEqualTo("1");
        assertThat(call.divertedFrom()).contains(PhoneNumber.of("+4943112345"));
        assertThat(call.at()).isEqualTo(Instant.parse("2026-11-24T09:04:00Z"));
        assertThat(only().sample().outOfService()).containsExactlyInAnyOrder("service-kiel", "person:b-lang");
    }

    @Test
    void a_customer_is_described_as_in_the_file_of_customers() {
        house.cases(
                "case;called;calling;id;name;customerClass;value;since;dunningLevel;offers;tags;product;customer.contractEnd;=> plan",
                "a call;service;040 1234;K-1;Erika;B;12.5;01.11.2026;2;b-lang:100|m-kurz:7;x|y;gas;2027-01-31;switchboard");

        CustomerMatches callers = CaseHouse.callers(only());

        assertThat(callers.organisationTrunk()).isFalse();
        assertThat(callers.candidates())
                .containsExactly(new CustomerProfile(
                        "K-1",
                        "Erika",
                        "B",
                        new BigDecimal("12.5"),
                        Optional.of(LocalDate.of(2026, 11, 1)),
                        2,
                        0,
                        List.of(new Offer("b-lang", new BigDecimal("100")), new Offer("m-kurz", new BigDecimal("7"))),
                        "",
                        Set.of("x", "y"),
                        "",
                        Set.of(),
                        Map.of(
                                "product", new AttributeValue.Text("gas"),
                                "contractEnd", new AttributeValue.Day(LocalDate.of(2027, 1, 31)))));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "unique, 1, false",
        "organisation, 1, true",
        "ambiguous, 2, false",
        "unknown, 0, false",
    })
    void how_the_caller_is_recognised_can_be_said(String match, int candidates, boolean trunk) {
        house.cases("case;called;calling;callerMatch;=> plan", "a;service;040 1234;" + match + ";switchboard");

        CustomerMatches callers = CaseHouse.callers(only());

        assertThat(callers.candidates()).hasSize(candidates);
        assertThat(callers.organisationTrunk()).isEqualTo(trunk);
    }

    @Test
    void a_case_may_refer_to_a_customer_or_leave_the_look_up_to_the_crm() {
        CustomerProfile known = profile("K-7");
        CustomerDirectory crm = new InMemoryCustomerDirectory(
                List.of(new CustomerDirectoryContract.Entry(known, Set.of(PhoneNumber.of("+4940777")), Set.of())),
                List.of());
        house.crm(crm)
                .cases(
                        "case;called;calling;customer;=> plan",
                        "by id;service;040 1234;K-7;switchboard",
                        "by number;service;040 777;;switchboard",
                        "a stranger;service;040 778;;switchboard",
                        "not there;service;040 1234;K-8;switchboard");

        CaseReading reading = house.read();

        assertThat(reading.cases().stream().map(each -> CaseHouse.callers(each).candidates()))
                .containsExactly(List.of(known), List.of(known), List.of());
        assertThat(house.findings()).singleElement().asString().contains("no customer 'K-8'");
    }

    private static CustomerProfile profile(String id) {
        return new CustomerProfile(
                id, "", "A", BigDecimal.ZERO, Optional.empty(), 0, 0, List.of(), "", Set.of(), "", Set.of(), Map.of());
    }

    @Test
    void people_of_a_file_can_be_called() {
        house.cases(
                "#person;b-lang;+4943199;m-kurz",
                "#person;m-kurz;0431 98;",
                "case;called;calling;=> plan",
                "a;service;040 1234;switchboard");

        assertThat(only().sample().customers().person("b-lang").orElseThrow().deputy())
                .isEqualTo("m-kurz");
        assertThat(only().sample().customers().person("m-kurz").orElseThrow().number())
                .isEqualTo(PhoneNumber.of("+4943198"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-11-24T10:04:05+02:00, 2026-11-24T08:04:05Z",
        "2026-11-24T10:04Z, 2026-11-24T10:04:00Z",
        "2026-11-24 10:04, 2026-11-24T09:04:00Z",
        "2026-11-24T10:04:30, 2026-11-24T09:04:30Z",
        "24.11.2026 9:04, 2026-11-24T08:04:00Z",
        "2026-10-25 02:30+01:00, 2026-10-25T01:30:00Z",
    })
    void a_moment_has_an_offset_or_is_meant_by_the_tenants_clock(String text, String instant) {
        house.cases("case;called;at;=> plan", "a;service;" + text + ";switchboard");

        assertThat(only().sample().call().at()).isEqualTo(Instant.parse(instant));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-10-25 02:30 | The clock shows this hour twice",
                "2026-03-29 02:30 | The clock skips this hour",
                "2026-11-31 10:00 | Write it like 2026-11-24 10:04",
                "10:04            | Write it like 2026-11-24 10:04",
                "2026-11-24 25:00 | Write it like 2026-11-24 10:04",
            })
    void a_moment_that_is_not_clear_is_a_finding(String text, String remedy) {
        house.cases("case;called;at;=> plan", "a;service;" + text + ";switchboard");

        assertThat(house.findings()).singleElement().asString().contains("tests/a.csv:3:", text, remedy);
    }

    @Test
    void all_that_is_wrong_is_told_at_once_each_with_its_cell() {
        house.cases(
                "#atx;1",
                "case;called;calling;dunnningLevel;customerClass;openComplaints;product;since;offers;callerMatch"
                        + ";=> plan;=> target;=> announcement;=> segment;=> rule;=> reject;=> reason",
                "a;servce;abc;1;D;-1;oil;2026-13-01;b-lang;uniqe;switchbord;service-kil;close;vpi;ownr;buzy;deadlin");

        assertThat(house.findings())
                .containsExactly(
                        "error tests/a.csv:2:1, column atx: There is no setting '#atx'. Did you mean 'at'? Comments that"
                                + " begin with # stand behind the heading. [unknown-setting]",
                        "error tests/a.csv:3:21, column dunnningLevel: There is no column 'dunnningLevel'. Did you mean"
                                + " 'dunningLevel'? [unknown-column]",
                        "error tests/a.csv:4:3, row a, column called: 'servce' is neither a service number nor a hotline."
                                + " Did you mean 'service'? [unknown-hotline]",
                        "error tests/a.csv:4:10, row a, column calling: 'abc' is no telephone number. Write it as it is"
                                + " dialled, or like +494315550222; anonymous for none. [malformed-number]",
                        "error tests/a.csv:4:16, row a, column customerClass: 'D' is not a value of customer.customerClass."
                                + " Did you mean 'A'? [unknown-value]",
                        "error tests/a.csv:4:18, row a, column openComplaints: '-1' is not a count. Write a whole number"
                                + " from 0 to 50. [malformed-cell]",
                        "error tests/a.csv:4:21, row a, column product: 'oil' is not a value of customer.product. Known"
                                + " values are bundle, gas, internet, power. [unknown-value]",
                        "error tests/a.csv:4:25, row a, column since: '2026-13-01' is not a day of the calendar. Write it"
                                + " like 2026-12-24 or 24.12.2026. [malformed-date]",
                        "error tests/a.csv:4:36, row a, column offers: 'b-lang' is not an offer. Write owner:value, several"
                                + " by |. [malformed-cell]",
                        "error tests/a.csv:4:43, row a, column callerMatch: 'uniqe' is no way to recognise a caller. Did you"
                                + " mean 'unique'? [unknown-value]",
                        "error tests/a.csv:4:49, row a, column => plan: There is no plan 'switchbord'. Did you mean"
                                + " 'switchboard'? [unknown-plan]",
                        "error tests/a.csv:4:60, row a, column => target: There is no target 'service-kil'. Did you mean"
                                + " 'service-kiel'? [unknown-target]",
                        "error tests/a.csv:4:72, row a, column => announcement: There is no announcement 'close'. Did you"
                                + " mean 'closed'? [unknown-announcement]",
                        "error tests/a.csv:4:78, row a, column => segment: There is no segment 'vpi'. Did you mean 'vip'?"
                                + " [unknown-segment]",
                        "error tests/a.csv:4:82, row a, column => rule: There is no rule 'ownr'. Did you mean 'owner'?"
                                + " [unknown-rule]",
                        "error tests/a.csv:4:87, row a, column => reject: 'buzy' is not a reason to refuse a call. Did you"
                                + " mean 'busy'? Others are written like 21/603/Decline. [unknown-value]",
                        "error tests/a.csv:4:92, row a, column => reason: There is no reason 'DEADLIN'. Did you mean"
                                + " 'DEADLINE'? [unknown-value]");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a;service;;;A;;;switchboard            | A caller without a number is nobody's customer.",
                "a;service;anonymous;;A;;;switchboard   | An anonymous caller is nobody's customer.",
                "a;service;040 1;K-1;A;;;switchboard    | refers to a customer and describes one too",
                "a;service;040 1;;A;unknown;;switchboard| unknown, and yet a customer",
                "a;service;040 1;K-1;;;;switchboard     | There is no CRM",
                "a;service;040 1;;;;;                   | expects nothing",
                "a;;040 1;;;;;switchboard               | does not say which hotline",
                ";service;040 1;;;;;switchboard         | The case has no name.",
                "a;service;040 1;;;;perhaps;switchboard | 'perhaps' is not yes or no",
                "a;service;040 1;;;;;switchboard;x      | The row has 9 cells, the heading 8.",
            })
    void what_contradicts_itself_or_is_missing_is_a_finding(String row, String message) {
        house.cases("case;called;calling;customer;customerClass;callerMatch;enabled;=> plan", row);

        assertThat(house.findings()).isNotEmpty().first().asString().contains(message);
    }

    @Test
    void names_are_unique_in_a_file_and_columns_in_a_heading() {
        house.cases("case;called;called;=> plan", "a;service;;switchboard", "a;service;;switchboard");

        assertThat(house.findings())
                .satisfiesExactly(
                        column -> assertThat(column).contains("'called' is there twice"),
                        name -> assertThat(name).contains("tests/a.csv:4:1", "another case 'a'"));
    }

    @Test
    void columns_that_follow_from_others_say_from_which() {
        house.cases("case;called;customer.status;call.region;hotline;=> plan", "a;service;;;;switchboard");

        assertThat(house.findings())
                .satisfiesExactly(
                        status -> assertThat(status).contains("It follows from the column 'since'."),
                        region -> assertThat(region).contains("It follows from the column 'calling'."),
                        hotline -> assertThat(hotline).contains("Write its id in the column 'called'."));
    }

    @Test
    void one_bad_file_does_not_hide_the_others() {
        house.with("tests/b.csv", "# nothing but a comment")
                .with("tests/c.csv", "name;called", "a;service")
                .cases("case;called;=> plan", "a;service;switchboard");

        assertThat(house.read().cases()).hasSize(1);
        assertThat(house.findings())
                .anySatisfy(finding -> assertThat(finding).contains("tests/b.csv"))
                .anySatisfy(finding -> assertThat(finding).contains("tests/c.csv", "no column 'case'"));
    }
}
