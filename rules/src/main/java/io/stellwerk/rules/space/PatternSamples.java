package io.stellwerk.rules.space;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Texts that a regular expression matches, as far as it is one of the usual ones: letters, classes, groups, alternatives
 * and repetitions. Every text is tried, so an expression that is not understood only has fewer samples.
 */
final class PatternSamples {

    private static final int MOST = 8;
    private static final int LONGEST = 200;
    private static final String LETTERS = "a1x0AZz9-_. ,/:@";

    private final String pattern;
    private int at;

    private PatternSamples(String pattern) {
        this.pattern = pattern;
    }

    static List<String> of(Pattern pattern) {
        Set<String> samples = new LinkedHashSet<>();
        try {
            samples.addAll(new PatternSamples(pattern.pattern()).alternatives());
        } catch (NotUnderstood | IndexOutOfBoundsException | NumberFormatException unusual) {
            samples.clear();
        }
        return samples.stream()
                .filter(text -> !text.isEmpty() && pattern.matcher(text).matches())
                .toList();
    }

    private List<String> alternatives() throws NotUnderstood {
        List<String> all = new ArrayList<>(sequence());
        while (at < pattern.length() && pattern.charAt(at) == '|') {
            at++;
            all.addAll(sequence());
        }
        return first(all);
    }

    private List<String> sequence() throws NotUnderstood {
        List<String> texts = List.of("");
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            texts = joined(texts, repeated(atom()));
        }
        return texts;
    }

    private List<String> atom() throws NotUnderstood {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> bracket();
            case '\\' -> escaped();
            case '.' -> List.of("x", "1");
            case '^', '$' -> List.of("");
            case '*', '+', '?', '{' -> throw new NotUnderstood();
            default -> List.of(String.valueOf(c));
        };
    }

    private List<String> group() throws NotUnderstood {
        if (pattern.startsWith("?P<", at)) {
            at = pattern.indexOf('>', at) + 1;
        } else if (pattern.startsWith("?", at)) {
            while (pattern.charAt(at) != ':' && pattern.charAt(at) != ')') {
                at++;
            }
            at++;
            if (pattern.charAt(at - 1) == ')') {
                // Flags for what follows: the samples are tried anyway.
                return List.of("");
            }
        }
        List<String> inside = alternatives();
        at++;
        return inside;
    }

    /** A class is tried letter by letter rather than read. */
    private List<String> bracket() throws NotUnderstood {
        int end = pattern.indexOf(']', at + (pattern.startsWith("^", at) ? 2 : 1));
        if (end < 0) {
            throw new NotUnderstood();
        }
        String written = pattern.substring(at - 1, end + 1);
        at = end + 1;
        return lettersOf(written, pattern.substring(at - written.length() + 1, end));
    }

    private List<String> escaped() throws NotUnderstood {
        char c = pattern.charAt(at++);
        return Character.isLetterOrDigit(c) ? lettersOf("\\" + c, "") : List.of(String.valueOf(c));
    }

    private static List<String> lettersOf(String letterClass, String preferred) throws NotUnderstood {
        try {
            Pattern one = Pattern.compile(letterClass);
            return (preferred + LETTERS)
                    .chars()
                    .mapToObj(letter -> String.valueOf((char) letter))
                    .filter(letter -> one.matcher(letter).matches())
                    .distinct()
                    .limit(2)
                    .toList();
        } catch (PatternSyntaxException unusual) {
            throw new NotUnderstood();
        }
    }

    private List<String> repeated(List<String> texts) throws NotUnderstood {
        if (at == pattern.length() || "*+?{".indexOf(pattern.charAt(at)) < 0) {
            return texts;
        }
        char c = pattern.charAt(at++);
        List<String> result = new ArrayList<>();
        if (c == '{') {
            int end = pattern.indexOf('}', at);
            int least = Integer.parseInt(pattern.substring(at, end).split(",", -1)[0]);
            at = end + 1;
            if (least > LONGEST) {
                throw new NotUnderstood();
            }
            texts.forEach(text -> result.add(text.repeat(least)));
        } else {
            result.addAll(texts);
            if (c != '+') {
                result.add("");
            }
        }
        if (at < pattern.length() && pattern.charAt(at) == '?') {
            at++;
        }
        return result;
    }

    private static List<String> joined(List<String> starts, List<String> ends) throws NotUnderstood {
        List<String> joined = new ArrayList<>();
        for (String end : ends) {
            for (String start : starts) {
                if (start.length() + end.length() > LONGEST) {
                    throw new NotUnderstood();
                }
                joined.add(start + end);
            }
        }
        return first(joined);
    }

    private static List<String> first(List<String> texts) {
        return texts.subList(0, Math.min(MOST, texts.size()));
    }

    /** The expression is none of the usual ones. */
    private static final class NotUnderstood extends Exception {
        private static final long serialVersionUID = 1;

        NotUnderstood() {
            super(null, null, false, false);
        }
    }
}
