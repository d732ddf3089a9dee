package io.stellwerk.engine.customer;

/** The type of an attribute that the tenant declares. */
public enum AttributeType {
    TEXT,
    NUMBER,
    YES_NO,
    DATE,
    ONE_OF
}
