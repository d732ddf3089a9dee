package io.stellwerk.engine.route;

import io.stellwerk.engine.call.ServiceNumber;

/**
 * A service number with what its owner says about it.
 *
 * @param id unique within the rule set
 * @param tariffClass what the caller pays, such as {@code freephone}
 * @param defaultPlanId the plan whose unconditional targets are the default route
 */
public record Hotline(String id, String name, ServiceNumber number, String tariffClass, String defaultPlanId) {}
