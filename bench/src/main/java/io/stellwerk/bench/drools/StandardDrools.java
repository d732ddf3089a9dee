package io.stellwerk.bench.drools;

import io.stellwerk.engine.fact.Facts;
import io.stellwerk.rules.fact.FactDictionary;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.drools.core.time.SessionPseudoClock;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieBase;
import org.kie.api.KieBaseConfiguration;
import org.kie.api.KieServices;
import org.kie.api.conf.EqualityBehaviorOption;
import org.kie.api.definition.KiePackage;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectInsertedEvent;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.KieSessionConfiguration;
import org.kie.api.runtime.conf.ClockTypeOption;
import org.kie.internal.builder.KnowledgeBuilder;
import org.kie.internal.builder.KnowledgeBuilderFactory;
import org.kie.internal.conf.ConstraintJittingThresholdOption;
import org.kie.internal.io.ResourceFactory;

/** Rules that standard Drools has made of DRL text, with its own parser, its classic engine and MVEL. Any thread. */
public final class StandardDrools {

    /** Facts as beans, so that a benchmark need not make them. */
    public static final class Beans {

        private final List<Object> facts = new ArrayList<>();
        private final long at;

        public Beans(FactDictionary dictionary, Facts facts) {
            FactReader reader = new FactReader(dictionary, facts);
            this.facts.add(new Call(reader));
            this.facts.add(new Hotline(reader));
            if (facts.customer().isPresent()) {
                this.facts.add(new Customer(reader));
            }
            this.at = facts.call().at().toEpochMilli();
        }
    }

    /**
     * What became of a call.
     *
     * @param decision the deciding rule and what it said
     * @param fired names of the rules that fired, each once
     */
    public record Outcome(
            List<String> segments, List<String> announcements, Optional<String> decision, Set<String> fired) {}

    private static final ClassLoader REMEMBERING = new RememberingLoader(StandardDrools.class.getClassLoader());

    private static final KieSessionConfiguration MOVED_CLOCK = movedClock();

    private final KieBase rules;

    // The class loader goes no other way as long as there is no KieContainer, which would have to be disposed of.
    @SuppressWarnings("deprecation")
    private StandardDrools(Collection<KiePackage> packages, ClassLoader loader, int jittingThreshold) {
        KieBaseConfiguration options = KieServices.get().newKieBaseConfiguration(null, loader);
        // Equal segments once; without it Drools counts objects.
        options.setOption(EqualityBehaviorOption.EQUALITY);
        options.setOption(ConstraintJittingThresholdOption.get(jittingThreshold));
        InternalKnowledgeBase base = KnowledgeBaseFactory.newKnowledgeBase(options);
        base.addPackages(packages);
        rules = base;
    }

    private static KieSessionConfiguration movedClock() {
        KieSessionConfiguration configuration = KieServices.get().newKieSessionConfiguration();
        configuration.setOption(ClockTypeOption.PSEUDO);
        return configuration;
    }

    /**
     * As Drools runs it if nobody tells it otherwise: what is asked often is compiled to byte code.
     *
     * @throws IllegalArgumentException if Drools refuses the text
     */
    public static StandardDrools of(String drl) {
        return ofEach(
                        List.of(drl),
                        StandardDrools.class.getClassLoader(),
                        ConstraintJittingThresholdOption.DEFAULT_VALUE)
                .get(0);
    }

    /**
     * Several rule sets at once, all interpreted: of what Drools compiles to byte code some fails to link (10.2.0: null
     * tests joined with {@code memberOf}).
     */
    public static List<StandardDrools> interpreted(List<String> ruleSets) {
        return ofEach(ruleSets, REMEMBERING, -1);
    }

    private static List<StandardDrools> ofEach(List<String> ruleSets, ClassLoader loader, int jittingThreshold) {
        KnowledgeBuilder builder = KnowledgeBuilderFactory.newKnowledgeBuilder(
                KnowledgeBuilderFactory.newKnowledgeBuilderConfiguration(null, loader));
        for (int i = 0; i < ruleSets.size(); i++) {
            String text = prologue(i) + ruleSets.get(i);
            builder.add(ResourceFactory.newByteArrayResource(text.getBytes(StandardCharsets.UTF_8)), ResourceType.DRL);
        }
        if (builder.hasErrors()) {
            throw new IllegalArgumentException(builder.getErrors() + " in " + String.join("\n----\n", ruleSets));
        }
        Map<String, KiePackage> packages =
                builder.getKnowledgePackages().stream().collect(Collectors.toMap(KiePackage::getName, each -> each));
        List<StandardDrools> all = new ArrayList<>();
        for (int i = 0; i < ruleSets.size(); i++) {
            KiePackage own = packages.get(name(i));
            all.add(new StandardDrools(own == null ? List.of() : List.of(own), loader, jittingThreshold));
        }
        return all;
    }

    /** What a tenant's rules need before them to run in standard Drools. */
    private static String prologue(int number) {
        return """
                package %s;
                import io.stellwerk.bench.drools.Call;
                import io.stellwerk.bench.drools.Customer;
                import io.stellwerk.bench.drools.Hotline;
                import io.stellwerk.bench.drools.Segment;
                global io.stellwerk.bench.drools.Route route;
                dialect "mvel"
                """.formatted(name(number));
    }

    private static String name(int number) {
        return "ruleset" + number;
    }

    /** One call in a session of its own. */
    public Outcome decide(Beans beans, Predicate<String> exists) {
        KieSession session = rules.newKieSession(MOVED_CLOCK, null);
        try {
            SessionPseudoClock clock = session.getSessionClock();
            clock.advanceTime(beans.at, TimeUnit.MILLISECONDS);
            Route route = new Route(exists);
            if (!rules.getKiePackages().isEmpty()) {
                session.setGlobal("route", route);
            }
            Set<String> fired = new LinkedHashSet<>();
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    String rule = event.getMatch().getRule().getName();
                    fired.add(rule);
                    route.fired(rule);
                }
            });
            List<String> segments = new ArrayList<>();
            session.addEventListener(new DefaultRuleRuntimeEventListener() {
                @Override
                public void objectInserted(ObjectInsertedEvent event) {
                    if (event.getObject() instanceof Segment segment) {
                        segments.add(segment.name());
                    }
                }
            });
            beans.facts.forEach(session::insert);
            session.fireAllRules();
            return new Outcome(segments, route.announcements(), route.decision(), fired);
        } finally {
            session.dispose();
        }
    }
}
