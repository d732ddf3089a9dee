package io.stellwerk.server.demo;

import io.stellwerk.connector.carrier.CarrierAccess;
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
import java.time.ZonedDateTime;
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
    private static final DateTimeFormatter NOW = DateTimeFormatter.ofPattern("EEEE yyyy-MM-dd HH:mm", Locale.ENGLISH);
    /** These load classes and let the compiler see what is hot. */
    private static final int WARM_UP = 300;

    private final SampleFiles samples;
    private final Stellwerk stellwerk;
    private final PrintWriter out;

    public Demonstration(SampleFiles samples, Stellwerk stellwerk, PrintWriter out) {
        this.samples = samples;
        this.stellwerk = stellwerk;
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
        CarrierClient client = new CarrierClient(stellwerk.carrierPort());
        SampleTable table = new SampleTable(out, this::hotline);
        List<SampleAnswer> answers = new ArrayList<>();
        for (SampleCall call : SampleCall.read(samples.calls())) {
            answers.add(client.ask(call));
        }
        introduce(answers.size());
        table.heading();
        SampleTable.chosen(answers).forEach(answer -> table.line(answer.call().scenario(), answer));
        showOutage(answers, client, table);
        out.println();
        table.totals(answers);
        out.println();
        table.times(answers.subList(Math.min(WARM_UP, answers.size() / 2), answers.size()));
        goOn();
        return answers.stream().allMatch(answer -> answer.status() == 200);
    }

    private void introduce(int calls) {
        var tenant = stellwerk.tenants().tenants().get(0);
        ZonedDateTime now = ZonedDateTime.now(stellwerk
                .tenants()
                .served()
                .tenant(samples.tenant())
                .orElseThrow()
                .ruleSet()
                .tenant()
                .zone());
        out.println();
        out.println(String.format(
                Locale.ROOT,
                "  %s: %,d customers, %d hotlines. %,d sample calls were asked over HTTP; one of each kind:",
                tenant.name(),
                tenant.customers(),
                tenant.hotlines(),
                calls));
        out.println("  (It is " + NOW.format(now) + " there, and opening hours count.)");
        out.println();
    }

    /** The first target of the first call goes out of service for a moment, and the same caller asks again. */
    private void showOutage(List<SampleAnswer> answers, CarrierClient client, SampleTable table)
            throws IOException, InterruptedException {
        SampleAnswer first = answers.get(0);
        String target = first.target();
        if (stellwerk.tenants().setInService(samples.tenant(), target, false).isEmpty()) {
            return;
        }
        try {
            table.line("the same with its target down", client.ask(first.call()));
        } finally {
            stellwerk.tenants().setInService(samples.tenant(), target, true);
        }
    }

    private void goOn() {
        String carriers = "http://" + LOOPBACK + ":" + stellwerk.carrierPort();
        String management = "http://" + LOOPBACK + ":" + stellwerk.managementPort();
        out.println();
        out.println("  Carriers ask at   " + carriers + "/v1/route   (no key: this port is on the loopback only)");
        out.println("  Management        " + management + "/api   /health   /ready   /metrics   (no token, likewise)");
        out.println();
        out.println("  Ask it yourself:");
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
