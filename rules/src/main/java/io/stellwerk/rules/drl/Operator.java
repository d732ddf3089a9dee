package io.stellwerk.rules.drl;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How a constraint compares. */
enum Operator {
    EQUAL("=="),
    UNEQUAL("!="),
    LESS("<"),
    AT_MOST("<="),
    MORE(">"),
    AT_LEAST(">="),
    IN("in"),
    CONTAINS("contains"),
    MEMBER_OF("memberOf"),
    MATCHES("matches"),
    STARTS_WITH("startsWith"),
    ENDS_WITH("endsWith"),
    LENGTH("length");

    private final String word;

    Operator(String word) {
        this.word = word;
    }

    /** As rules write it. */
    String text() {
        return ofTexts() ? "str[" + word + "]" : word;
    }

    private boolean ofTexts() {
        return this == STARTS_WITH || this == ENDS_WITH || this == LENGTH;
    }

    private boolean ofWords() {
        return this == IN || this == CONTAINS || this == MEMBER_OF || this == MATCHES;
    }

    static Optional<Operator> ofSign(Token token) {
        return Stream.of(values())
                .filter(operator -> !operator.ofTexts() && !operator.ofWords() && token.is(operator.word))
                .findFirst();
    }

    static Optional<Operator> ofWord(Token token) {
        return Stream.of(values())
                .filter(operator -> operator.ofWords() && token.is(operator.word))
                .findFirst();
    }

    /** What stands in the brackets of {@code str[…]}. */
    static Optional<Operator> ofTexts(Token token) {
        return Stream.of(values())
                .filter(operator -> operator.ofTexts() && token.is(operator.word))
                .findFirst();
    }

    static List<String> texts() {
        return Stream.of(values()).map(Operator::text).toList();
    }
}
