package io.stellwerk.rules.diff;

import io.stellwerk.engine.route.Template;
import io.stellwerk.rules.diff.Change.Part;
import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.table.Action;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.RejectWord;
import io.stellwerk.rules.table.Row;
import io.stellwerk.rules.write.CellWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Tables, rows and rules with their fields. */
final class RuleElements {

    private static final Field PHASE = Field.of("phase", "Phase", "Phase");
    private static final Field HIT_POLICY = Field.of("hitPolicy", "Hit policy", "Auswahl");
    private static final Field SALIENCE = Field.of("salience", "Salience", "Vorrang");
    private static final Field PRIORITY = Field.of("priority", "Priority", "Priorität");
    private static final Field ENABLED = Field.of("enabled", "Enabled", "Eingeschaltet");
    private static final Field COMMENT = Field.of("comment", "Comment", "Bemerkung");
    private static final Field PLAN = Field.of("plan", "Plan", "Plan");
    private static final Field REJECT = Field.of("reject", "Refusal", "Abweisung");
    private static final Field ANNOUNCEMENTS = Field.of("announcements", "Announcements", "Ansagen");
    private static final Field SEGMENTS = Field.of("segments", "Segments", "Segmente");
    private static final Field CONDITION = Field.of("when", "Condition", "Bedingung");
    private static final Field FILE = Field.of("file", "File", "Datei");
    private static final Field EFFECTIVE = Field.of("effective", "Effective from", "Gültig ab");
    private static final Field EXPIRES = Field.of("expires", "Expires at", "Gültig bis");
    private static final Field GROUP = Field.of("activationGroup", "Activation group", "Gruppe");
    private static final Field METADATA = Field.of("metadata", "Metadata", "Angaben");

    private RuleElements() {}

    /** By file, in the order in which they count. */
    static Elements tables(List<DecisionTable> tables) {
        Map<String, Map<Field, String>> elements = new LinkedHashMap<>();
        tables.forEach(table -> elements.put(table.file(), fields(table)));
        return new Elements(Part.TABLE, "", elements, false);
    }

    private static Map<Field, String> fields(DecisionTable table) {
        Map<Field, String> fields = new LinkedHashMap<>();
        fields.put(Field.NAME, table.name());
        fields.put(PHASE, code(table.phase()));
        fields.put(HIT_POLICY, table.hitPolicy().name());
        fields.put(SALIENCE, Integer.toString(table.salience()));
        return fields;
    }

    static Elements rows(DecisionTable table) {
        List<Field> columns = table.conditions().stream().map(Field::of).toList();
        List<CellWriter> writers =
                table.conditions().stream().map(CellWriter::new).toList();
        Map<String, Map<Field, String>> elements = new LinkedHashMap<>();
        for (Row row : table.rows()) {
            Map<Field, String> fields = new LinkedHashMap<>();
            for (int column = 0; column < columns.size(); column++) {
                if (!row.cells().get(column).any()) {
                    fields.put(
                            columns.get(column),
                            writers.get(column).write(row.cells().get(column)));
                }
            }
            if (row.priority() != 0) {
                fields.put(PRIORITY, Integer.toString(row.priority()));
            }
            putAction(fields, row.action());
            fields.put(ENABLED, yesNo(row.enabled()));
            fields.put(COMMENT, row.comment());
            elements.put(row.id(), fields);
        }
        return new Elements(Part.ROW, table.file(), elements, true);
    }

    /** By name, in the order in which they count. */
    static Elements rules(List<DrlRule> rules) {
        Map<String, Map<Field, String>> elements = new LinkedHashMap<>();
        rules.forEach(rule -> elements.put(rule.name(), fields(rule)));
        return new Elements(Part.RULE, "", elements, true);
    }

    private static Map<Field, String> fields(DrlRule rule) {
        Map<Field, String> fields = new LinkedHashMap<>();
        fields.put(FILE, rule.file());
        fields.put(CONDITION, rule.text());
        putAction(fields, rule.action());
        fields.put(PHASE, code(rule.phase()));
        fields.put(SALIENCE, Integer.toString(rule.salience()));
        fields.put(ENABLED, yesNo(rule.enabled()));
        fields.put(EFFECTIVE, rule.effective().map(Object::toString).orElse(""));
        fields.put(EXPIRES, rule.expires().map(Object::toString).orElse(""));
        fields.put(GROUP, rule.activationGroup().orElse(""));
        fields.put(METADATA, rule.metadata().isEmpty() ? "" : new TreeMap<>(rule.metadata()).toString());
        return fields;
    }

    private static void putAction(Map<Field, String> fields, Action action) {
        fields.put(PLAN, action.plan().map(Template::text).orElse(""));
        fields.put(REJECT, action.reject().map(RejectWord::text).orElse(""));
        fields.put(ANNOUNCEMENTS, String.join(", ", action.announcements()));
        fields.put(SEGMENTS, String.join(", ", action.segments()));
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static String yesNo(boolean yes) {
        return yes ? "yes" : "no";
    }
}
