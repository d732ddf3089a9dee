package io.stellwerk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.server.config.TenantFolder;
import io.stellwerk.server.tenant.RuleSetRefusedException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class StellwerkTest {

    private static final String STATUS = "/api/tenants/small/targets/vip-desk/status";

    @TempDir
    private Path folder;

    private Path ruleSet;
    private Stellwerk stellwerk;
    private Asking ask;

    @BeforeEach
    void start() throws Exception {
        ruleSet = SmallTenant.write(folder.resolve("rules"));
        open();
    }

    private void open() throws Exception {
        stellwerk =
                Stellwerk.start(SmallTenant.configuration(folder.resolve("data"), new TenantFolder("small", ruleSet)));
        ask = new Asking(stellwerk);
    }

    @AfterEach
    void stop() {
        stellwerk.close();
    }

    private JsonObject importCustomers(String csv, String query) throws Exception {
        HttpResponse<String> begun = ask.manage("POST", "/api/tenants/small/customers/imports" + query, csv);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        String place = begun.headers().firstValue("Location").orElseThrow();
        await().until(() -> new JsonObject(ask.get(place).body()).containsKey("finishedAt"));
        return new JsonObject(ask.get(place).body());
    }

    @Test
    void customers_imported_beside_the_running_server_are_recognised_at_once() throws Exception {
        assertThat(ask.target(SmallTenant.VIP)).isEqualTo("desk");

        JsonObject report = importCustomers(SmallTenant.CUSTOMERS + "3;Nobody;not a number;A\n", "");

        assertThat(report.getString("state")).isEqualTo("published");
        assertThat(report.getInteger("rowsGood")).isEqualTo(2);
        assertThat(ask.get(report.getString("quarantine")).body()).contains("not a number");
        assertThat(ask.target(SmallTenant.VIP)).isEqualTo("vip-desk");
        assertThat(ask.target("+4930555222")).isEqualTo("desk");
        JsonObject decision = ask.route(SmallTenant.VIP).getJsonObject("decision");
        assertThat(decision.getString("rule")).isEqualTo("rules/01-vip.csv#vip");
    }

    @Test
    void an_import_that_would_halve_the_customers_waits_for_a_confirmation() throws Exception {
        importCustomers(SmallTenant.CUSTOMERS + "3;C;;C\n4;D;;C\n5;E;;C\n", "");
        String one = "Kunde;numbers;customerClass\n1;" + SmallTenant.VIP + ";A\n";

        JsonObject held = importCustomers(one, "?map=Kunde=id");

        assertThat(held.getString("state")).isEqualTo("held-back");
        assertThat(held.getInteger("live")).isEqualTo(5);

        JsonObject confirmed = importCustomers(one, "?map=Kunde=id&confirm=true");

        assertThat(confirmed.getString("state")).isEqualTo("published");
        assertThat(confirmed.getInteger("live")).isEqualTo(1);
    }

    @Test
    void a_target_out_of_service_is_passed_over_at_once_and_after_a_restart() throws Exception {
        importCustomers(SmallTenant.CUSTOMERS, "");
        assertThat(ask.target(SmallTenant.VIP)).isEqualTo("vip-desk");

        assertThat(ask.manage("PUT", STATUS, "{\"inService\":false}").statusCode())
                .isEqualTo(200);

        assertThat(ask.target(SmallTenant.VIP)).isEqualTo("vip-deputy");

        stellwerk.close();
        open();

        assertThat(ask.target(SmallTenant.VIP)).isEqualTo("vip-deputy");

        ask.manage("PUT", STATUS, "{\"inService\":true}");

        assertThat(ask.target(SmallTenant.VIP)).isEqualTo("vip-desk");
    }

    @Test
    void a_changed_rule_set_goes_live_with_the_next_version() throws Exception {
        Files.writeString(ruleSet.resolve("rules/01-vip.csv"), "id;hotline;=> plan\nall;service;vip\n");
        assertThat(ask.target("")).isEqualTo("desk");

        HttpResponse<String> answer = ask.manage("POST", "/api/tenants/small/rule-set/reload", "");

        assertThat(new JsonObject(answer.body()).getInteger("ruleSetVersion")).isEqualTo(2);
        assertThat(ask.target("")).isEqualTo("vip-desk");
        assertThat(ask.route("").getJsonObject("decision").getInteger("ruleSetVersion"))
                .isEqualTo(2);
    }

    @Test
    void the_version_stays_over_a_restart_as_long_as_nothing_changes() throws Exception {
        ask.manage("POST", "/api/tenants/small/rule-set/reload", "");
        stellwerk.close();
        open();

        assertThat(ask.route("").getJsonObject("decision").getInteger("ruleSetVersion"))
                .isEqualTo(1);

        stellwerk.close();
        Files.writeString(ruleSet.resolve("rules/01-vip.csv"), "id;hotline;=> plan\nall;service;vip\n");
        open();

        assertThat(ask.route("").getJsonObject("decision").getInteger("ruleSetVersion"))
                .isEqualTo(2);
    }

    @Test
    void a_reload_with_errors_tells_them_all_and_changes_nothing() throws Exception {
        importCustomers(SmallTenant.CUSTOMERS, "");
        Files.writeString(
                ruleSet.resolve("rules/01-vip.csv"), "id;customer.customerClass;=> plan\nvip;A;vpi\nother;Q;vip\n");

        HttpResponse<String> answer = ask.manage("POST", "/api/tenants/small/rule-set/reload", "");

        assertThat(answer.statusCode()).isEqualTo(422);
        JsonObject problem = new JsonObject(answer.body());
        assertThat(problem.getJsonArray("findings")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(problem.getInteger("ruleSetVersion")).isEqualTo(1);
        assertThat(ask.target(SmallTenant.VIP)).isEqualTo("vip-desk");
        assertThat(ask.route("").getJsonObject("decision").getInteger("ruleSetVersion"))
                .isEqualTo(1);
    }

    @Test
    void health_readiness_and_metrics_answer_without_a_token() throws Exception {
        ask.route("");

        assertThat(ask.get("/health").statusCode()).isEqualTo(200);
        assertThat(new JsonObject(ask.get("/ready").body()).getString("status")).isEqualTo("ready");
        assertThat(ask.get("/metrics").body())
                .contains(
                        "stellwerk_carrier_queries_total{carrier=\"nordnetz\",outcome=\"default\",reason=\"NO_RULE_MATCHED\"} 1.0")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void a_caller_s_number_never_stands_in_the_log() throws Exception {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        log.start();
        root.addAppender(log);
        root.setLevel(Level.DEBUG);
        try {
            importCustomers(SmallTenant.CUSTOMERS, "");
            ask.route(SmallTenant.VIP);
            ask.manage("PUT", STATUS, "{\"inService\":false}");
            stellwerk.close();
        } finally {
            root.setLevel(before);
            root.detachAppender(log);
        }

        assertThat(log.list).isNotEmpty();
        assertThat(log.list)
                .filteredOn(event -> event.getLoggerName().startsWith("io.stellwerk"))
                .isNotEmpty();
        assertThat(log.list)
                .noneSatisfy(event -> assertThat(event.getFormattedMessage())
                        .containsAnyOf(
                                SmallTenant.VIP,
                                SmallTenant.VIP.substring(1),
                                "Erika",
                                SmallTenant.KEY,
                                SmallTenant.TOKEN));
    }

    @Test
    void after_it_was_stopped_the_data_belongs_to_nobody() throws Exception {
        stellwerk.close();
        stellwerk.close();

        open();

        assertThat(ask.target("")).isEqualTo("desk");
    }

    @Test
    void two_servers_cannot_have_the_same_data() {
        assertThatThrownBy(() -> Stellwerk.start(
                        SmallTenant.configuration(folder.resolve("data"), new TenantFolder("small", ruleSet))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("in use");
    }

    @Test
    void a_service_number_of_two_tenants_stops_the_start() throws Exception {
        Path other = SmallTenant.write(folder.resolve("other"));
        Files.writeString(
                other.resolve("tenant.yaml"),
                Files.readString(other.resolve("tenant.yaml")).replace("tenant: small", "tenant: other"));

        RuleSetRefusedException refused = catchThrowableOfType(
                RuleSetRefusedException.class,
                () -> Stellwerk.start(SmallTenant.configuration(
                        folder.resolve("data-2"),
                        new TenantFolder("small", ruleSet),
                        new TenantFolder("other", other))));

        assertThat(refused.findings()).containsOnlyKeys("other");
        assertThat(refused.findings().get("other"))
                .extracting(Finding::code)
                .containsExactly("number-of-another-tenant");
    }

    @Test
    void a_tenant_with_errors_stops_the_start_and_frees_what_was_opened() throws Exception {
        stellwerk.close();
        Files.writeString(ruleSet.resolve("plans.yaml"), "plans: []\n");

        RuleSetRefusedException refused = catchThrowableOfType(RuleSetRefusedException.class, this::open);

        assertThat(refused.findings().get("small")).isNotEmpty();

        SmallTenant.write(ruleSet);
        open();

        assertThat(ask.target("")).isEqualTo("desk");
    }
}
