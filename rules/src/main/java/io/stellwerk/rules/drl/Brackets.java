package io.stellwerk.rules.drl;

import io.stellwerk.rules.finding.FindingCode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Brackets among the tokens of a rule's conditions. */
final class Brackets {

    /** Deeper is written by nobody, and would let a parser that descends overflow its stack. */
    static final int DEEPEST = 50;

    private static final Set<String> JOINING = Set.of("and", "or", "not", "exists");

    private Brackets() {}

    /** Whether the bracket here opens the constraints of a pattern, rather than a group of patterns. */
    static boolean ofPattern(List<Token> tokens, int index) {
        return tokens.get(index).is("(")
                && index > 0
                && tokens.get(index - 1).isWord()
                && !JOINING.contains(tokens.get(index - 1).text());
    }

    /** The index of the partner of an opening bracket; behind the last token if there is none. */
    static int closing(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += tokens.get(i).opens() ? 1 : tokens.get(i).closes() ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size();
    }

    /** Fails if one is deeper than {@link #DEEPEST}, whether they have partners or not. */
    static void checkDepth(List<Token> tokens) throws Unreadable {
        int depth = 0;
        for (Token token : tokens) {
            depth = Math.max(0, depth + (token.opens() ? 1 : token.closes() ? -1 : 0));
            if (depth > DEEPEST) {
                throw new Unreadable(
                        FindingCode.TOO_DEEP_OR_LARGE,
                        token,
                        "Brackets are nested more than " + DEEPEST + " deep here.",
                        "Derive a segment from the inner conditions, and test that.");
            }
        }
    }

    /** Fails unless every bracket has a partner of its kind. */
    static void checkPartners(List<Token> tokens) throws Unreadable {
        Deque<Token> open = new ArrayDeque<>();
        for (Token token : tokens) {
            if (token.opens()) {
                open.push(token);
            } else if (token.closes() && (open.isEmpty() || !partners(open.pop(), token))) {
                throw Unreadable.syntax(
                        token, "'" + token.shown() + "' closes no bracket.", "Take it out, or open one before.");
            }
        }
        if (!open.isEmpty()) {
            throw Unreadable.syntax(
                    open.peek(), "'" + open.peek().shown() + "' is not closed in this rule.", "Close the bracket.");
        }
    }

    private static boolean partners(Token open, Token close) {
        return List.of("()", "[]", "{}").contains(open.text() + close.text());
    }
}
