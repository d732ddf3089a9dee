package io.stellwerk.rules.drl;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What stands between a rule's name and its conditions.
 *
 * @param group the name of the activation group, with its place
 */
record RuleHeader(
        int salience,
        boolean enabled,
        Optional<Instant> effective,
        Optional<Instant> expires,
        Optional<Token> group,
        Map<String, String> metadata) {

    RuleHeader {
        metadata = Map.copyOf(metadata);
    }
}
