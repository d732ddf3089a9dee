package io.stellwerk.rules.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.read.TableReader;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.Row;
import io.stellwerk.rules.table.Term;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OverlapCheckTest {

    private static final FactDictionary DICTIONARY =
            FactDictionary.of(List.of(), List.of("A", "B", "C"), List.of(), List.of(), List.of());
    private static final String HEADING =
            "#hit policy;UNIQUE\nid;customer.customerClass;customer.value;customer.tags;call.holiday;=> plan\n";
    private static final Pattern PAIR = Pattern.compile("the row '(.+)' in line");
    private static final int TOLD = 10;

    private static final List<String> CLASSES =
            List.of("A", "B", "C", "A, C", "not(A)", "not(A, B)", "none", "not(none)", "-");
    private static final List<String> VALUES =
            List.of("0", "1", "2", "3", "[0..1]", "]1..2[", ">= 3", "< 0", "not([0..3])", "none", "-");
    private static final List<String> TAGS =
            List.of("x", "y, z", "not(x)", "not(x, y, z)", "none", "not(none)", "-", "-");
    private static final List<String> HOLIDAYS = List.of("yes", "no", "not(yes)", "not(no)", "-");

    /** For each column all values that the cells above can tell apart; empty for no value. */
    private static final List<List<Optional<Object>>> CALLS = List.of(
            Stream.of(Optional.<Object>of("A"), Optional.<Object>of("B"), Optional.<Object>of("C"), Optional.empty())
                    .toList(),
            Stream.concat(
                            IntStream.range(-2, 9)
                                    .mapToObj(half -> Optional.<Object>of(BigDecimal.valueOf(half * 5L, 1))),
                            Stream.of(Optional.empty()))
                    .toList(),
            IntStream.range(0, 16)
                    .mapToObj(bits -> Optional.<Object>of(Stream.of("x", "y", "z", "other")
                            .filter(tag -> (bits >> "xyzo".indexOf(tag.charAt(0)) & 1) == 1)
                            .collect(Collectors.toSet())))
                    .toList(),
            List.of(Optional.of(true), Optional.of(false)));

    @Test
    void two_rows_overlap_just_if_a_call_matches_both() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            DecisionTable table = table(random, 2 + random.nextInt(25));

            Set<String> found = found(table);
            Set<String> expected = expected(table);

            if (expected.size() < TOLD) {
                assertThat(found).as("seed %d", seed).isEqualTo(expected);
            } else {
                assertThat(found).as("seed %d", seed).hasSize(TOLD);
                assertThat(expected).as("seed %d", seed).containsAll(found);
            }
        }
    }

    @Test
    void ten_thousand_rows_apart_are_proved_apart() {
        StringBuilder csv = new StringBuilder(HEADING);
        for (int i = 0; i < 10_000; i++) {
            csv.append("row-")
                    .append(i)
                    .append(i % 2 == 0 ? ";A;" : ";B;")
                    .append('[')
                    .append(i / 2)
                    .append("..")
                    .append(i / 2 + 1)
                    .append("[;-;-;plan\n");
        }

        assertThat(check(read(csv.toString()))).isEmpty();
    }

    @Test
    void not_more_than_ten_overlaps_of_a_table_are_told() {
        StringBuilder csv = new StringBuilder(HEADING);
        for (int i = 0; i < 10_000; i++) {
            csv.append("row-").append(i).append(i % 2 == 0 ? ";-;-;x;-;plan\n" : ";-;-;not(x);-;plan\n");
        }

        assertThat(check(read(csv.toString())))
                .hasSize(TOLD)
                .allMatch(finding -> finding.code().equals("overlapping-rows"));
    }

    @Test
    void what_is_not_decided_in_the_allowed_time_is_told_as_undecided() {
        DecisionTable table = read(HEADING + "a;A;-;-;-;plan\nb;B;-;-;-;plan\nc;C;-;-;-;plan\n");
        Findings findings = new Findings();

        new OverlapCheck(table, findings, 2).run();

        assertThat(findings.sorted()).extracting(Finding::code).containsExactly("overlap-undecided");
    }

    private static DecisionTable table(Random random, int rows) {
        StringBuilder csv = new StringBuilder(HEADING);
        for (int i = 0; i < rows; i++) {
            csv.append("r").append(i);
            for (List<String> cells : List.of(CLASSES, VALUES, TAGS, HOLIDAYS)) {
                csv.append(';').append(cells.get(random.nextInt(cells.size())));
            }
            csv.append(";plan\n");
        }
        return read(csv.toString());
    }

    private static DecisionTable read(String csv) {
        return TableReader.read("rules/t.csv", csv.getBytes(StandardCharsets.UTF_8), DICTIONARY)
                .table()
                .orElseThrow();
    }

    private static List<Finding> check(DecisionTable table) {
        Findings findings = new Findings();
        new OverlapCheck(table, findings).run();
        return findings.sorted();
    }

    private static Set<String> found(DecisionTable table) {
        Set<String> pairs = new TreeSet<>();
        for (Finding finding : check(table)) {
            Matcher first = PAIR.matcher(finding.message());
            assertThat(first.find()).isTrue();
            pairs.add(first.group(1) + " " + finding.place().row());
        }
        return pairs;
    }

    private static Set<String> expected(DecisionTable table) {
        Set<String> pairs = new TreeSet<>();
        List<Row> rows = table.rows();
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                if (someCallMatches(rows.get(i), rows.get(j))) {
                    pairs.add(rows.get(i).id() + " " + rows.get(j).id());
                }
            }
        }
        return pairs;
    }

    /** Columns do not depend on each other, so each is tried for itself. */
    private static boolean someCallMatches(Row one, Row other) {
        List<Boolean> columns = new ArrayList<>();
        for (int i = 0; i < CALLS.size(); i++) {
            Cell first = one.cells().get(i);
            Cell second = other.cells().get(i);
            columns.add(CALLS.get(i).stream().anyMatch(value -> passes(first, value) && passes(second, value)));
        }
        return !columns.contains(false);
    }

    private static boolean passes(Cell cell, Optional<Object> value) {
        return cell.any() || cell.negated() != cell.terms().stream().anyMatch(term -> holds(term, value));
    }

    private static boolean holds(Term term, Optional<Object> value) {
        boolean absent = value.isEmpty() || value.get().equals(Set.of());
        if (absent || term instanceof Term.NoValue) {
            return absent && term instanceof Term.NoValue;
        } else if (term instanceof Term.Is is) {
            return value.get() instanceof Collection<?> set
                    ? set.contains(is.value())
                    : value.get() instanceof BigDecimal number
                            ? number.compareTo((BigDecimal) is.value()) == 0
                            : value.get().equals(is.value());
        }
        Term.Between between = (Term.Between) term;
        BigDecimal number = (BigDecimal) value.get();
        return liesBehind(number, (BigDecimal) between.from(), between.fromIncluded())
                && liesBefore(number, (BigDecimal) between.until(), between.untilIncluded());
    }

    private static boolean liesBehind(BigDecimal number, @Nullable BigDecimal end, boolean included) {
        return end == null || number.compareTo(end) > (included ? -1 : 0);
    }

    private static boolean liesBefore(BigDecimal number, @Nullable BigDecimal end, boolean included) {
        return end == null || number.compareTo(end) < (included ? 1 : 0);
    }
}
