package io.stellwerk.connector.carrier.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.connector.carrier.http.CarrierHouse.Reply;
import io.stellwerk.engine.decision.DefaultReason;
import io.stellwerk.engine.route.ReleaseCause;
import io.stellwerk.engine.rule.Ruling;
import io.stellwerk.engine.rule.Verdict;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answers of {@code POST /v1/route}, byte for byte. */
class RouteAnswerTest {

    private final CarrierHouse house = new CarrierHouse().open();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void a_route_is_told_with_all_its_targets_in_order_of_trial() {
        Reply reply = house.post(CarrierHouse.query("a84b4c76e66710"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers().get("Content-Type")).isEqualTo("application/json");
        assertThat(reply.golden())
                .isEqualTo(("{'version':'1.0','v':1,'requestId':'a84b4c76e66710','action':'route','routing':'serial',"
                                + "'routes':[{'uri':'sip:+49301112220@pbx-a.example','dst_uri':'sip:192.0.2.10:5060',"
                                + "'target':'key-account-berlin','fr_timer':1000,'fr_inv_timer':20000,"
                                + "'headers':{'extra':'X-Stellwerk-Decision: DECISION-ID\\r\\n"
                                + "X-Stellwerk-Plan: key-account\\r\\n'}},"
                                + "{'uri':'sip:switchboard@pbx-a.example','target':'switchboard','fr_timer':1000,"
                                + "'fr_inv_timer':30000,'headers':{'extra':'X-Stellwerk-Decision: DECISION-ID\\r\\n"
                                + "X-Stellwerk-Plan: key-account\\r\\n'}},"
                                + "{'uri':'sip:switchboard@pbx-b.example;user=phone,x','dst_uri':'sip:192.0.2.11',"
                                + "'target':'switchboard','fr_timer':1000,'fr_inv_timer':30000,"
                                + "'headers':{'extra':'X-Stellwerk-Decision: DECISION-ID\\r\\n"
                                + "X-Stellwerk-Plan: key-account\\r\\n'}}],'announce':['greeting-vip'],"
                                + "'decision':{'id':'DECISION-ID','tenant':'nordlicht','plan':'key-account',"
                                + "'rule':'rules/offers.csv#row-7','ruleSetVersion':17,'default':false,"
                                + "'reason':null,'tookMicros':0}}")
                        .replace('\'', '"'));
    }

    @Test
    void a_refusal_by_rule_tells_its_cause_and_no_announcement() {
        ReleaseCause barred = new ReleaseCause(21, 603, "Decline");
        house.rules = (facts, deadline) ->
                new Verdict(List.of(), List.of("greeting-vip"), new Ruling.Refuse(barred, CarrierHouse.RULE));

        assertThat(house.post(CarrierHouse.query("r1")).golden())
                .isEqualTo(("{'version':'1.0','v':1,'requestId':'r1','action':'reject',"
                                + "'sip':{'code':603,'reason':'Decline'},'q850':21,"
                                + "'decision':{'id':'DECISION-ID','tenant':'nordlicht','plan':null,"
                                + "'rule':'rules/offers.csv#row-7','ruleSetVersion':17,'default':false,"
                                + "'reason':'REJECTED_BY_RULE','tookMicros':0}}")
                        .replace('\'', '"'));
    }

    @Test
    void an_unknown_service_number_is_a_business_no() {
        assertThat(house.post("{\"requestId\":\"r1\",\"called\":\"+498009999999\"}")
                        .golden())
                .isEqualTo(("{'version':'1.0','v':1,'requestId':'r1','action':'reject',"
                                + "'sip':{'code':404,'reason':'Unknown Service Number'},'q850':1,"
                                + "'decision':{'id':'DECISION-ID','tenant':null,'plan':null,'rule':null,"
                                + "'ruleSetVersion':0,'default':false,'reason':'UNKNOWN_SERVICE_NUMBER',"
                                + "'tookMicros':0}}")
                        .replace('\'', '"'));
    }

    @Test
    void no_matching_rule_means_the_default_route_and_says_so() {
        house.rules = (facts, deadline) -> new Verdict(List.of(), List.of(), Ruling.SILENT);

        Reply reply = house.post(CarrierHouse.query("r1"));

        assertThat(reply.json().getJsonArray("routes").getJsonObject(0).getString("target"))
                .isEqualTo("switchboard");
        assertThat(reply.json().getJsonArray("announce")).isEmpty();
        assertThat(reply.golden())
                .endsWith(("'decision':{'id':'DECISION-ID','tenant':'nordlicht','plan':'central','rule':null,"
                                + "'ruleSetVersion':17,'default':true,'reason':'NO_RULE_MATCHED','tookMicros':0}}")
                        .replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"110", "112", "1 1 2", "sip:112@carrier.example", "+49112", "0049110", "tel:110"})
    void emergency_numbers_are_left_to_the_network_whatever_their_spelling(String dialled) {
        Reply reply = house.post("{\"requestId\":\"r1\",\"called\":\"" + dialled + "\"}");

        assertThat(reply.golden())
                .isEqualTo(("{'version':'1.0','v':1,'requestId':'r1','action':'reject',"
                                + "'sip':{'code':380,'reason':'Emergency Number'},'q850':3,"
                                + "'decision':{'id':'DECISION-ID','tenant':null,'plan':null,'rule':null,"
                                + "'ruleSetVersion':0,'default':false,'reason':'EMERGENCY_NUMBER','tookMicros':0}}")
                        .replace('\'', '"'));
        assertThat(house.evaluations).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+498001234567", "0800 1234567", "00498001234567", "(0800) 123-4567"})
    void a_service_number_is_understood_in_every_spelling(String dialled) {
        assertThat(house.post("{\"requestId\":\"r1\",\"called\":\"" + dialled + "\"}")
                        .json()
                        .getString("action"))
                .isEqualTo("route");
    }

    @Test
    void rules_that_fail_cost_the_call_its_rules_but_not_its_answer() {
        house.rules = (facts, deadline) -> {
            throw new IllegalStateException("a bug");
        };

        Reply reply = house.post(CarrierHouse.query("r1"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.reason()).isEqualTo(DefaultReason.RULE_FAILED.name());
        assertThat(house.faults).hasSize(1);
    }

    @Test
    void a_decision_that_cannot_be_written_becomes_the_default_route() {
        house.rules = (facts, deadline) -> new Verdict(List.of(), List.of(), new Ruling.RouteTo("key-account", null));

        Reply reply = house.post(CarrierHouse.query("r1"));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.reason()).isEqualTo(DefaultReason.RULE_FAILED.name());
        assertThat(house.faults).singleElement().asString().startsWith("writing an answer");
    }

    @Test
    void a_broken_number_plan_still_leaves_an_international_number_its_default_route() {
        house.numberPlanBroken = true;

        assertThat(house.post(CarrierHouse.query("r1")).reason()).isEqualTo(DefaultReason.RULE_FAILED.name());
        assertThat(house.post("{\"requestId\":\"r2\",\"called\":\"08001234567\"}")
                        .status())
                .isEqualTo(503);
    }
}
