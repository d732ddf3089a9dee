package io.stellwerk.rules.drl;

import java.util.List;
import java.util.Optional;

/**
 * The tokens of one rule.
 *
 * @param keyword the word {@code rule}
 * @param name a text or a word; {@link Token.Kind#END} if it is missing
 * @param header annotations and attributes
 * @param when the word {@code when}
 * @param conditions between {@code when} and {@code then}
 * @param then the word {@code then}; empty, with a finding, if it is missing
 * @param actions between {@code then} and {@code end}
 * @param end the word {@code end}, or what stands where it is missing
 */
record RuleText(
        Token keyword,
        Token name,
        List<Token> header,
        Optional<Token> when,
        List<Token> conditions,
        Optional<Token> then,
        List<Token> actions,
        Token end) {

    RuleText {
        header = List.copyOf(header);
        conditions = List.copyOf(conditions);
        actions = List.copyOf(actions);
    }

    int size() {
        return header.size() + conditions.size() + actions.size();
    }
}
