package io.stellwerk.rules.drl;

/** Words that are values. */
final class Literals {

    private Literals() {}

    static boolean isWord(Token token) {
        return token.is("null") || token.is("true") || token.is("false");
    }
}
