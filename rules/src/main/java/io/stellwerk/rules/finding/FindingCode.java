package io.stellwerk.rules.finding;

import static io.stellwerk.rules.finding.Severity.ERROR;
import static io.stellwerk.rules.finding.Severity.WARNING;

import java.util.Locale;

/** Every kind of finding. Their slugs are stable; docs/findings.md explains each. */
public enum FindingCode {
    MISSING_FILE(ERROR),
    UNKNOWN_FILE(WARNING),
    MISNAMED_FILE(ERROR),
    UNSUPPORTED_FILE(ERROR),
    FILE_TOO_LARGE(ERROR),
    TOO_MANY_FILES(ERROR),
    NOT_UTF_8(ERROR),

    YAML_SYNTAX(ERROR),
    JSON_SYNTAX(ERROR),
    YAML_TAG(ERROR),
    DUPLICATE_KEY(ERROR),
    TOO_DEEP_OR_LARGE(ERROR),
    UNKNOWN_KEY(ERROR),
    MISSING_KEY(ERROR),
    WRONG_TYPE(ERROR),
    NOT_ALLOWED(ERROR),
    MALFORMED(ERROR),
    OUT_OF_RANGE(ERROR),
    ONE_OF_THESE_KEYS(ERROR),

    DUPLICATE_ID(ERROR),
    DUPLICATE_NUMBER(ERROR),
    DUPLICATE_PREFIX(ERROR),
    DUPLICATE_ATTRIBUTE(ERROR),
    RESERVED_NAME(ERROR),
    ATTRIBUTE_VALUES(ERROR),
    UNKNOWN_TIME_ZONE(ERROR),
    UNKNOWN_HOLIDAY_REGION(ERROR),
    MALFORMED_HOURS(ERROR),
    MALFORMED_DATE(ERROR),
    REVERSED_RANGE(ERROR),
    MALFORMED_URI(ERROR),
    MALFORMED_TEMPLATE(ERROR),

    UNKNOWN_PLAN(ERROR),
    UNKNOWN_TARGET(ERROR),
    UNKNOWN_CALENDAR(ERROR),
    UNKNOWN_ANNOUNCEMENT(ERROR),
    UNKNOWN_FACT(ERROR),
    UNKNOWN_VALUE(ERROR),
    NO_PEOPLE(ERROR),
    PLAN_LOOP(ERROR),
    NO_DEFAULT_ROUTE(ERROR),
    UNUSED_PLAN(WARNING),
    UNUSED_TARGET(WARNING),

    CSV_SYNTAX(ERROR),
    MISSING_HEADING(ERROR),
    UNKNOWN_SETTING(ERROR),
    MALFORMED_SETTING(ERROR),
    UNKNOWN_COLUMN(ERROR),
    DUPLICATE_COLUMN(ERROR),
    MISSING_COLUMN(ERROR),
    OPERATOR_NOT_FOR_TYPE(ERROR),
    WRONG_NUMBER_OF_CELLS(ERROR),
    MALFORMED_ROW_ID(ERROR),
    DUPLICATE_ROW(ERROR),
    MALFORMED_CELL(ERROR),
    EXACT_TIME(WARNING),
    MALFORMED_ACTION(ERROR),
    NO_ROWS(WARNING),

    NO_EFFECT(ERROR),
    PLAN_AND_REJECT(ERROR),
    SEGMENT_IN_DECIDING_TABLE(ERROR),
    DECISION_IN_DERIVING_TABLE(ERROR),
    COLLECT_IN_DECIDING_TABLE(ERROR),
    PRIORITY_NOT_COUNTED(ERROR),
    SEGMENT_NEVER_DERIVED(WARNING),
    SEGMENT_NEVER_USED(WARNING),
    NEGATED_CYCLE(ERROR),
    OVERLAPPING_ROWS(ERROR),
    OVERLAP_UNDECIDED(ERROR),

    DRL_SYNTAX(ERROR),
    OUTSIDE_SUBSET(ERROR),
    NO_RULES(WARNING),
    MORE_FINDINGS(ERROR),
    MALFORMED_RULE_NAME(ERROR),
    DUPLICATE_RULE(ERROR),
    MALFORMED_ATTRIBUTE(ERROR),
    ATTRIBUTE_WITHOUT_EFFECT(WARNING),
    UNKNOWN_VARIABLE(ERROR),
    DUPLICATE_VARIABLE(ERROR),
    VALUE_NOT_FOR_TYPE(ERROR),
    MALFORMED_PATTERN(ERROR),
    MIXED_PHASES(ERROR),
    ACTIVATION_GROUP_IN_DECIDING_RULE(ERROR);

    private final Severity severity;

    FindingCode(Severity severity) {
        this.severity = severity;
    }

    public Severity severity() {
        return severity;
    }

    /** {@code unknown-plan}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @param message a sentence that names the value
     * @param remedy a sentence that says what to do; never empty
     */
    public Finding at(Place place, String message, String remedy) {
        return new Finding(severity, slug(), place, message, remedy);
    }
}
