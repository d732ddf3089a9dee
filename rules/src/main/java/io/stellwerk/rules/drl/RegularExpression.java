package io.stellwerk.rules.drl;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.stellwerk.rules.drl.Operand.Literal;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.finding.FindingCode;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Regular expressions by RE2, which takes linear time for any text; small ones, since that time grows with them.
 *
 * <p>RE2 unrolls repetitions, so that a short expression may become huge while it is compiled: repetitions within
 * repetitions are refused before.
 */
final class RegularExpression {

    static final int LONGEST = 200;
    static final int LARGEST_PROGRAM = 500;
    static final int MOST_TIMES = 100;

    private final String text;
    private final Deque<Boolean> groupsRepeat = new ArrayDeque<>();
    private int at;

    private RegularExpression(String text) {
        this.text = text;
    }

    static Pattern compile(FactField fact, Literal literal) throws Unreadable {
        Token at = literal.at();
        if (!at.isText() || at.text().isEmpty()) {
            throw malformed(
                    at,
                    "Behind matches a regular expression is needed.",
                    "Write it in quotes: " + fact.name() + " matches \"K[0-9]+\".");
        } else if (at.text().length() > LONGEST || new RegularExpression(at.text()).unrollsTooMuch()) {
            throw tooLarge(at);
        }
        try {
            Pattern pattern = Pattern.compile(at.text());
            if (pattern.programSize() > LARGEST_PROGRAM) {
                throw tooLarge(at);
            }
            return pattern;
        } catch (PatternSyntaxException e) {
            throw malformed(
                    at,
                    Cursor.quoted(at) + " is no regular expression: " + Token.shortened(e.getDescription()) + ".",
                    "Write it as RE2 does; it has no look-around and no references to groups.");
        }
    }

    private static Unreadable tooLarge(Token at) {
        return malformed(
                at,
                "The regular expression is too large.",
                "Write at most " + LONGEST + " characters, at most " + MOST_TIMES
                        + " repetitions, and no counted repetition within another.");
    }

    private static Unreadable malformed(Token at, String message, String remedy) {
        return new Unreadable(FindingCode.MALFORMED_PATTERN, at, message, remedy);
    }

    /** Whether it repeats more than {@link #MOST_TIMES}, or counts within what it counts; in doubt it does. */
    private boolean unrollsTooMuch() {
        groupsRepeat.push(false);
        boolean innerRepeats = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\\') {
                if (text.startsWith("\\Q", at)) {
                    return true;
                }
                at += 2;
                innerRepeats = false;
            } else if (c == '[') {
                skipClass();
                innerRepeats = false;
            } else if (c == '(') {
                groupsRepeat.push(false);
                at++;
            } else if (c == ')') {
                innerRepeats = closeGroup();
            } else if (c == '{' && counts()) {
                if (innerRepeats || largestCount() > MOST_TIMES) {
                    return true;
                }
                groupsRepeat.pop();
                groupsRepeat.push(true);
                innerRepeats = true;
                at = endOfCount();
            } else {
                innerRepeats &= c == '*' || c == '+' || c == '?';
                at++;
            }
        }
        return false;
    }

    /** Whether the group that ends here has counted repetitions in it. */
    private boolean closeGroup() {
        at++;
        boolean repeats = groupsRepeat.pop();
        if (groupsRepeat.isEmpty()) {
            groupsRepeat.push(repeats);
        } else if (repeats) {
            groupsRepeat.pop();
            groupsRepeat.push(true);
        }
        return repeats;
    }

    /** A closing bracket directly behind the opening one, or behind its caret, belongs to the class. */
    private void skipClass() {
        at++;
        at += at < text.length() && text.charAt(at) == '^' ? 1 : 0;
        at += at < text.length() && text.charAt(at) == ']' ? 1 : 0;
        while (at < text.length() && text.charAt(at) != ']') {
            boolean named = text.startsWith("[:", at) && text.indexOf(":]", at) > 0;
            at = named ? text.indexOf(":]", at) + 2 : at + (text.charAt(at) == '\\' ? 2 : 1);
        }
        at++;
    }

    private boolean counts() {
        return at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    }

    private int largestCount() {
        int largest = 0;
        for (String count : text.substring(at + 1, endOfCount() - 1).split(",", -1)) {
            int times = count.matches("[0-9]{1,4}") ? Integer.parseInt(count) : MOST_TIMES + 1;
            largest = Math.max(largest, count.isEmpty() ? 0 : times);
        }
        return largest;
    }

    /** Behind the closing brace; if there is none, behind the text and a brace that is thought there. */
    private int endOfCount() {
        int end = text.indexOf('}', at);
        return end < 0 ? text.length() + 1 : end + 1;
    }
}
