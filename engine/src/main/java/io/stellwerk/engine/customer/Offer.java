package io.stellwerk.engine.customer;

import java.math.BigDecimal;

/**
 * An offer that the customer has not answered yet.
 *
 * @param owner id of the person who made it; empty if nobody owns it
 * @param value in the tenant's currency
 */
public record Offer(String owner, BigDecimal value) {}
