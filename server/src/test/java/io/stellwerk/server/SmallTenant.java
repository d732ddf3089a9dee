package io.stellwerk.server;

import io.stellwerk.connector.carrier.CarrierAccess;
import io.stellwerk.connector.carrier.KeyHash;
import io.stellwerk.engine.call.Carrier;
import io.stellwerk.server.config.CarrierHttp;
import io.stellwerk.server.config.Configuration;
import io.stellwerk.server.config.Management;
import io.stellwerk.server.config.TenantFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A tenant with one hotline: customers of class A go to the VIP desk, which overflows to nobody; everybody else takes the
 * default route to the switchboard.
 */
public final class SmallTenant {

    public static final String NUMBER = "+498001234567";
    /** Of the customer of class A. */
    public static final String VIP = "+4930555111";

    public static final String KEY = "a-long-random-key";
    public static final String TOKEN = "a-long-random-token";
    public static final String CUSTOMERS =
            "id;name;numbers;customerClass\n1;Erika Muster;" + VIP + ";A\n2;Max Muster;+4930555222;B\n";

    private static final Map<String, String> FILES = Map.of(
            "tenant.yaml",
            """
            tenant: small
            name: Small
            timeZone: Europe/Berlin
            country: DE
            holidays: DE-BE
            """,
            "hotlines.yaml",
            """
            hotlines:
              - { id: service, name: Service, number: "+498001234567", defaultPlan: switchboard }
            """,
            "targets.yaml",
            """
            targets:
              - { id: vip-desk, name: VIP desk, uri: "sip:vip@pbx.small.example" }
              - { id: vip-deputy, name: VIP deputy, uri: "sip:vip2@pbx.small.example" }
              - { id: desk, name: Switchboard, uri: "sip:desk@pbx.small.example" }
            """,
            "plans.yaml",
            """
            plans:
              - id: vip
                name: VIP
                steps: [{ target: vip-desk }, { target: vip-deputy }]
              - id: switchboard
                name: Switchboard
                steps: [{ target: desk }]
            """,
            "calendars.yaml",
            "calendars: []\n",
            "rules/01-vip.csv",
            "id;customer.customerClass;=> plan\nvip;A;vip\n");

    private SmallTenant() {}

    public static Path write(Path folder) throws IOException {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(Optional.ofNullable(path.getParent()).orElse(folder));
            Files.writeString(path, file.getValue());
        }
        return folder;
    }

    /** Any two ports, one carrier with a key that is trusted for asserted identities. */
    public static Configuration configuration(Path dataDirectory, TenantFolder... tenants) {
        Carrier carrier = new Carrier("nordnetz", "DE", true, Set.of(), Duration.ofSeconds(1), Duration.ofSeconds(2));
        return new Configuration(
                dataDirectory,
                Duration.ofSeconds(1),
                1,
                new CarrierHttp(
                        "127.0.0.1",
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        false,
                        Duration.ofSeconds(10),
                        100,
                        100,
                        Duration.ofSeconds(10)),
                new Management("127.0.0.1", 0, Optional.of(KeyHash.of(TOKEN)), false),
                List.of(CarrierAccess.byKeys(carrier, KeyHash.of(KEY))),
                List.of(tenants));
    }
}
