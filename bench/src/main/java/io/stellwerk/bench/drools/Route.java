package io.stellwerk.bench.drools;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the actions of rules call in standard Drools. It stands for three of our deliberate differences: the first decision
 * counts, a plan that leads nowhere decides nothing, and announcements of a deciding rule count only if it decides.
 */
public final class Route {

    private final Predicate<String> exists;
    private final Set<String> announcements = new LinkedHashSet<>();
    private Optional<String> decision = Optional.empty();
    /** What the rule has said that fires at the moment. */
    private final List<String> announced = new ArrayList<>();

    private Optional<String> decided = Optional.empty();
    private boolean skipped;

    Route(Predicate<String> exists) {
        this.exists = exists;
    }

    /** To a plan. */
    public void to(String plan) {
        if (exists.test(plan)) {
            decided = Optional.of("to " + plan);
        } else {
            skipped = true;
        }
    }

    /** Refuses by a word. */
    public void reject(String word) {
        decided = Optional.of("reject " + word);
    }

    /** Plays before the call is put through. */
    public void announce(String announcement) {
        announced.add(announcement);
    }

    /** A rule has done what it does. */
    void fired(String rule) {
        if (decided.isPresent() && decision.isEmpty()) {
            decision = Optional.of(rule + " " + decided.get());
            announcements.addAll(announced);
        } else if (decided.isEmpty() && !skipped) {
            announcements.addAll(announced);
        }
        announced.clear();
        decided = Optional.empty();
        skipped = false;
    }

    /** The rule and what it said. */
    Optional<String> decision() {
        return decision;
    }

    List<String> announcements() {
        return List.copyOf(announcements);
    }
}
