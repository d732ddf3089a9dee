package io.stellwerk.server.demo;

import io.stellwerk.connector.carrier.CarrierAccess;
import io.stellwerk.console.TenantAdministration.TenantSummary;
import io.stellwerk.engine.call.Carrier;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.server.Stellwerk;
import io.stellwerk.server.config.CarrierHttp;
import io.stellwerk.server.config.Configuration;
import io.stellwerk.server.config.Management;
import io.stellwerk.server.config.TenantFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shows a running server with the sample tenant: asks all sample calls and tells where to go on. */
public final class Demonstration {

    private static final String LOOPBACK = "127.0.0.1";
    private static final String CARRIER = "nordnetz";
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEEE yyyy-MM-dd HH:mm", Locale.ENGLISH);
    /** These load classes and let the compiler see what is hot. */
    private static final int WARM_UP = 300;

    private final SampleFiles samples;
    private final Stellwerk stellwerk;
    private final DemoClock clock;
    private final PrintWriter out;

    /** @param clock by which the server decides calls */
    public Demonstration(SampleFiles samples, Stellwerk stellwerk, DemoClock clock, PrintWriter out) {
        this.samples = samples;
        this.stellwerk = stellwerk;
        this.clock = clock;
        this.out = out;
    }

    /**
     * The sample tenant on the loopback; nobody needs a key or token.
     *
     * @param portsFrom of the carriers, the next one for management; 0 for any two
     */
    public static Configuration configuration(SampleFiles samples, Path dataDirectory, int portsFrom) {
        Carrier carrier = new Carrier(CARRIER, "DE", true, Set.of(), Duration.ofMillis(400), Duration.ofSeconds(2));
        CarrierHttp http = new CarrierHttp(
                LOOPBACK,
                portsFrom,
                Optional.empty(),
                Optional.of(CARRIER),
                false,
                Duration.ofMillis(500),
                1000,
                1000,
                Duration.ofSeconds(60));
        return new Configuration(
                dataDirectory,
                Duration.ofSeconds(2),
                Math.max(1, Runtime.getRuntime().availableProcessors()),
                http,
                new Management(LOOPBACK, portsFrom == 0 ? 0 : portsFrom + 1, Optional.empty(), true),
                List.of(new CarrierAccess(carrier, List.of(), Set.of(), Set.of())),
                List.of(new TenantFolder(samples.tenant(), samples.ruleSet())));
    }

    /** @return whether every call got an answer */
    public boolean show() throws IOException, InterruptedException {
        List<SampleScenario> scenarios = SampleScenario.read(samples.scenarios());
        Instant officeHours = scenarios.get(0).at();
        SampleTable table = new SampleTable(out, this::hotline);
        CarrierClient client = new CarrierClient(stellwerk.carrierPort());
        List<SampleAnswer> answers = new ArrayList<>();
        try {
            clock.stopAt(officeHours);
            for (SampleCall call : SampleCall.read(samples.calls())) {
                answers.add(client.ask(call));
            }
            introduce(answers.size(), officeHours);
            table.heading();
            SampleTable.chosen(answers, answer -> answer.call().scenario(), 2)
                    .forEach(answer -> table.line(answer.call().scenario(), answer));
            showOtherTimes(scenarios, officeHours, client, table);
        } finally {
            clock.goOn();
        }
        out.println();
        table.totals(answers);
        out.println();
        table.times(answers.subList(Math.min(WARM_UP, answers.size() / 2), answers.size()));
        goOn();
        return answers.stream().allMatch(answer -> answer.status() == 200);
    }

    private void introduce(int calls, Instant officeHours) {
        TenantSummary tenant = stellwerk.tenants().tenants().get(0);
        out.println();
        out.println(String.format(
                Locale.ROOT,
                "  %s: %,d customers, %d hotlines. %,d sample calls were asked over HTTP as if it were",
                tenant.name(),
                tenant.customers(),
                tenant.hotlines(),
                calls));
        out.println("  " + text(officeHours) + "; some of each kind:");
        out.println();
    }

    private void showOtherTimes(
            List<SampleScenario> scenarios, Instant officeHours, CarrierClient client, SampleTable table)
            throws IOException, InterruptedException {
        List<SampleScenario> others = scenarios.stream()
                .filter(each ->
                        !each.at().equals(officeHours) || !each.outOfService().isEmpty())
                .toList();
        out.println();
        out.println("  At other times, and with targets out of service:");
        for (SampleScenario scenario :
                SampleTable.chosen(others, each -> each.call().scenario(), 1)) {
            clock.stopAt(scenario.at());
            table.line(scenario.call().scenario(), askWithout(scenario, client));
        }
    }

    private SampleAnswer askWithout(SampleScenario scenario, CarrierClient client)
            throws IOException, InterruptedException {
        setInService(scenario.outOfService(), false);
        try {
            return client.ask(scenario.call());
        } finally {
            setInService(scenario.outOfService(), true);
        }
    }

    private void setInService(Set<String> targets, boolean inService) throws IOException {
        for (String target : targets) {
            if (stellwerk
                    .tenants()
                    .setInService(samples.tenant(), target, inService)
                    .isEmpty()) {
                throw new IOException("The sample tenant has no target '" + target + "'.");
            }
        }
    }

    private String text(Instant instant) {
        ZoneId zone = stellwerk
                .tenants()
                .served()
                .tenant(samples.tenant())
                .orElseThrow()
                .ruleSet()
                .tenant()
                .zone();
        return DAY_AND_TIME.format(instant.atZone(zone)) + " in " + zone;
    }

    private void goOn() {
        String carriers = "http://" + LOOPBACK + ":" + stellwerk.carrierPort();
        String management = "http://" + LOOPBACK + ":" + stellwerk.managementPort();
        out.println();
        out.println("  Carriers ask at   " + carriers + "/v1/route   (no key: this port is on the loopback only)");
        out.println("  Management        " + management + "/api   /health   /ready   /metrics   (no token, likewise)");
        out.println();
        out.println("  From now on the clock is that of the present. Ask it yourself:");
        out.println("    curl -s " + carriers + "/v1/route -H 'Content-Type: application/json' \\");
        out.println("      -d '{\"requestId\":\"my-1\",\"called\":\"+498001002010\",\"calling\":\"+491713920005\"}'");
        out.println("  Take a target out of service, and ask again with another requestId:");
        out.println("    curl -s -X PUT " + management
                + "/api/tenants/nordlicht/targets/kiel-leitung/status -d '{\"inService\":false}'");
        out.println("  Edit samples/nordlicht/rules/*.csv, and make it live:");
        out.println("    curl -s -X POST " + management + "/api/tenants/nordlicht/rule-set/reload");
        out.println("  See why a call goes where it goes, at any time, with any customer:");
        out.println("    ./stellwerk route samples/nordlicht --called 08001002010 --calling +491713920005 \\");
        out.println(
                "      --customer '{\"customerClass\":\"A\",\"dunningLevel\":2}' --at 2026-12-24T10:00+01:00 --explain");
        out.println();
    }

    private String hotline(String dialled) {
        Map<String, String> byEnd = new HashMap<>();
        stellwerk.tenants().served().all().forEach(tenant -> {
            for (Hotline hotline : tenant.ruleSet().hotlines()) {
                byEnd.put(end(hotline.number().e164()), hotline.id());
            }
        });
        return byEnd.getOrDefault(end(dialled.replaceAll("@.*", "").replaceAll("[^0-9]", "")), dialled);
    }

    /** The last digits tell one service number from another in every spelling. */
    private static String end(String digits) {
        return digits.substring(Math.max(0, digits.length() - 7));
    }
}
