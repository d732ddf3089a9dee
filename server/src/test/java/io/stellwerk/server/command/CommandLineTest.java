package io.stellwerk.server.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.server.SmallTenant;
import io.stellwerk.server.Stellwerk;
import io.stellwerk.server.config.TenantFolder;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {

    private static final String AT = "2026-11-24T10:00+01:00";

    @TempDir
    private Path folder;

    private String ruleSet = "";
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws Exception {
        ruleSet = SmallTenant.write(folder.resolve("rules")).toString();
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return StellwerkCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    }

    private int route(String... more) {
        List<String> arguments = new ArrayList<>(List.of("route", ruleSet, "--called", "0800 1234567", "--at", AT));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    @Test
    void help_and_version_are_fine() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("demo", "serve", "check", "route", "import", "convert", "Exit codes");
        assertThat(run("--version")).isZero();
        assertThat(out.toString()).contains("stellwerk");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense                                                     | nonsense",
                "route RULES                                                  | --called",
                "route RULES --called +498001234567 --at 10:00                | offset",
                "route RULES --called +498001234568                           | +498001234567",
                "route RULES --called hello                                   | no number",
                "route RULES --called 112                                     | emergency number",
                "route RULES --called +498001234567 --customer {}             | --calling",
                "route RULES --called +498001234567 --out-of-service vip-dsk  | 'vip-desk'",
                "route RULES --called +498001234567 --format sarif            | text or json",
                "route nowhere --called +498001234567                         | nowhere",
                "route RULES --called +498001234567 --customers nowhere       | nowhere",
                "check nowhere                                                | nowhere",
                "test nowhere                                                 | nowhere",
                "test RULES --only x                                          | No test case matches 'x'",
                "test RULES --only x --propose                                | exclude",
                "test RULES --customers nowhere                               | nowhere",
                "import --tenant small                                        | --customers",
                "import --tenant small --customers nowhere --data d --rule-set RULES | nowhere",
                "import --tenant small --customers nowhere                    | --server",
                "import --tenant small --customers x --data d                 | --rule-set",
                "import --tenant other --customers x --data d --rule-set RULES | 'other'",
                "serve --config nowhere                                       | nowhere",
                "demo --ports-from 70000                                      | 70000",
            })
    void wrong_use_says_what_is_wrong(String line, String word) {
        int exitCode = run(line.replace("RULES", ruleSet).split(" +"));

        assertThat(exitCode).as(err.toString()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err.toString()).contains(word);
    }

    @Test
    void a_good_rule_set_is_fine() {
        assertThat(run("check", ruleSet, "--strict")).as(out.toString()).isZero();
        assertThat(out.toString()).contains("0 errors", "1 hotlines, 2 plans, 3 targets");
    }

    @Test
    void findings_stand_below_their_file_with_place_and_remedy() throws Exception {
        breakTable();

        assertThat(run("check", ruleSet)).isEqualTo(ExitCode.FINDINGS);

        assertThat(out.toString())
                .contains("2 errors")
                .containsSubsequence("rules/01-vip.csv", "line 2", "vip", "vpi", "Did you mean 'vip'?", "line 3");
    }

    @Test
    void findings_come_as_json_and_as_sarif() throws Exception {
        breakTable();

        assertThat(run("check", ruleSet, "--format", "json")).isEqualTo(ExitCode.FINDINGS);
        assertThat(new JsonObject(out.toString()).getJsonArray("findings")).hasSize(2);

        assertThat(run("check", ruleSet, "--format", "sarif")).isEqualTo(ExitCode.FINDINGS);
        JsonObject run = new JsonObject(out.toString()).getJsonArray("runs").getJsonObject(0);
        JsonObject first = run.getJsonArray("results").getJsonObject(0);
        assertThat(first.getString("level")).isEqualTo("error");
        JsonObject physical = first.getJsonArray("locations").getJsonObject(0).getJsonObject("physicalLocation");
        assertThat(physical.getJsonObject("artifactLocation").getString("uri")).isEqualTo("rules/01-vip.csv");
        assertThat(physical.getJsonObject("region").getInteger("startLine")).isEqualTo(2);
    }

    @Test
    void a_finding_shows_a_call_that_can_be_pasted_and_routed() throws Exception {
        Files.writeString(Path.of(ruleSet, "rules/01-vip.csv"), """
                id;customer.customerClass;customer.tags;call.callerMatch;=> plan
                all;A;-;-;vip
                later;A;it's late;organisation;switchboard
                """);

        assertThat(run("check", ruleSet)).as(out.toString()).isZero();

        String line = out.toString()
                .lines()
                .filter(each -> each.contains("stellwerk route"))
                .findFirst()
                .orElseThrow();
        assertThat(out.toString()).contains("[unreachable]", "row 'all' in line 2 takes all");
        assertThat(line).contains("--match organisation", "it'\\''s late");
        assertThat(run(words(line.strip()))).as(err.toString()).isZero();
        assertThat(out.toString()).contains("rules/01-vip.csv#all");

        assertThat(run("check", ruleSet, "--format", "json")).isZero();
        JsonObject json =
                new JsonObject(out.toString()).getJsonArray("findings").getJsonObject(0);
        assertThat(json.getJsonObject("witness").getString("match")).isEqualTo("organisation");
        assertThat(json.getJsonObject("witness").getJsonObject("customer").getString("customerClass"))
                .isEqualTo("A");

        assertThat(run("check", ruleSet, "--format", "sarif")).isZero();
        assertThat(out.toString()).contains("\"witness\"");
    }

    /** As a shell takes them apart, without the command's own name. */
    private static String[] words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("(?:'[^']*'|\\\\'|[^' ])+").matcher(line);
        while (word.find()) {
            words.add(word.group().replace("'\\''", "\u0000").replace("'", "").replace("\u0000", "'"));
        }
        return words.subList(1, words.size()).toArray(String[]::new);
    }

    @Test
    void calls_that_no_rule_decides_are_told_if_asked_for() throws Exception {
        assertThat(run("check", ruleSet, "--gaps")).isZero();
        String line = out.toString()
                .lines()
                .filter(each -> each.contains("stellwerk route"))
                .findFirst()
                .orElseThrow();
        assertThat(run(words(line.strip()))).isZero();
        assertThat(out.toString()).contains("NO_RULE_MATCHED");

        Files.writeString(Path.of(ruleSet, "rules/02-rest.csv"), "id;hotline;=> plan\nrest;-;switchboard\n");
        assertThat(run("check", ruleSet, "--gaps")).isZero();
        assertThat(out.toString()).contains("Every call is decided by a rule.");
    }

    private void breakTable() throws Exception {
        Files.writeString(
                Path.of(ruleSet, "rules/01-vip.csv"), "id;customer.customerClass;=> plan\nvip;A;vpi\nother;Q;vip\n");
    }

    @Test
    void a_call_is_decided_from_a_folder() {
        assertThat(route("--calling", "030 555111", "--customer", "{\"customerClass\":\"A\"}"))
                .isZero();

        assertThat(out.toString()).contains("plan vip", "rules/01-vip.csv#vip", "1. vip-desk", "2. vip-deputy");
    }

    @Test
    void a_target_out_of_service_is_left_out() {
        route("--calling", "030 555111", "--customer", "{\"customerClass\":\"A\"}", "--out-of-service", "vip-desk");

        assertThat(out.toString()).contains("1. vip-deputy").doesNotContain("vip-desk");
    }

    @Test
    void an_explanation_tells_the_whole_way_and_masks_who_calls() {
        assertThat(route(
                        "--calling",
                        SmallTenant.VIP,
                        "--customer",
                        "{\"name\":\"Erika\",\"customerClass\":\"B\"}",
                        "--explain"))
                .isZero();

        assertThat(out.toString())
                .contains("Tu 2026-11-24 10:00 Europe/Berlin")
                .contains("customer.customerClass is B", "asked for A (vip)")
                .contains("NO_RULE_MATCHED")
                .contains("1. desk")
                .doesNotContain(SmallTenant.VIP)
                .doesNotContain("Erika");
        assertThat(out.toString().lines())
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(120));

        route("--calling", SmallTenant.VIP, "--customer", "{\"name\":\"Erika\"}", "--explain", "--no-mask");

        assertThat(out.toString()).contains(SmallTenant.VIP, "Erika");
    }

    @Test
    void an_explanation_comes_as_json_too() {
        route("--calling", SmallTenant.VIP, "--customer", "{\"customerClass\":\"A\"}", "--explain", "--format", "json");

        JsonObject json = new JsonObject(out.toString());
        assertThat(json.getString("rule")).isEqualTo("rules/01-vip.csv#vip");
        assertThat(json.getJsonObject("facts").getString("customer.customerClass"))
                .isEqualTo("A");
        assertThat(json.getJsonArray("placement").getJsonObject(0).getString("outcome"))
                .isEqualTo("placed");
        assertThat(out.toString()).doesNotContain(SmallTenant.VIP);
    }

    @Test
    void an_explanation_comes_in_german() {
        route("--calling", SmallTenant.VIP, "--customer", "{\"customerClass\":\"B\"}", "--explain", "--lang", "de");

        assertThat(out.toString())
                .contains("Di 24.11.2026 10:00", "customer.customerClass ist B", "verlangt: A (vip)", "Standardroute");
    }

    private void writeCases(String... rows) throws Exception {
        Files.createDirectories(Path.of(ruleSet, "tests"));
        Files.writeString(
                Path.of(ruleSet, "tests/a.csv"),
                "#at;2026-11-24 10:00\n#calling;" + SmallTenant.VIP + "\ncase;called;customerClass;=> plan;=> rule\n"
                        + String.join("\n", rows) + "\n");
    }

    @Test
    void test_cases_that_pass_are_fine_and_the_coverage_is_told() throws Exception {
        writeCases("a VIP;0800 1234567;A;vip;vip", "another;0800 1234567;B;switchboard;none");

        assertThat(run("test", ruleSet)).as(err.toString()).isEqualTo(ExitCode.FINE);

        assertThat(out.toString()).contains("1 of 1 rule counted", "2 cases, 2 passed, 0 failed");
    }

    @Test
    void a_test_case_that_fails_says_why_and_the_pipeline_sees_it() throws Exception {
        writeCases("a VIP;0800 1234567;B;vip;vip", "another;0800 1234567;B;switchboard;none");
        Path junit = folder.resolve("junit.xml");
        Path json = folder.resolve("report.json");

        assertThat(run("test", ruleSet, "--junit", junit.toString())).isEqualTo(ExitCode.FINDINGS);
        assertThat(out.toString())
                .contains("FAILED  a VIP  (tests/a.csv, line 4)", "expected vip", "was      switchboard")
                .contains("customer.customerClass is B, asked for A");
        assertThat(Files.readString(junit)).contains("failures=\"1\"");

        assertThat(run("test", ruleSet, "--format", "json", "--output", json.toString()))
                .isEqualTo(ExitCode.FINDINGS);
        assertThat(new JsonObject(Files.readString(json)).getInteger("failed")).isEqualTo(1);
        assertThat(out.toString()).isEmpty();

        assertThat(run("test", ruleSet, "--only", "*other")).isEqualTo(ExitCode.FINE);
        assertThat(out.toString()).contains("1 case, 1 passed").doesNotContain("Coverage");
    }

    @Test
    void test_cases_that_cannot_be_read_are_findings() throws Exception {
        writeCases("a VIP;0800 1234568;A;vpi;");

        assertThat(run("test", ruleSet)).isEqualTo(ExitCode.FINDINGS);

        assertThat(out.toString()).contains("unknown-hotline", "Did you mean 'vip'?", "0 cases");
    }

    @Test
    void a_row_that_no_case_hits_gets_a_proposal_that_passes() throws Exception {
        writeCases("nobody;0800 1234567;B;switchboard;none");

        assertThat(run("test", ruleSet, "--propose")).as(err.toString()).isEqualTo(ExitCode.FINE);
        Files.writeString(Path.of(ruleSet, "tests/proposed.csv"), out.toString());

        assertThat(run("test", ruleSet)).as(out.toString()).isEqualTo(ExitCode.FINE);
        assertThat(out.toString()).contains("1 of 1 rule counted", "2 cases, 2 passed");
        assertThat(run("test", ruleSet, "--propose")).isEqualTo(ExitCode.FINE);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("nothing to propose");
    }

    @Test
    void test_cases_find_customers_and_people_in_csv_files() throws Exception {
        writeCases("a VIP;0800 1234567;;vip;vip");
        Path crm = Files.createDirectories(folder.resolve("crm"));
        Files.writeString(
                crm.resolve("customers.csv"), "id;customerClass;numbers\nK-1;A;" + SmallTenant.VIP + "\n;B;0301\n");

        assertThat(run("test", ruleSet, "--customers", crm.toString()))
                .as(err.toString() + out)
                .isEqualTo(ExitCode.FINE);
        assertThat(err.toString()).contains("1 rows of", "were not taken");
        assertThat(run(
                        "test",
                        ruleSet,
                        "--customers",
                        crm.resolve("customers.csv").toString()))
                .isEqualTo(ExitCode.FINE);
        assertThat(run("test", ruleSet)).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void all_that_is_wrong_with_a_customer_is_told_at_once() {
        int exitCode = route(
                "--calling",
                SmallTenant.VIP,
                "--customer",
                "{\"customerClas\":\"A\",\"dunningLevel\":-1,\"since\":\"yesterday\",\"offers\":[3],\"customerClass\":\"Q\"}");

        assertThat(exitCode).isEqualTo(ExitCode.WRONG_USE);
        assertThat(err.toString())
                .contains("Did you mean 'customerClass'?", "dunningLevel", "since", "offers", "no class 'Q'");
    }

    @Test
    void customers_are_imported_offline_and_then_known() throws Exception {
        Path customers =
                Files.writeString(folder.resolve("kunden.csv"), SmallTenant.CUSTOMERS.replace("id;", "Kd-Nr;"));
        String data = folder.resolve("data").toString();

        int exitCode = run(
                "import",
                "--tenant",
                "small",
                "--customers",
                customers.toString(),
                "--map",
                "Kd-Nr=id",
                "--data",
                data,
                "--rule-set",
                ruleSet);

        assertThat(exitCode).as(out + err.toString()).isZero();
        assertThat(out.toString()).contains("customers: published. 2 rows read, 2 good, 0 in quarantine; 2 live now.");
        route("--calling", SmallTenant.VIP, "--customers", data);
        assertThat(out.toString()).contains("1. vip-desk");
    }

    @Test
    void rows_in_quarantine_are_findings() throws Exception {
        Path people = Files.writeString(folder.resolve("people.csv"), "id;name;number\na;A;+4930555333\nb;B;none\n");

        int exitCode = run(
                "import",
                "--tenant",
                "small",
                "--people",
                people.toString(),
                "--data",
                folder.resolve("data").toString(),
                "--rule-set",
                ruleSet);

        assertThat(exitCode).isEqualTo(ExitCode.FINDINGS);
        assertThat(out.toString()).contains("people: published", "1 in quarantine", "people.csv.quarantine.csv");
        assertThat(folder.resolve("people.csv.quarantine.csv")).content().contains("none");
    }

    @Test
    void customers_are_imported_through_a_running_server() throws Exception {
        Path data = folder.resolve("data");
        Path customers = Files.writeString(folder.resolve("kunden.csv"), SmallTenant.CUSTOMERS + "3;C;none;A\n");
        try (Stellwerk stellwerk =
                Stellwerk.start(SmallTenant.configuration(data, new TenantFolder("small", Path.of(ruleSet))))) {
            String server = "http://127.0.0.1:" + stellwerk.managementPort();

            int exitCode = run(
                    "import",
                    "--tenant",
                    "small",
                    "--customers",
                    customers.toString(),
                    "--server",
                    server,
                    "--token",
                    SmallTenant.TOKEN);

            assertThat(exitCode).isEqualTo(ExitCode.FINDINGS);
            assertThat(out.toString()).contains("3 rows read, 2 good, 1 in quarantine; 2 live now");
            assertThat(folder.resolve("kunden.csv.quarantine.csv")).content().contains("none");
            assertThat(run(
                            "import",
                            "--tenant",
                            "small",
                            "--customers",
                            customers.toString(),
                            "--server",
                            server,
                            "--token",
                            "wrong"))
                    .isEqualTo(ExitCode.FAULT);
            assertThat(err.toString()).contains("401");
            assertThat(run(
                            "import",
                            "--tenant",
                            "small",
                            "--customers",
                            customers.toString(),
                            "--data",
                            data.toString(),
                            "--rule-set",
                            ruleSet))
                    .isEqualTo(ExitCode.FAULT);
            assertThat(err.toString()).contains("in use");
        }
    }

    @Test
    void a_server_that_is_not_there_is_a_fault_outside() throws Exception {
        Path customers = Files.writeString(folder.resolve("kunden.csv"), SmallTenant.CUSTOMERS);

        int exitCode = run(
                "import", "--tenant", "small", "--customers", customers.toString(), "--server", "http://127.0.0.1:1");

        assertThat(exitCode).isEqualTo(ExitCode.FAULT);
        assertThat(err.toString()).contains("Nobody answers");
    }

    @Test
    void a_wrong_configuration_tells_all_errors() throws Exception {
        Path config = Files.writeString(folder.resolve("stellwerk.yaml"), "managment: {}\nserver: {drainTime: soon}\n");

        assertThat(run("serve", "--config", config.toString())).isEqualTo(ExitCode.WRONG_USE);

        assertThat(err.toString()).contains("Did you mean 'management'?", "server.drainTime (line 2)");
    }

    @Test
    void a_tenant_with_errors_stops_serve_with_its_findings() throws Exception {
        breakTable();
        Path config = Files.writeString(
                folder.resolve("stellwerk.yaml"),
                "carrierHttp: {port: 0}\nmanagement: {port: 0}\ntenants: [{id: small, ruleSet: rules}]\n");

        assertThat(run("serve", "--config", config.toString())).isEqualTo(ExitCode.FINDINGS);

        assertThat(err.toString()).contains("Tenant small: 2 errors", "Did you mean 'vip'?");
    }
}
