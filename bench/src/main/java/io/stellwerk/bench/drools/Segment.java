package io.stellwerk.bench.drools;

/** What rules derive, for standard Drools. */
public record Segment(String name) {

    /** Standard Drools reads properties by getters. */
    public String getName() {
        return name;
    }
}
