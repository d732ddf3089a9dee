package io.stellwerk.rules.check;

import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.lower.LoweredRules;
import io.stellwerk.rules.lower.Strata;
import io.stellwerk.rules.read.RuleSetSource;
import io.stellwerk.rules.space.Surroundings;
import io.stellwerk.rules.table.DecisionTable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules to which witnesses are put: lowered when the first of them is sought, since most rule sets need none. */
final class Trials {

    private final List<DecisionTable> tables;
    private final List<DrlRule> rules;
    private final FactDictionary dictionary;
    private final Surroundings where;
    private final Collection<String> plans;

    @SuppressWarnings("NullableOptional") // Null until somebody asks.
    private @Nullable Optional<Trial> trial;

    Trials(
            List<DecisionTable> tables,
            List<DrlRule> rules,
            FactDictionary dictionary,
            Surroundings where,
            Collection<String> plans) {
        this.tables = tables;
        this.rules = rules;
        this.dictionary = dictionary;
        this.where = where;
        this.plans = plans;
    }

    static Trials of(RuleSetSource source, Holidays holidays, NumberPlan numbers) {
        return new Trials(
                source.tables(),
                source.rules(),
                source.dictionary(),
                Terrain.surroundings(source, holidays, numbers),
                source.plans().keySet());
    }

    /** Empty if no order of the rules is right, so that they cannot be asked. */
    Optional<Trial> trial() {
        if (trial == null) {
            trial = Strata.of(tables, rules).contradictory().isEmpty()
                    ? Optional.of(new Trial(LoweredRules.of(tables, rules, dictionary), where, plans))
                    : Optional.empty();
        }
        return trial;
    }
}
