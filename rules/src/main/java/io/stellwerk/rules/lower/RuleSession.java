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
import org.kie.api.conf.EqualityBehaviorOption;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.KeepReferenceOption;
import org.kie.api.runtime.conf.ThreadSafeOption;

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
        rules = KieBaseBuilder.createKieBaseFromModel(model, EqualityBehaviorOption.EQUALITY);
        chains = tables.stream().anyMatch(LoweredTable::chains);
        configuration = KieServices.get().newKieSessionConfiguration();
        configuration.setOption(KeepReferenceOption.NO);
        configuration.setOption(ThreadSafeOption.NO);
    }

    void run(Evaluation evaluation) {
        KieSession session = rules.newKieSession(configuration, null);
        try {
            session.insert(evaluation);
            if (chains) {
                session.insert(evaluation.segmentsSoFar());
            }
            session.fireAllRules();
        } finally {
            session.dispose();
        }
    }

    private static Rule lowered(LoweredTable table, int salience) {
        Variable<Hit> hit;
        Variable<?> fact;
        String name = table.table().file();
        if (table.chains()) {
            Variable<SegmentsSoFar> soFar = declarationOf(SegmentsSoFar.class, "segments");
            fact = soFar;
            hit = declarationOf(
                    Hit.class, "hit", DSL.from(soFar, new Look<>(name, found -> table.look(found.evaluation()))));
        } else {
            Variable<Evaluation> evaluation = declarationOf(Evaluation.class, "evaluation");
            fact = evaluation;
            hit = declarationOf(Hit.class, "hit", DSL.from(evaluation, new Look<>(name, table::look)));
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
