package io.stellwerk.server.tenant;

import io.stellwerk.rules.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Rule sets have errors, so the server does not start. */
public final class RuleSetRefusedException extends Exception {

    private final transient Map<String, List<Finding>> findings;

    RuleSetRefusedException(Map<String, List<Finding>> findings) {
        super("The rule sets of these tenants have errors: " + String.join(", ", new TreeMap<>(findings).keySet()));
        this.findings = Map.copyOf(findings);
    }

    /** By tenant. */
    public Map<String, List<Finding>> findings() {
        return new TreeMap<>(findings);
    }
}
