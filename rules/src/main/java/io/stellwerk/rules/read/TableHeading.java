package io.stellwerk.rules.read;

import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.finding.Suggestion;
import io.stellwerk.rules.table.ColumnOperator;
import io.stellwerk.rules.table.Condition;
import io.stellwerk.rules.table.HitPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The heading of a table in CSV or a sheet: what each of its columns is for. */
final class TableHeading {

    static final String ID = "id";
    static final String PRIORITY = "priority";
    static final String ENABLED = "enabled";
    static final String COMMENT = "comment";
    static final String PLAN = "=> plan";
    static final String REJECT = "=> reject";
    static final String ANNOUNCEMENT = "=> announcement";
    static final String SEGMENT = "=> segment";

    private static final List<String> PLAIN = List.of(ID, PRIORITY, ENABLED, COMMENT);
    private static final List<String> ACTIONS = List.of(PLAN, REJECT, ANNOUNCEMENT, SEGMENT);
    private static final Pattern CONDITION = Pattern.compile("(\\S+)(?:\\s+(\\S.*))?");

    private final String file;
    private final TableScope scope;
    private final Findings findings;
    private final Map<String, Integer> indexes = new HashMap<>();
    private final Map<Integer, TableColumn> conditions = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    private TableHeading(String file, TableScope scope) {
        this.file = file;
        this.scope = scope;
        this.findings = scope.findings();
    }

    static TableHeading read(String file, TableLine record, HitPolicy policy, TableScope scope) {
        TableHeading heading = new TableHeading(file, scope);
        Set<Condition> known = new HashSet<>();
        for (int i = 0; i < record.fields().size(); i++) {
            heading.column(i, record.fields().get(i), known);
        }
        heading.checkComplete(record, policy);
        return heading;
    }

    /** How many columns a row must have: those behind the last with a heading do not count. */
    int width() {
        int width = texts.size();
        while (width > 0 && texts.get(width - 1).isEmpty()) {
            width--;
        }
        return width;
    }

    String text(int index) {
        return texts.get(index);
    }

    /** Where a column other than a condition stands; -1 if the table has none. */
    int index(String name) {
        return indexes.getOrDefault(name, -1);
    }

    /** The row's id; empty if it has none. */
    String id(TableLine row) {
        return index(ID) < 0 ? "" : row.value(index(ID));
    }

    /** The condition columns by their index, those that cannot be read left out. */
    Map<Integer, TableColumn> conditions() {
        return conditions;
    }

    private static String spaced(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** A heading as it is compared: without regard to blanks and the case of letters. */
    static String canonical(String text) {
        return spaced(text).toLowerCase(Locale.ROOT).replaceFirst("^=> ?", "=> ");
    }

    private void column(int index, TableField field, Set<Condition> known) {
        String text = spaced(field.value());
        Place place = field.place(file, 0).in("", text);
        texts.add(text);
        String lower = canonical(text);
        if (PLAIN.contains(lower) || ACTIONS.contains(lower)) {
            if (indexes.putIfAbsent(lower, index) != null) {
                addDuplicate(text, place);
            }
        } else if (lower.startsWith("=>")) {
            findings.add(FindingCode.UNKNOWN_COLUMN.at(
                    place, "There is no action '" + text + "'.", Suggestion.remedy(lower, ACTIONS, "actions", "")));
        } else if (!text.isEmpty()) {
            condition(text, place).ifPresent(condition -> {
                if (!known.add(condition)) {
                    addDuplicate(text, place);
                }
                conditions.put(index, new TableColumn(condition, scope));
            });
        }
    }

    private void addDuplicate(String text, Place place) {
        findings.add(FindingCode.DUPLICATE_COLUMN.at(
                place, "The column '" + text + "' is there twice.", "Join the two into one."));
    }

    private Optional<Condition> condition(String text, Place place) {
        Matcher matcher = CONDITION.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<String> plain = scope.dictionary().field(matcher.group(1)).isPresent()
                ? Optional.empty()
                : Suggestion.nearest(text, PLAIN);
        if (plain.isPresent()) {
            findings.add(FindingCode.UNKNOWN_COLUMN.at(
                    place, "There is no column '" + text + "'.", "Did you mean '" + plain.get() + "'?"));
            return Optional.empty();
        }
        Optional<ColumnOperator> operator = operator(matcher.group(2), place);
        Optional<FactField> fact = scope.fact(matcher.group(1), place);
        return operator.flatMap(known ->
                fact.filter(field -> scope.fits(field, known, place)).map(field -> new Condition(field, known)));
    }

    private Optional<ColumnOperator> operator(@Nullable String text, Place place) {
        if (text == null || text.equalsIgnoreCase("is")) {
            return Optional.of(ColumnOperator.IS);
        }
        for (ColumnOperator operator : ColumnOperator.values()) {
            if (TableScope.text(operator).equalsIgnoreCase(text)) {
                return Optional.of(operator);
            }
        }
        findings.add(FindingCode.UNKNOWN_COLUMN.at(
                place,
                "There is no operator '" + text + "'.",
                Suggestion.remedy(text, TableScope.operators(), "operators", "")));
        return Optional.empty();
    }

    private void checkComplete(TableLine record, HitPolicy policy) {
        Place place = Place.at(file, record.line(), 1);
        if (index(ID) < 0) {
            findings.add(FindingCode.MISSING_COLUMN.at(
                    place.in("", ID),
                    "The table has no column 'id'.",
                    "Add it, with an id for each row that stays when rows move."));
        }
        if (ACTIONS.stream().allMatch(action -> index(action) < 0)) {
            findings.add(FindingCode.MISSING_COLUMN.at(
                    place, "The table has no action.", "Add a column such as '=> plan' or '=> segment'."));
        }
        boolean prioritised = policy == HitPolicy.PRIORITY;
        if (prioritised && index(PRIORITY) < 0) {
            findings.add(FindingCode.MISSING_COLUMN.at(
                    place.in("", PRIORITY),
                    "The hit policy PRIORITY needs a column 'priority'.",
                    "Add it, or take another hit policy."));
        } else if (!prioritised && index(PRIORITY) >= 0) {
            TableField field = record.fields().get(index(PRIORITY));
            findings.add(FindingCode.PRIORITY_NOT_COUNTED.at(
                    field.place(file, 0).in("", PRIORITY),
                    "Priorities do not count with the hit policy " + policy + ".",
                    "Write '#hit policy;PRIORITY' before the heading, or take the column out."));
        }
    }
}
