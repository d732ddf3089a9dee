package io.stellwerk.rules.read;

/** A value of a rule set with the element of its file that says so. */
public record Placed<T>(T value, Element at) {}
