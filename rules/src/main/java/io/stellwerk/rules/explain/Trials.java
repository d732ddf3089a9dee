package io.stellwerk.rules.explain;

import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.TraceEvent;
import io.stellwerk.rules.explain.RuleTrial.FailedCondition;
import io.stellwerk.rules.explain.RuleTrial.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what became of each rule from the events of one decision. One thread. */
final class Trials {

    private final RuleBook rules;
    private final Discretion discretion;
    private final Map<RuleId, RuleTrial> deriving = new HashMap<>();
    private final Map<RuleId, RuleTrial> deciding = new LinkedHashMap<>();

    Trials(RuleBook rules, Discretion discretion) {
        this.rules = rules;
        this.discretion = discretion;
    }

    void note(TraceEvent event) {
        if (event instanceof TraceEvent.NotMatched row) {
            Map<RuleId, RuleTrial> trials = rules.derives(row.rule()) ? deriving : deciding;
            trials.putIfAbsent(row.rule(), notMatched(row));
        } else if (event instanceof TraceEvent.Counted counted) {
            deriving.put(counted.rule(), RuleTrial.of(rules.ref(counted.rule()), Outcome.COUNTED));
        } else if (event instanceof TraceEvent.Skipped skipped) {
            deciding.put(skipped.rule(), RuleTrial.skipped(rules.ref(skipped.rule()), skipped.missingPlan()));
        } else if (event instanceof TraceEvent.Decided decided) {
            deciding.put(decided.by(), RuleTrial.of(rules.ref(decided.by()), Outcome.DECIDED));
        } else if (event instanceof TraceEvent.AlsoMatched also) {
            deciding.put(also.rule(), RuleTrial.of(rules.ref(also.rule()), Outcome.ALSO_MATCHED));
        }
    }

    private RuleTrial notMatched(TraceEvent.NotMatched row) {
        String actual = rules.fact(row.fact())
                .filter(field -> !row.actual().isEmpty())
                .map(field -> discretion.value(field, row.actual()))
                .orElse(row.actual());
        return RuleTrial.notMatched(rules.ref(row.rule()), new FailedCondition(row.fact(), row.condition(), actual));
    }

    /** In the order of the files. */
    List<RuleTrial> deriving() {
        List<RuleTrial> inOrder = new ArrayList<>(deriving.size());
        for (RuleBook.Entry entry : rules.entries()) {
            RuleTrial trial = deriving.get(entry.rule().id());
            if (trial != null) {
                inOrder.add(trial);
            }
        }
        return inOrder;
    }

    /** In order of precedence. */
    List<RuleTrial> deciding() {
        return List.copyOf(deciding.values());
    }
}
