package io.stellwerk.server.config;

import java.nio.file.Path;

/**
 * A tenant that is served.
 *
 * @param id as its tenant.yaml says
 * @param ruleSet the folder of its rule set
 */
public record TenantFolder(String id, Path ruleSet) {}
