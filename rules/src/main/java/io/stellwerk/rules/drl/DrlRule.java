package io.stellwerk.rules.drl;

import io.stellwerk.rules.formula.Formula;
import io.stellwerk.rules.table.Action;
import io.stellwerk.rules.table.Phase;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A rule of a DRL file, read and typed.
 *
 * @param file its file's name within the rule set: {@code rules/20-offers.drl}
 * @param name unique in the rule set
 * @param line where the word {@code rule} stands, from 1
 * @param salience rules and tables of a higher one come first; equals come in the order of their files, then of their lines
 * @param enabled whether it takes part at all
 * @param effective from when on it counts, included
 * @param expires until when it counts, excluded
 * @param activationGroup of the rules of one group only the first by precedence counts; deriving rules only
 * @param metadata by key, as {@code @owner("marketing")} tells it
 * @param when what it asks of a call
 * @param actionLine where its first action stands, from 1
 * @param text of its conditions as their author wrote them, for explanations
 */
public record DrlRule(
        String file,
        String name,
        int line,
        int salience,
        boolean enabled,
        Optional<Instant> effective,
        Optional<Instant> expires,
        Optional<String> activationGroup,
        Map<String, String> metadata,
        Phase phase,
        Formula when,
        int actionLine,
        Action action,
        String text) {

    public DrlRule {
        metadata = Map.copyOf(metadata);
    }
}
