package io.stellwerk.rules.lower;

/** A segment as a fact of the session; equal ones are one fact. */
record Segment(String name) {}
