package io.stellwerk.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.engine.call.Deadline;
import io.stellwerk.engine.decision.RuleId;
import io.stellwerk.engine.decision.trace.DecisionTrace;
import io.stellwerk.engine.fact.Facts;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.engine.port.NumberPlan;
import io.stellwerk.engine.port.TableNumberPlan;
import io.stellwerk.engine.rule.RuleEngine;
import io.stellwerk.engine.rule.Ruling;
import io.stellwerk.engine.rule.Verdict;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.formula.Formula;
import io.stellwerk.rules.formula.FormulaText;
import io.stellwerk.rules.index.RowByRow;
import io.stellwerk.rules.lower.LoweredRules;
import io.stellwerk.rules.read.Placed;
import io.stellwerk.rules.read.RuleSetDraft;
import io.stellwerk.rules.space.Surroundings;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.Phase;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the algebra says of all calls is what all calls say. */
class ChecksAgainstEveryCallTest {

    private static final int RULE_SETS = 60;
    private static final int MOST_CALLS = 20_000;
    /** Overlaps of one table. */
    private static final int TOLD = 10;

    private static final Deadline PATIENT = new Deadline(1, () -> 0);
    private static final NumberPlan NUMBERS = new TableNumberPlan();
    private static final Holidays HOLIDAYS = new Holidays() {
        @Override
        public boolean isHoliday(LocalDate day, String region) {
            return EveryCall.isHoliday(day);
        }

        @Override
        public boolean knows(String region) {
            return true;
        }
    };

    /** What calls showed of a rule set. */
    private static final class Seen {
        final Set<String> matched = new HashSet<>();
        final Set<String> decided = new HashSet<>();
        final Set<String> overlapping = new HashSet<>();
        final Set<String> undecidedHotlines = new HashSet<>();
    }

    @Test
    void rows_and_rules_are_unreachable_contradictory_or_overlapping_just_if_every_call_says_so() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < RULE_SETS; i++) {
            RuleSetDraft draft = draft(random);
            assertThat(draft.findings())
                    .as("seed %d", seed)
                    .noneMatch(finding -> finding.code().startsWith("malformed"));
            List<Finding> findings = RuleSetChecks.of(draft, HOLIDAYS, NUMBERS);
            Clauses clauses = Clauses.of(
                    draft.tables(),
                    draft.rules(),
                    draft.dictionary(),
                    draft.planNames().ids());
            Seen seen = seen(draft, clauses);

            String where = "seed " + seed + ", rule set " + i + "\n" + text(clauses) + findings;
            assertThat(rows(findings, "reach-undecided")).as(where).isEmpty();
            assertThat(never(findings, clauses)).as("never true, " + where).isEqualTo(never(seen, clauses));
            assertThat(rows(findings, "unreachable"))
                    .as("unreachable, " + where)
                    .isEqualTo(unreachable(seen, clauses));
            Set<String> overlapping = rows(findings, "overlapping-rows");
            assertThat(seen.overlapping).as("overlaps, " + where).containsAll(overlapping);
            if (findings.stream()
                            .filter(finding -> finding.code().equals("overlapping-rows"))
                            .count()
                    < TOLD) {
                assertThat(overlapping).as("overlaps, " + where).isEqualTo(seen.overlapping);
            }
            assertThat(rows(findings, "gap")).as("gaps, " + where).isEqualTo(seen.undecidedHotlines);
            findings.forEach(finding -> found.merge(finding.code(), 1, Integer::sum));
            assertThat(findings.stream()
                            .filter(finding -> Set.of("unreachable", "gap", "overlapping-rows")
                                    .contains(finding.code()))
                            .filter(finding -> finding.witness().isEmpty()))
                    .as("without witness, " + where)
                    .isEmpty();
        }
        assertThat(found).containsKeys("unreachable", "never-true", "overlapping-rows", "gap");
    }

    private static String text(Clauses clauses) {
        return Stream.concat(clauses.deriving().stream(), clauses.deciding().stream())
                .map(clause -> clause.id() + ": "
                        + FormulaText.of(clause.formula()) + " => "
                        + clause.action().segments() + "\n")
                .collect(Collectors.joining());
    }

    /** One for which few calls are enough to see all. */
    private static RuleSetDraft draft(Random random) {
        RuleSetDraft draft = new RandomRuleSet(random).draft();
        Clauses clauses = Clauses.of(
                draft.tables(),
                draft.rules(),
                draft.dictionary(),
                draft.planNames().ids());
        return new EveryCall(facts(clauses)).count() <= MOST_CALLS ? draft : draft(random);
    }

    private static Set<String> facts(Clauses clauses) {
        return clauses.deciding().stream()
                .flatMap(clause -> clause.formula().facts())
                .map(FactField::name)
                .collect(Collectors.toSet());
    }

    private static Set<String> rows(List<Finding> findings, String code) {
        return findings.stream()
                .filter(finding -> finding.code().equals(code))
                .filter(finding -> !finding.place().file().startsWith("rules/00"))
                .map(finding -> finding.place().file().startsWith("rules")
                        ? finding.place().file() + "#" + finding.place().row()
                        : finding.place().row())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** That a segment is never derived has a finding of its own. */
    private static Set<String> never(List<Finding> findings, Clauses clauses) {
        Set<String> never = rows(findings, "never-true");
        Set<String> derived = clauses.deriving().stream()
                .flatMap(clause -> clause.action().segments().stream())
                .collect(Collectors.toSet());
        assertThat(derived).contains("s");
        return never;
    }

    private static Set<String> never(Seen seen, Clauses clauses) {
        return ids(clauses).filter(id -> !seen.matched.contains(id)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Rows of a UNIQUE table are not unreachable because of each other. */
    private static Set<String> unreachable(Seen seen, Clauses clauses) {
        return ids(clauses)
                .filter(id -> seen.matched.contains(id) && !seen.decided.contains(id))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> ids(Clauses clauses) {
        return clauses.deciding().stream().map(clause -> clause.id().toString());
    }

    private static Seen seen(RuleSetDraft draft, Clauses clauses) {
        Surroundings where = new Surroundings(
                draft.tenant(),
                draft.hotlines().stream().map(Placed::value).toList(),
                draft.calendars().stream().map(Placed::value).toList(),
                NUMBERS,
                HOLIDAYS);
        RuleEngine rules = LoweredRules.of(draft.tables(), draft.rules(), draft.dictionary());
        Set<RuleId> unique = draft.tables().stream()
                .filter(table -> table.hitPolicy() == HitPolicy.UNIQUE && table.phase() == Phase.DECIDE)
                .flatMap(table -> table.rows().stream().map(row -> new RuleId(table.file(), row.id())))
                .collect(Collectors.toSet());
        Seen seen = new Seen();
        Map<List<Object>, Verdict> verdicts = new HashMap<>();
        new EveryCall(facts(clauses)).all().forEach(call -> {
            Facts read = where.facts(call);
            // Segments follow from these alone, so most calls need not be put to Drools.
            List<Object> key = List.of(
                    call.called(),
                    call.customer()
                            .map(known -> known.customerClass() + known.value())
                            .orElse("nobody"));
            boolean fresh = !verdicts.containsKey(key);
            Verdict verdict = verdicts.computeIfAbsent(
                    key, unused -> rules.evaluate(read, plan -> true, PATIENT, DecisionTrace.NONE));
            look(read, Set.copyOf(verdict.segments()), clauses, unique, seen)
                    .filter(first -> fresh)
                    .ifPresent(first ->
                            assertThat(((Ruling.RouteTo) verdict.ruling()).by()).isEqualTo(first));
        });
        return seen;
    }

    private static Optional<RuleId> look(
            Facts facts, Set<String> segments, Clauses clauses, Set<RuleId> unique, Seen seen) {
        RuleId first = null;
        boolean takenByUnique = false;
        for (Clause clause : clauses.deciding()) {
            if (!holds(clause.formula(), facts, segments)) {
                continue;
            }
            String id = clause.id().toString();
            seen.matched.add(id);
            boolean isUnique = unique.contains(clause.id());
            if (isUnique && takenByUnique) {
                seen.overlapping.add(id);
            }
            if (first == null || (isUnique && unique.contains(first))) {
                seen.decided.add(id);
            }
            first = first == null ? clause.id() : first;
            takenByUnique |= isUnique;
        }
        if (first == null) {
            seen.undecidedHotlines.add(facts.hotline().id());
        }
        return Optional.ofNullable(first);
    }

    private static boolean holds(Formula formula, Facts facts, Set<String> segments) {
        if (formula instanceof Formula.All all) {
            return all.parts().stream().allMatch(part -> holds(part, facts, segments));
        } else if (formula instanceof Formula.Any any) {
            return any.parts().stream().anyMatch(part -> holds(part, facts, segments));
        } else if (formula instanceof Formula.Not not) {
            return !holds(not.formula(), facts, segments);
        }
        if (formula instanceof Formula.Matches matches) {
            return matches.fact().value().apply(facts) instanceof String text
                    && matches.pattern().matcher(text).matches();
        } else if (formula instanceof Formula.Compares compares) {
            return compares.left().value().apply(facts) instanceof BigDecimal one
                    && compares.right().value().apply(facts) instanceof BigDecimal other
                    && one.compareTo(other) > 0;
        }
        Formula.Test test = (Formula.Test) formula;
        Object value = test.fact().name().equals(FactDictionary.SEGMENT)
                ? segments
                : test.fact().value().apply(facts);
        return RowByRow.passes(test.cell(), value);
    }
}
