package io.stellwerk.engine.rule;

import io.stellwerk.engine.decision.DefaultReason;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.route.ReleaseCause;

/** What the deciding rules said. */
public sealed interface Ruling {

    /** To a plan, or to {@code person:<id>}; known to exist when the rule fired. */
    record RouteTo(String planRef, RuleId by) implements Ruling {}

    record Refuse(ReleaseCause cause, RuleId by) implements Ruling {}

    /** No rule matched. */
    record Silent() implements Ruling {}

    /** The evaluation was given up. */
    record GivenUp(DefaultReason reason) implements Ruling {}

    Ruling SILENT = new Silent();
}
