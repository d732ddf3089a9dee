package io.stellwerk.engine.router;

import io.stellwerk.engine.port.CustomerDirectory;
import io.stellwerk.engine.port.TargetStatus;
import io.stellwerk.engine.rule.RuleSet;

/** What serves a tenant's calls at one moment: read once for a call, so that it sees no mixture. */
public record LiveTenant(RuleSet ruleSet, CustomerDirectory customers, TargetStatus targetStatus) {}
