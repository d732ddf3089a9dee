package io.stellwerk.rules.drl;

import java.util.List;

/** Goes through tokens from left to right. */
final class Cursor {

    private final List<Token> tokens;
    private final Token end;
    private int at;

    /** @param behind what stands behind the last of them: the place of what is missing */
    Cursor(List<Token> tokens, Token behind) {
        this.tokens = tokens;
        this.end = behind.before();
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    Token peek() {
        return peek(0);
    }

    /** The one that is so many ahead; beyond the last one the end. */
    Token peek(int ahead) {
        return at + ahead < tokens.size() ? tokens.get(at + ahead) : end;
    }

    Token next() {
        Token next = peek();
        at++;
        return next;
    }

    boolean take(String wordOrSign) {
        if (!peek().is(wordOrSign)) {
            return false;
        }
        at++;
        return true;
    }

    void expect(String wordOrSign, String remedy) throws Unreadable {
        if (!take(wordOrSign)) {
            throw Unreadable.syntax(peek(), "Here '" + wordOrSign + "' is needed, not " + quoted(peek()) + ".", remedy);
        }
    }

    static String quoted(Token token) {
        return switch (token.kind()) {
            case END -> "the end";
            case TEXT -> token.shown();
            default -> "'" + token.shown() + "'";
        };
    }

    /** Steps over a token, and over all up to its partner if it opens a bracket. */
    void skip() {
        int depth = 0;
        do {
            Token token = next();
            depth += token.opens() ? 1 : token.closes() ? -1 : 0;
        } while (depth > 0 && !atEnd());
    }
}
