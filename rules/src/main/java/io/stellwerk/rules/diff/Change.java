package io.stellwerk.rules.diff;

import java.util.List;
import java.util.Locale;

/**
 * One element that differs.
 *
 * @param file where it stands; of a removed one, where it stood
 * @param id of the row, plan, target, hotline or calendar, the name of the rule; empty for what there is once in its file
 * @param details what differs in it; for an added element what it is, for a removed one what it was
 */
public record Change(Part part, String file, String id, Kind kind, List<Detail> details) {

    /** What kind of element it is. */
    public enum Part {
        SETTINGS,
        HOTLINE,
        TARGET,
        PEOPLE,
        PLAN,
        CALENDAR,
        TABLE,
        ROW,
        RULE,
        TEST_FILE;

        /** As JSON has it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How it differs. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED,
        /** It stands elsewhere in the order that counts, and is as it was. */
        MOVED,
        /** Both. */
        MOVED_AND_CHANGED;

        /** As JSON has it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * What differs in an element.
     *
     * @param field name of a fact with its operator, or of a field such as {@code overflow}
     * @param before empty if there was nothing
     * @param after empty if there is nothing
     */
    public record Detail(Field field, String before, String after) {}

    public Change {
        details = List.copyOf(details);
    }
}
