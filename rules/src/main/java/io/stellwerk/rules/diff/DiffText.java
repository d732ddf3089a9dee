package io.stellwerk.rules.diff;

import io.stellwerk.rules.diff.Change.Detail;
import io.stellwerk.rules.diff.Change.Kind;
import io.stellwerk.rules.diff.Change.Part;
import io.stellwerk.rules.explain.Language;
import java.util.List;
import java.util.stream.Collectors;

/** A difference for people: a line for each change. {@code Row 7 of rules/offers.csv: Class A -> A, B.} Any thread. */
public final class DiffText {

    private final Language language;

    public DiffText(Language language) {
        this.language = language;
    }

    public List<String> lines(RuleSetDiff diff) {
        return diff.changes().stream().map(this::line).toList();
    }

    /** One change. */
    public String line(Change change) {
        String subject = subject(change);
        return switch (change.kind()) {
                    case ADDED -> subject + text(" is new", " ist neu") + list(change, ": ");
                    case REMOVED -> subject + text(" is gone", " ist entfallen");
                    case MOVED -> subject + text(" stands elsewhere", " steht an anderer Stelle");
                    case MOVED_AND_CHANGED ->
                        subject + text(" stands elsewhere", " steht an anderer Stelle") + list(change, "; ");
                    case CHANGED -> subject + list(change, ": ");
                }
                + ".";
    }

    private String subject(Change change) {
        String name = name(change.part()) + (change.id().isEmpty() ? "" : " " + change.id());
        return change.part() == Part.ROW ? name + text(" of ", " von ") + change.file() : name;
    }

    private String name(Part part) {
        return switch (part) {
            case SETTINGS -> text("Settings", "Einstellungen");
            case HOTLINE -> text("Hotline", "Hotline");
            case TARGET -> text("Target", "Ziel");
            case PEOPLE -> text("People as targets", "Personen als Ziele");
            case PLAN -> text("Plan", "Plan");
            case CALENDAR -> text("Calendar", "Kalender");
            case TABLE -> text("Table", "Tabelle");
            case ROW -> text("Row", "Zeile");
            case RULE -> text("Rule", "Regel");
            case TEST_FILE -> text("Test cases", "Testfälle");
        };
    }

    private String list(Change change, String before) {
        if (change.part() == Part.TEST_FILE) {
            return change.kind() == Kind.CHANGED ? before + text("changed", "geändert") : "";
        }
        return before
                + change.details().stream()
                        .map(detail -> text(detail, change.kind()))
                        .collect(Collectors.joining("; "));
    }

    private String text(Detail detail, Kind kind) {
        String after = value(detail.after());
        String arrow = kind == Kind.ADDED ? "" : value(detail.before()) + " \u2192 ";
        return detail.field().label(language) + " " + arrow + after;
    }

    private static String value(String text) {
        return text.isEmpty() ? "\u2013" : text;
    }

    private String text(String english, String german) {
        return language == Language.DE ? german : english;
    }
}
