package io.stellwerk.rules.testcase;

import io.stellwerk.engine.call.Call;
import io.stellwerk.engine.call.CallingParty;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.engine.customer.CallerMatch;
import io.stellwerk.engine.customer.CustomerMatches;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Person;
import io.stellwerk.engine.decision.Decision;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.port.CustomerDirectory;
import io.stellwerk.engine.route.Hotline;
import io.stellwerk.engine.router.OfflineRouter;
import io.stellwerk.engine.rule.RuleSet;
import io.stellwerk.rules.explain.RuleRef;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.table.Phase;
import io.stellwerk.rules.witness.Witness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Test cases made of witnesses: calls that show rules at work, with what becomes of them today as what is expected. Their
 * author reads them before he keeps them. One thread.
 */
public final class Proposals {

    private final RuleSet ruleSet;
    private final OfflineRouter router;
    private final List<Map<String, String>> rows = new ArrayList<>();
    private final Set<String> people = new TreeSet<>();

    public Proposals(OfflineRouter router) {
        this.ruleSet = router.ruleSet();
        this.router = router;
    }

    /** Adds a case for a rule that no case hits. */
    public void add(RuleRef rule, Phase phase, Witness witness) {
        Call call = call(rule, witness);
        Decision decision = router.decide(call, new OneCaller(witness, people), target -> true, DecisionTrace.NONE);
        Map<String, String> row = new LinkedHashMap<>(input(call, witness));
        for (Aspect aspect : Aspect.values()) {
            boolean tells = switch (aspect) {
                case TARGET, TARGETS -> false;
                case SEGMENT -> phase == Phase.DERIVE;
                default -> true;
            };
            if (tells) {
                row.put(aspect.heading(), String.join(", ", aspect.of(decision)));
            }
        }
        rows.add(row);
    }

    private Call call(RuleRef rule, Witness witness) {
        return new Call(
                rule.id().toString(),
                witness.carrier().isEmpty() ? CaseReader.NETWORK : witness.carrier(),
                CaseReader.NETWORK,
                witness.called(),
                witness.calling().map(number -> CallingParty.of(number, false)).orElse(CallingParty.ANONYMOUS),
                witness.divertedFrom(),
                witness.digits(),
                1,
                witness.at().toInstant());
    }

    private Map<String, String> input(Call call, Witness witness) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put(CaseColumns.CASE, call.requestId());
        row.put(CaseColumns.AT, witness.at().toString());
        row.put(CaseColumns.CALLED, ruleSet.hotline(witness.called()).id());
        row.put(CaseColumns.CALLING, witness.calling().map(PhoneNumber::e164).orElse(CaseReader.ANONYMOUS));
        row.put(CaseColumns.CARRIER, witness.carrier());
        row.put(CaseColumns.DIGITS, witness.digits());
        row.put(
                CaseColumns.DIVERTED_FROM,
                witness.divertedFrom().map(PhoneNumber::e164).orElse(""));
        row.put(CaseColumns.CALLER_MATCH, match(witness.match()));
        witness.customer()
                .ifPresent(customer ->
                        row.putAll(ProfileCells.of(customer, ruleSet.tenant().attributes())));
        return row;
    }

    /** Anonymous callers say so by their number. */
    private static String match(CallerMatch match) {
        return match == CallerMatch.ANONYMOUS ? "" : FactDictionary.code(match);
    }

    public boolean none() {
        return rows.isEmpty();
    }

    /** A file of test cases, as docs/rule-set-format.md describes it. */
    public String csv() {
        List<String> columns = CaseColumns.all(ruleSet.tenant().attributes()).stream()
                .filter(column -> rows.stream()
                        .anyMatch(row -> !row.getOrDefault(column, "").isEmpty()))
                .toList();
        StringBuilder csv = new StringBuilder();
        String number = ruleSet.hotlines().stream()
                .map(Hotline::number)
                .findFirst()
                .map(ServiceNumber::e164)
                .orElse("");
        people.forEach(person ->
                csv.append("#person;").append(person).append(';').append(number).append(";\n"));
        csv.append(line(columns));
        rows.forEach(row -> csv.append(line(
                columns.stream().map(column -> row.getOrDefault(column, "")).toList())));
        return csv.toString();
    }

    private static String line(List<String> fields) {
        return fields.stream().map(Proposals::field).collect(Collectors.joining(";", "", "\n"));
    }

    private static String field(String text) {
        boolean special = text.chars().anyMatch(c -> c == ';' || c == '"' || c == '\n' || c == '\r');
        return special ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    /**
     * Knows the caller of one witness, and everybody whom a plan names.
     *
     * @param people the ids of those who were asked for
     */
    private record OneCaller(Witness witness, Set<String> people) implements CustomerDirectory {

        @Override
        public CustomerMatches find(PhoneNumber caller) {
            return witness.customer()
                    .map(customer -> CaseReader.matches(customer, witness.match()))
                    .orElse(CustomerMatches.NOBODY);
        }

        @Override
        public Optional<CustomerProfile> customer(String customerId) {
            return witness.customer();
        }

        @Override
        public Optional<Person> person(String personId) {
            people.add(personId);
            return Optional.of(new Person(personId, personId, witness.called().number(), "", ""));
        }
    }
}
