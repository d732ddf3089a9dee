package io.stellwerk.rules.sample;

import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.formula.Formula;
import io.stellwerk.rules.formula.FormulaText;
import io.stellwerk.rules.table.Action;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes DRL rules down as a test reads best: {@code rule("a.drl", "vip").when(asks("hotline", is("x"))).then(toPlan("p"))}. */
public final class Rules {

    private final String file;
    private final String name;
    private int line = 1;
    private int salience;
    private boolean enabled = true;
    private Optional<Instant> effective = Optional.empty();
    private Optional<Instant> expires = Optional.empty();
    private Optional<String> group = Optional.empty();
    private Formula when = Formula.ALWAYS;

    private Rules(String file, String name) {
        this.file = file;
        this.name = name;
    }

    public static Rules rule(String file, String name) {
        return new Rules(file, name);
    }

    public Rules line(int newLine) {
        line = newLine;
        return this;
    }

    public Rules salience(int newSalience) {
        salience = newSalience;
        return this;
    }

    public Rules off() {
        enabled = false;
        return this;
    }

    public Rules from(Instant instant) {
        effective = Optional.of(instant);
        return this;
    }

    public Rules until(Instant instant) {
        expires = Optional.of(instant);
        return this;
    }

    public Rules group(String newGroup) {
        group = Optional.of(newGroup);
        return this;
    }

    /** All of these. */
    public Rules when(Formula... parts) {
        when = parts.length == 1 ? parts[0] : all(parts);
        return this;
    }

    /** A rule that adds segments or announcements only derives, any other decides. */
    public DrlRule then(Action action) {
        Phase phase = action.plan().isPresent() || action.reject().isPresent() ? Phase.DECIDE : Phase.DERIVE;
        return new DrlRule(
                file,
                name,
                line,
                salience,
                enabled,
                effective,
                expires,
                group,
                Map.of(),
                phase,
                when,
                line,
                action,
                FormulaText.of(when));
    }

    public static Formula asks(String fact, Cell cell) {
        return new Formula.Test(field(fact), cell);
    }

    public static FactField field(String fact) {
        return Tables.DICTIONARY.field(fact).orElseThrow();
    }

    public static Formula all(Formula... parts) {
        return new Formula.All(List.of(parts));
    }

    public static Formula any(Formula... parts) {
        return new Formula.Any(List.of(parts));
    }

    public static Formula not(Formula formula) {
        return new Formula.Not(formula);
    }
}
