package io.stellwerk.rules.testcase;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.AttributeDeclaration;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.fact.TenantSettings;
import io.stellwerk.engine.port.CustomerDirectory;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.read.RuleSetSource;
import io.stellwerk.rules.table.Action;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the test cases of a rule set may speak of. */
final class CaseScope {

    private final RuleSetSource source;
    private final NumberPlan numberPlan;
    private final Optional<CustomerDirectory> crm;
    private final List<String> profileColumns;
    private final Map<String, Hotline> hotlines = new LinkedHashMap<>();
    private final Set<RuleId> rules = new LinkedHashSet<>();
    private final Map<String, List<RuleId>> rulesByName = new HashMap<>();
    private final Set<String> segments = new TreeSet<>();

    CaseScope(RuleSetSource source, NumberPlan numberPlan, Optional<CustomerDirectory> crm) {
        this.source = source;
        this.numberPlan = numberPlan;
        this.crm = crm;
        this.profileColumns = CaseColumns.profile(source.tenant().attributes());
        source.hotlines().forEach(hotline -> hotlines.put(hotline.id(), hotline));
        for (DecisionTable table : source.tables()) {
            for (Row row : table.rows()) {
                add(new RuleId(table.file(), row.id()), row.action());
            }
        }
        for (DrlRule rule : source.rules()) {
            add(new RuleId(rule.file(), rule.name()), rule.action());
        }
    }

    private void add(RuleId rule, Action action) {
        rules.add(rule);
        String withoutFolder = rule.toString().replaceFirst("^rules/", "");
        String file = withoutFolder.substring(0, withoutFolder.indexOf('#'));
        for (String name : Set.of(rule.toString(), withoutFolder, rule.rule(), rule.file(), file)) {
            rulesByName.computeIfAbsent(name, any -> new ArrayList<>()).add(rule);
        }
        segments.addAll(action.segments());
    }

    /** Those with this name: file and row, the row or rule alone, or the file for all that it has. */
    List<RuleId> rules(String name) {
        return rulesByName.getOrDefault(name, List.of());
    }

    TenantSettings tenant() {
        return source.tenant();
    }

    Optional<CustomerDirectory> crm() {
        return crm;
    }

    /** The columns that describe a customer. */
    List<String> profileColumns() {
        return profileColumns;
    }

    List<AttributeDeclaration> attributes() {
        return tenant().attributes();
    }

    /** In whatever spelling is usual in the tenant's country. */
    Optional<PhoneNumber> number(String text) {
        return numberPlan.read(text, tenant().country());
    }

    /** By its id, or by its number. */
    Optional<Hotline> hotline(String text) {
        Optional<Hotline> byId = Optional.ofNullable(hotlines.get(text));
        return byId.isPresent()
                ? byId
                : number(text)
                        .flatMap(number -> hotlines.values().stream()
                                .filter(hotline -> hotline.number().number().equals(number))
                                .findFirst());
    }

    Set<String> hotlines() {
        return hotlines.keySet();
    }

    Set<String> plans() {
        return source.plans().keySet();
    }

    Set<String> targets() {
        return source.targets().keySet();
    }

    Collection<String> segments() {
        return segments;
    }

    Collection<RuleId> rules() {
        return rules;
    }
}
