package io.stellwerk.rules.table;

import io.stellwerk.rules.fact.FactField;

/** A condition column: the fact that its cells test. */
public record Condition(FactField fact, ColumnOperator operator) {}
