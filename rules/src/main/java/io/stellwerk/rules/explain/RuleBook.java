package io.stellwerk.rules.explain;

import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.read.RuleSetSource;
import io.stellwerk.rules.table.Action;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.Phase;
import io.stellwerk.rules.table.Row;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All rules of a rule set by their names, with their places. Immutable, any thread. */
public final class RuleBook {

    /** @param enabled whether it takes part at all */
    public record Entry(RuleRef rule, Phase phase, Action action, boolean enabled) {}

    private final Map<RuleId, Entry> entries = new LinkedHashMap<>();
    private final FactDictionary dictionary;

    private RuleBook(RuleSetSource source) {
        this.dictionary = source.dictionary();
        source.tables().forEach(this::add);
        source.rules().forEach(this::add);
    }

    public static RuleBook of(RuleSetSource source) {
        return new RuleBook(source);
    }

    /** In the order of the files and, in them, of the lines. */
    public Collection<Entry> entries() {
        return entries.values();
    }

    public Optional<Entry> find(RuleId id) {
        return Optional.ofNullable(entries.get(id));
    }

    RuleRef ref(RuleId id) {
        return find(id).map(Entry::rule).orElseGet(() -> RuleRef.unplaced(id));
    }

    boolean derives(RuleId id) {
        return find(id).filter(entry -> entry.phase() == Phase.DERIVE).isPresent();
    }

    Collection<FactField> facts() {
        return dictionary.fields();
    }

    Optional<FactField> fact(String name) {
        return dictionary.field(name);
    }

    private void add(DecisionTable table) {
        for (Row row : table.rows()) {
            RuleId id = new RuleId(table.file(), row.id());
            RuleRef rule = new RuleRef(id, table.name(), row.line());
            entries.put(id, new Entry(rule, table.phase(), row.action(), row.enabled()));
        }
    }

    private void add(DrlRule rule) {
        RuleId id = new RuleId(rule.file(), rule.name());
        entries.put(id, new Entry(new RuleRef(id, "", rule.line()), rule.phase(), rule.action(), rule.enabled()));
    }
}
