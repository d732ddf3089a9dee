package io.stellwerk.rules.drl;

import io.stellwerk.rules.drl.Token.Kind;
import io.stellwerk.rules.finding.FindingCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Splits the text of a DRL file into tokens. What belongs to none is a finding and left out, so that the rest can still
 * be read.
 *
 * <p>Blanks are whatever looks like one, no-break spaces too; comments begin with two slashes, with a slash and a star, or
 * with a hash as the first character of a line. Texts stand in double or single quotes on one line; their escapes are
 * resolved here, once, to plain characters.
 */
final class DrlLexer {

    private static final Set<String> PAIRS = Set.of("==", "!=", "<=", ">=", "&&", "||", ":=");
    private static final String SIGNS = "()[]{},;:.<>!&|+-*/%=?^~@#";

    private final String text;
    private final Report report;
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private DrlLexer(String text, Report report) {
        this.text = text;
        this.report = report;
    }

    static List<Token> tokens(String text, Report report) {
        DrlLexer lexer = new DrlLexer(text, report);
        while (lexer.at < text.length()) {
            lexer.step();
        }
        return lexer.tokens;
    }

    private void step() {
        char c = text.charAt(at);
        if (c == '\n') {
            newLine();
        } else if (blank(c)) {
            at++;
        } else if (startsComment(c)) {
            skipComment();
        } else if (startsWord(c)) {
            add(Kind.WORD, endOfWord());
        } else if (digit(c)) {
            add(Kind.NUMBER, endOfNumber());
        } else if (c == '"' || c == '\'') {
            quoted(c);
        } else if (SIGNS.indexOf(c) >= 0) {
            boolean pair = at + 1 < text.length() && PAIRS.contains(text.substring(at, at + 2));
            add(Kind.SIGN, at + (pair ? 2 : 1));
        } else {
            strange();
        }
    }

    private void newLine() {
        at++;
        line++;
        lineStart = at;
    }

    private static boolean blank(char c) {
        return c != '\n' && (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF');
    }

    private boolean startsComment(char c) {
        return (c == '#' && firstOnLine()) || text.startsWith("//", at) || text.startsWith("/*", at);
    }

    private boolean firstOnLine() {
        return tokens.isEmpty() || tokens.get(tokens.size() - 1).line() < line;
    }

    private void skipComment() {
        if (!text.startsWith("/*", at)) {
            at = endOfLine();
            return;
        }
        Token start = token(Kind.SIGN, at + 2);
        int end = text.indexOf("*/", at + 2);
        if (end < 0) {
            report.add(FindingCode.DRL_SYNTAX, start, "The comment that begins here does not end.", "End it by */.");
        }
        int behind = end < 0 ? text.length() : end + 2;
        while (at < behind) {
            if (text.charAt(at) == '\n') {
                newLine();
            } else {
                at++;
            }
        }
    }

    private int endOfLine() {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }

    private static boolean startsWord(char c) {
        return Character.isLetter(c) || c == '$' || c == '_';
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private int endOfWord() {
        int end = at;
        while (end < text.length() && (startsWord(text.charAt(end)) || Character.isLetterOrDigit(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    /** With the letters that Java would let follow, so that they are one mistake and not two tokens. */
    private int endOfNumber() {
        int end = at;
        while (end < text.length()
                && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_' || pointOfNumber(end))) {
            end++;
        }
        return end;
    }

    private boolean pointOfNumber(int index) {
        return text.charAt(index) == '.' && index + 1 < text.length() && digit(text.charAt(index + 1));
    }

    private void add(Kind kind, int end) {
        tokens.add(token(kind, end));
        at = end;
    }

    private Token token(Kind kind, int end) {
        return new Token(kind, text.substring(at, end), at, end, line, at - lineStart + 1);
    }

    private void quoted(char quote) {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
            end += text.charAt(end) == '\\' && end + 1 < text.length() && text.charAt(end + 1) != '\n' ? 2 : 1;
        }
        boolean closed = end < text.length() && text.charAt(end) == quote;
        Token raw = token(Kind.TEXT, closed ? end + 1 : Math.min(end, text.length()));
        if (!closed) {
            report.add(
                    FindingCode.DRL_SYNTAX,
                    raw,
                    "The text that begins here is not closed on its line.",
                    "Close it by " + quote + "; a quote within it is written \\" + quote + ".");
        }
        String content = raw.text().substring(1, raw.text().length() - (closed ? 1 : 0));
        String value = content.indexOf('\\') < 0 ? content : Escapes.resolve(content, raw, report);
        tokens.add(new Token(Kind.TEXT, value, raw.start(), raw.end(), raw.line(), raw.column()));
        at = raw.end();
    }

    private void strange() {
        int end = at;
        while (end < text.length() && strange(text.charAt(end))) {
            end++;
        }
        Token run = token(Kind.SIGN, end);
        boolean typographic = "„“”‚‘’«»".indexOf(text.charAt(at)) >= 0;
        report.add(
                FindingCode.DRL_SYNTAX,
                run,
                "'" + run.shown() + "' is not understood here.",
                typographic ? "Write straight quotes: \"text\"." : "Take it out, or write it within a text in quotes.");
        at = end;
    }

    private static boolean strange(char c) {
        return c != '\n' && !blank(c) && !startsWord(c) && !digit(c) && c != '"' && c != '\'' && SIGNS.indexOf(c) < 0;
    }
}
