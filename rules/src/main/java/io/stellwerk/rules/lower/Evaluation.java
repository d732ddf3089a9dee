package io.stellwerk.rules.lower;

import io.stellwerk.engine.call.Deadline;
import io.stellwerk.engine.decision.DefaultReason;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.engine.rule.Ruling;
import io.stellwerk.engine.rule.Verdict;
import io.stellwerk.rules.index.FactValues;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.drools.model.Drools;
import org.jspecify.annotations.Nullable;

/** One call's way through the rules: what they read, what they have said so far, and how far they may go. One thread. */
final class Evaluation implements Turn {

    /** A step takes a microsecond or less, reading the clock a tenth of that. */
    private static final int STEPS_A_CLOCK_READING = 8;

    private final FactValues values;
    private final Function<String, Optional<String>> factText;
    private final Predicate<String> exists;
    private final Deadline deadline;
    private final DecisionTrace trace;
    private final boolean explained;
    private final int maxSteps;
    private final Set<String> segments;
    private final Set<String> announcements = new LinkedHashSet<>();
    /** By activation group the rule that has spoken; null as long as none has. */
    private @Nullable Map<String, RuleId> firstOfGroup;

    private final SegmentsSoFar segmentsSoFar = new SegmentsSoFar(this);

    private Ruling ruling = Ruling.SILENT;
    private int stepsTaken;

    /** @param segments empty; the set that {@code values} reads them from */
    Evaluation(
            FactValues values,
            Set<String> segments,
            Function<String, Optional<String>> factText,
            Predicate<String> exists,
            Deadline deadline,
            DecisionTrace trace,
            int steps) {
        this.values = values;
        this.segments = segments;
        this.factText = factText;
        this.exists = exists;
        this.deadline = deadline;
        this.trace = trace;
        this.explained = trace.wanted() && trace.thorough();
        this.maxSteps = steps;
    }

    @Override
    public @Nullable Hit take(HitSource source) {
        return maySpend() ? source.hit(this) : null;
    }

    /** The fact for what chains. */
    SegmentsSoFar segmentsSoFar() {
        return segmentsSoFar;
    }

    FactValues values() {
        return values;
    }

    /** Whether it shall also be told what did not come about. */
    boolean explained() {
        return explained;
    }

    void note(TraceEvent event) {
        trace.note(event);
    }

    /** A fact for a plan's template. */
    Optional<String> factText(String name) {
        return factText.apply(name);
    }

    boolean exists(String planRef) {
        return exists.test(planRef);
    }

    /** Whether another step may be made; if not, the evaluation has been given up. What is decided stays decided. */
    boolean maySpend() {
        if (decided()) {
            return true;
        }
        if (ruling == Ruling.SILENT && stepsTaken++ >= maxSteps) {
            ruling = new Ruling.GivenUp(DefaultReason.STEP_LIMIT);
        } else if (ruling == Ruling.SILENT && stepsTaken % STEPS_A_CLOCK_READING == 1 && deadline.passed()) {
            ruling = new Ruling.GivenUp(DefaultReason.DEADLINE);
        }
        return ruling == Ruling.SILENT;
    }

    /** Whether a rule has decided. */
    boolean decided() {
        return ruling instanceof Ruling.RouteTo || ruling instanceof Ruling.Refuse;
    }

    void decide(Ruling decided, LoweredRow by) {
        ruling = decided;
        if (trace.wanted()) {
            trace.note(new TraceEvent.Decided(by.id()));
        }
        for (String announcement : by.announcements()) {
            announce(announcement, by.id());
        }
    }

    /** Adds what a deriving row says; whether a segment is a new one. */
    boolean derive(LoweredRow by) {
        boolean grown = false;
        noteCounted(by);
        for (String segment : by.segments()) {
            grown |= derive(segment, by.id());
        }
        for (String announcement : by.announcements()) {
            announce(announcement, by.id());
        }
        return grown;
    }

    /** Whether the row has something to say that has not been said, and no other of its activation group has spoken. */
    boolean mayDerive(LoweredRow row) {
        if (row.activationGroup().isPresent()
                && !isFirst(row.id(), row.activationGroup().get())) {
            return false;
        }
        boolean said = segments.containsAll(row.segments()) && announcements.containsAll(row.announcements());
        if (said) {
            noteCounted(row);
        }
        return !said;
    }

    private void noteCounted(LoweredRow row) {
        if (trace.wanted()) {
            trace.note(new TraceEvent.Counted(row.id()));
        }
    }

    private boolean isFirst(RuleId rule, String group) {
        if (firstOfGroup == null) {
            firstOfGroup = new HashMap<>();
        }
        RuleId first = firstOfGroup.putIfAbsent(group, rule);
        return first == null || first.equals(rule);
    }

    private boolean derive(String segment, RuleId by) {
        boolean fresh = segments.add(segment);
        if (fresh && trace.wanted()) {
            trace.note(new TraceEvent.Derived(by, segment));
        }
        return fresh;
    }

    /** Has what chains looked at again. */
    void segmentsGrew(Drools session) {
        session.update(segmentsSoFar);
    }

    void announce(String announcement, RuleId by) {
        if (announcements.add(announcement) && trace.wanted()) {
            trace.note(new TraceEvent.Announced(by, announcement));
        }
    }

    Verdict verdict() {
        return new Verdict(List.copyOf(segments), List.copyOf(announcements), ruling);
    }
}
