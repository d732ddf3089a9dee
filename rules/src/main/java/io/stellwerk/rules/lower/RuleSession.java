package io.stellwerk.rules.lower;

import static org.drools.model.DSL.declarationOf;
import static org.drools.model.DSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import java.lang.ref.WeakReference;
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
import org.kie.api.runtime.rule.FactHandle;

/** The rules in Drools, each drawing its hits from its source; a session of its own for each evaluation. */
final class RuleSession {

    private static final String PACKAGE = "io.stellwerk.tables";

    private final KieBase rules;
    private final KieSessionConfiguration configuration;
    private final boolean chains;
    private final ThreadLocal<Kept> kept = ThreadLocal.withInitial(Kept::new);

    /** @param sources in the order in which they run, which Drools keeps by salience */
    RuleSession(List<HitSource> sources) {
        ModelImpl model = new ModelImpl();
        for (int i = 0; i < sources.size(); i++) {
            model.addRule(lowered(sources.get(i), sources.size() - i));
        }
        rules = KieBaseBuilder.createKieBaseFromModel(model);
        chains = sources.stream().anyMatch(HitSource::chains);
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
        run(source -> session -> {});
    }

    void run(Turn turn) {
        run(turn, new SegmentsSoFar(turn));
    }

    /**
     * Each thread keeps a session: what one call put into it is taken out before the next. A session that failed is left
     * to the collector, Drools keeps no reference to it.
     *
     * @param segmentsSoFar the one that the turn updates
     */
    void run(Turn turn, SegmentsSoFar segmentsSoFar) {
        Kept mine = kept.get();
        KieSession session = mine.take();
        if (session == null) {
            session = rules.newKieSession(configuration, null);
        }
        FactHandle fact = session.insert(turn);
        FactHandle segments = chains ? session.insert(segmentsSoFar) : null;
        session.fireAllRules();
        session.delete(fact);
        if (segments != null) {
            session.delete(segments);
        }
        mine.put(session);
    }

    /**
     * A thread's session; none while a call is under way, so that one that fails leaves nothing behind. Held weakly: a
     * thread would otherwise keep the rules of every rule set that it ever served.
     */
    private static final class Kept {
        private static final WeakReference<@Nullable KieSession> NONE = new WeakReference<>(null);

        private WeakReference<@Nullable KieSession> current = NONE;
        private boolean underWay;

        @Nullable KieSession take() {
            KieSession session = underWay ? null : current.get();
            underWay = true;
            return session;
        }

        void put(KieSession session) {
            if (!current.refersTo(session)) {
                current = new WeakReference<>(session);
            }
            underWay = false;
        }
    }

    private static Rule lowered(HitSource source, int salience) {
        Variable<Hit> hit;
        Variable<?> fact;
        String name = source.name();
        if (source.chains()) {
            Variable<SegmentsSoFar> soFar = declarationOf(SegmentsSoFar.class, "segments");
            fact = soFar;
            hit = declarationOf(
                    Hit.class,
                    "hit",
                    DSL.from(soFar, new Look<>(name, found -> found.turn().take(source))));
        } else {
            Variable<Turn> turn = declarationOf(Turn.class, "turn");
            fact = turn;
            hit = declarationOf(Hit.class, "hit", DSL.from(turn, new Look<>(name, found -> found.take(source))));
        }
        return rule(PACKAGE, name)
                .attribute(Rule.Attribute.SALIENCE, salience)
                .build(pattern(fact), pattern(hit), on(hit).execute(new Fire(name)));
    }

    /** Looks into a source. Drools tells such functions apart by their hash alone, so the source's name stands in it. */
    private record Look<T>(String source, Function1<T, @Nullable Object> look)
            implements Function1<T, @Nullable Object>, HashedExpression {

        @Override
        public @Nullable Object apply(T fact) {
            return look.apply(fact);
        }

        @Override
        public String getExpressionHash() {
            return "look into " + source;
        }
    }

    private record Fire(String source) implements Block2<Drools, Hit>, HashedExpression {

        @Override
        public void execute(Drools session, Hit hit) {
            hit.fire(session);
        }

        @Override
        public String getExpressionHash() {
            return "fire for " + source;
        }
    }
}
