package io.stellwerk.rules.drl;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    private static final Map<String, Operator> SIGNS = byWord(EQUAL, UNEQUAL, LESS, AT_MOST, MORE, AT_LEAST);
    private static final Map<String, Operator> WORDS = byWord(IN, CONTAINS, MEMBER_OF, MATCHES);
    private static final Map<String, Operator> OF_TEXTS = byWord(STARTS_WITH, ENDS_WITH, LENGTH);

    private final String word;

    Operator(String word) {
        this.word = word;
    }

    private static Map<String, Operator> byWord(Operator... operators) {
        return Stream.of(operators).collect(Collectors.toMap(operator -> operator.word, Function.identity()));
    }

    /** As rules write it. */
    String text() {
        return OF_TEXTS.containsValue(this) ? "str[" + word + "]" : word;
    }

    static Optional<Operator> ofSign(Token token) {
        return token.kind() == Token.Kind.SIGN ? Optional.ofNullable(SIGNS.get(token.text())) : Optional.empty();
    }

    static Optional<Operator> ofWord(Token token) {
        return token.isWord() ? Optional.ofNullable(WORDS.get(token.text())) : Optional.empty();
    }

    /** Whether the word begins a comparison. */
    static boolean startsWordRelation(Token token) {
        return ofWord(token).isPresent() || token.is("str");
    }

    /** What stands in the brackets of {@code str[…]}. */
    static Optional<Operator> ofTexts(Token token) {
        return token.isWord() ? Optional.ofNullable(OF_TEXTS.get(token.text())) : Optional.empty();
    }

    static List<String> texts() {
        return Stream.of(values()).map(Operator::text).toList();
    }
}
