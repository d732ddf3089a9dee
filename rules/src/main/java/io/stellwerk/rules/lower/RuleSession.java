package io.stellwerk.rules.lower;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import java.util.List;
import org.drools.model.DSL;
import org.drools.model.Drools;
import org.drools.model.Rule;
import org.drools.model.Variable;
import org.drools.model.functions.Block2;
import org.drools.model.functions.Function1;
import org.drools.model.functions.HashedExpression;
import org.drools.model.impl.ModelImpl;
import org.drools.modelcompiler.KieBaseBuilder;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.KeepReferenceOption;

/** The rules in Drools: one for each table, drawing its hits from it; a session of its own for each evaluation. */
final class RuleSession {

    private static final String PACKAGE = "io.stellwerk.tables";

    private final KieBase rules;
    private final KieSessionConfiguration configuration;
    private final boolean chains;

    /** @param tables in the order in which they run, which Drools keeps by salience */
    RuleSession(List<LoweredTable> tables) {
        ModelImpl model = new ModelImpl();
        for (int i = 0; i < tables.size(); i++) {
            model.addRule(lowered(tables.get(i), tables.size() - i));
        }
        rules = KieBaseBuilder.createKieBaseFromModel(model);
        chains = tables.stream().anyMatch(LoweredTable::chains);
        configuration = KieServices.get().newKieSessionConfiguration();
        configuration.setOption(KeepReferenceOption.NO);
        // ThreadSafeOption.NO would be a little faster, but then Drools passes a consequence its facts in an array that
        // all sessions share: under load calls would take each other's decisions.
        rehearse();
    }

    /**
     * Fires every rule once without effect. Drools prepares consequences when they first run, and writes that down
     * without synchronisation: here it happens before any other thread sees the rules.
     */
    private void rehearse() {
        run(table -> session -> {});
    }

    /**
     * Drools keeps no reference to the session, and there is nothing in it to close, so it is left to the collector:
     * disposing of it would cost every call half a microsecond.
     */
    void run(Turn turn) {
        run(turn, new SegmentsSoFar(turn));
    }

    /** @param segmentsSoFar the one that the turn updates */
    void run(Turn turn, SegmentsSoFar segmentsSoFar) {
        KieSession session = rules.newKieSession(configuration, null);
        session.insert(turn);
        if (chains) {
            session.insert(segmentsSoFar);
        }
        session.fireAllRules();
    }

    private static Rule lowered(LoweredTable table, int salience) {
        Variable<Hit> hit;
        Variable<?> fact;
        String name = table.table().file();
        if (table.chains()) {
            Variable<SegmentsSoFar> soFar = declarationOf(SegmentsSoFar.class, "segments");
            fact = soFar;
            hit = declarationOf(
                    Hit.class,
                    "hit",
                    DSL.from(soFar, new Look<>(name, found -> found.turn().take(table))));
        } else {
            Variable<Turn> turn = declarationOf(Turn.class, "turn");
            fact = turn;
            hit = declarationOf(Hit.class, "hit", DSL.from(turn, new Look<>(name, found -> found.take(table))));
        }
        return rule(PACKAGE, name)
                .attribute(Rule.Attribute.SALIENCE, salience)
                .build(pattern(fact), pattern(hit), on(hit).execute(new Fire(name)));
    }

    /** Looks into a table. Drools tells such functions apart by their hash alone, so the table's name stands in it. */
    private record Look<T>(String table, Function1<T, @Nullable Object> look)
            implements Function1<T, @Nullable Object>, HashedExpression {

        @Override
        public @Nullable Object apply(T fact) {
            return look.apply(fact);
        }

        @Override
        public String getExpressionHash() {
            return "look into " + table;
        }
    }

    private record Fire(String table) implements Block2<Drools, Hit>, HashedExpression {

        @Override
        public void execute(Drools session, Hit hit) {
            hit.fire(session);
        }

        @Override
        public String getExpressionHash() {
            return "fire for " + table;
        }
    }
}
