package io.stellwerk.rules;

import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.rule.RuleSet;
import io.stellwerk.rules.lower.LoweredRules;
import io.stellwerk.rules.read.RuleSetFiles;
import io.stellwerk.rules.read.RuleSetSource;

/** From the files of a rule set to what the engine decides with. Any thread. */
public final class RuleSets {

    private RuleSets() {}

    /**
     * Reads, checks and lowers a rule set.
     *
     * @param numbers tells the checks which sample calls there can be
     * @param version counts up with each publication, from 1; 0 for a rule set that is not published
     */
    public static Compilation compile(RuleSetFiles files, Holidays holidays, NumberPlan numbers, int version) {
        RuleSetReading reading = RuleSetReader.read(files, holidays, numbers);
        return new Compilation(
                reading.source(), reading.source().map(source -> ruleSet(source, version)), reading.findings());
    }

    private static RuleSet ruleSet(RuleSetSource source, int version) {
        return new RuleSet(
                source.tenant(),
                version,
                source.hotlines(),
                source.targets(),
                source.plans(),
                source.calendars(),
                source.people(),
                LoweredRules.of(source.tables(), source.rules(), source.dictionary()));
    }
}
