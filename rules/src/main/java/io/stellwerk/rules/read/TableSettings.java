package io.stellwerk.rules.read;

import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.finding.Suggestion;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.Phase;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The lines before a table's heading in CSV or a sheet. */
final class TableSettings {

    private static final String TABLE = "table";
    private static final String PHASE = "phase";
    private static final String HIT_POLICY = "hit policy";
    private static final String SALIENCE = "salience";
    private static final List<String> KNOWN = List.of(TABLE, PHASE, HIT_POLICY, SALIENCE);

    static final int HIGHEST = 1_000_000;

    private final String file;
    private final Findings findings;
    private final Set<String> seen = new HashSet<>();
    private String name;
    private Phase phase = Phase.DECIDE;
    private HitPolicy hitPolicy = HitPolicy.FIRST;
    private int salience;

    /** Those of a file that says nothing. */
    TableSettings(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
        this.name = Place.sheetOf(file)
                .orElseGet(() -> file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.[a-z]+$", ""));
    }

    String name() {
        return name;
    }

    Phase phase() {
        return phase;
    }

    HitPolicy hitPolicy() {
        return hitPolicy;
    }

    int salience() {
        return salience;
    }

    void read(TableLine record) {
        TableField first = record.fields().get(0);
        String setting = first.value().substring(1).strip().toLowerCase(Locale.ROOT);
        String value = record.value(1);
        Place place = (record.fields().size() > 1 ? record.fields().get(1) : first)
                .place(file, 0)
                .in("", setting);
        if (!KNOWN.contains(setting)) {
            findings.add(FindingCode.UNKNOWN_SETTING.at(
                    first.place(file, 1),
                    "There is no setting '" + setting + "'.",
                    Suggestion.remedy(setting, KNOWN, "settings", "") + " Comments stand behind the heading."));
        } else if (!seen.add(setting)) {
            findings.add(FindingCode.MALFORMED_SETTING.at(
                    first.place(file, 1), "The setting '" + setting + "' is there twice.", "Take one of the two out."));
        } else if (value.isEmpty()
                || record.fields().stream()
                        .skip(2)
                        .anyMatch(more -> !more.value().isEmpty())) {
            findings.add(FindingCode.MALFORMED_SETTING.at(
                    place, "The setting '" + setting + "' needs one value.", "Write it like #" + setting + ";value."));
        } else {
            set(setting, value, place);
        }
    }

    private void set(String setting, String value, Place place) {
        switch (setting) {
            case TABLE -> name = value;
            case PHASE -> phase = constant(Phase.values(), value, place).orElse(phase);
            case HIT_POLICY ->
                hitPolicy = constant(HitPolicy.values(), value, place).orElse(hitPolicy);
            default -> salience = integer(value, place, findings).orElse(0);
        }
    }

    private <E extends Enum<E>> Optional<E> constant(E[] constants, String value, Place place) {
        for (E constant : constants) {
            if (constant.name().equalsIgnoreCase(value)) {
                return Optional.of(constant);
            }
        }
        findings.add(FindingCode.MALFORMED_SETTING.at(
                place,
                "'" + value + "' is not a value of the setting '" + place.column() + "'.",
                Suggestion.remedy(value, texts(constants), "values", "")));
        return Optional.empty();
    }

    /** As the documentation writes them: phases small, hit policies large. */
    private static List<String> texts(Enum<?>[] constants) {
        return Arrays.stream(constants)
                .map(constant -> constant instanceof Phase ? FactDictionary.code(constant) : constant.name())
                .toList();
    }

    /** A whole number of at most a million either way. */
    static Optional<Integer> integer(String value, Place place, Findings findings) {
        if (value.matches("[+-]?[0-9]{1,7}") && Math.abs(Integer.parseInt(value)) <= HIGHEST) {
            return Optional.of(Integer.parseInt(value));
        }
        findings.add(FindingCode.MALFORMED_SETTING.at(
                place,
                "'" + value + "' is not a whole number.",
                "Write one from -" + HIGHEST + " to " + HIGHEST + "."));
        return Optional.empty();
    }
}
