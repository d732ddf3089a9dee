package io.stellwerk.server.tenant;

import java.nio.file.Path;

/** Where the data directory keeps what belongs to one tenant. */
public record TenantFiles(Path folder) {

    public static TenantFiles of(Path dataDirectory, String tenant) {
        return new TenantFiles(dataDirectory.resolve("tenants").resolve(tenant));
    }

    /** Generations of customers and people. */
    public Path customers() {
        return folder.resolve("customers");
    }

    /** Uploads being read, and the rows that were not taken. */
    public Path imports() {
        return folder.resolve("imports");
    }

    Path targetStatus() {
        return folder.resolve("target-status.json");
    }

    Path ruleSetVersion() {
        return folder.resolve("rule-set.json");
    }
}
