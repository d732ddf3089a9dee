package io.stellwerk.engine.route;

import java.time.Duration;
import java.util.Optional;

/**
 * One step of a route plan.
 *
 * @param goal where the step leads
 * @param hours when it is open; empty for always
 * @param sharePercent 1 to 100: neighbouring steps with a share are alternatives, one is tried first by lot; 0 for a step
 *     that is tried in its order
 * @param ringTimeout instead of the target's own
 */
public record PlanStep(Goal goal, Optional<OpeningHours> hours, int sharePercent, Optional<Duration> ringTimeout) {

    public PlanStep {
        if (sharePercent < 0 || sharePercent > 100) {
            throw new IllegalArgumentException("A share is 1 to 100 percent, or 0 for none: " + sharePercent);
        }
    }

    /** Open at any time and without a lot. */
    public boolean unconditional() {
        return hours.isEmpty() && sharePercent == 0;
    }

    /** Where a step leads. */
    public sealed interface Goal {

        /** A target of {@code targets.yaml}. */
        record ToTarget(String targetId) implements Goal {
            @Override
            public String text() {
                return targetId;
            }
        }

        /** A person of the directory; his deputy is tried after him. */
        record ToPerson(Template personId) implements Goal {
            @Override
            public String text() {
                return "person:" + personId.text();
            }
        }

        /** All that another plan leads to. */
        record ToPlan(String planId) implements Goal {
            @Override
            public String text() {
                return planId;
            }
        }

        /** As its author wrote it. */
        String text();
    }
}
