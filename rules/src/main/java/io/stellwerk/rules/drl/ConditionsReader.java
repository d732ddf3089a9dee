package io.stellwerk.rules.drl;

import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.formula.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads a rule's conditions: how they are joined from Drools' parser, what is in their brackets by our own grammar. */
final class ConditionsReader {

    /** More would let Drools' parser take seconds. */
    static final int MOST_PATTERNS = 200;

    private final RuleText rule;
    private final List<Token> tokens;
    private final Report report;
    private final PatternReader patterns;

    ConditionsReader(RuleText rule, DrlScope scope, Report report) {
        this.rule = rule;
        this.tokens = rule.conditions();
        this.report = report;
        this.patterns = new PatternReader(tokens, scope, report);
    }

    /** What the rule asks; something, with findings, if it cannot be read. Binds its variables in the scope. */
    Formula read(Scope scope) {
        try {
            Brackets.check(tokens);
            checkSize();
        } catch (Unreadable e) {
            report.add(e);
            return Formula.ALWAYS;
        }
        if (foreignWords()) {
            return formula(everyPattern(), scope);
        }
        int before = report.errors();
        Structure.Answer whole = Structure.of(rule, Skeleton.whole(rule));
        if (whole.tree().isPresent()) {
            return formula(whole.tree().get(), scope);
        }
        Structure.Answer structure = Structure.of(rule, Skeleton.patterns(rule));
        structure.problem().ifPresent(report::add);
        Formula formula = formula(structure.tree().orElseGet(this::everyPattern), scope);
        if (report.errors() == before) {
            whole.problem().ifPresent(report::add);
        }
        return formula;
    }

    private void checkSize() throws Unreadable {
        int[] opening = patternBrackets();
        if (opening.length > MOST_PATTERNS) {
            throw new Unreadable(
                    FindingCode.TOO_DEEP_OR_LARGE,
                    tokens.get(opening[MOST_PATTERNS]),
                    "A rule has at most " + MOST_PATTERNS + " patterns.",
                    "Write a decision table, or several rules.");
        }
    }

    /** Whether something stands between the patterns that belongs to other parts of DRL; each is a finding. */
    private boolean foreignWords() {
        boolean found = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Optional<String> remedy = ForeignWords.ofConditions(token);
            remedy.ifPresent(text -> report.add(
                    FindingCode.OUTSIDE_SUBSET,
                    token,
                    "'" + token.shown() + "' does not belong to the part of DRL that is read here.",
                    text));
            found |= remedy.isPresent();
            if (Brackets.ofPattern(tokens, i)) {
                i = Brackets.closing(tokens, i);
            }
        }
        return found;
    }

    /** For a rule whose structure is not known: so that what is wrong within its patterns is found all the same. */
    private PatternTree everyPattern() {
        return new PatternTree.All(IntStream.of(patternBrackets())
                .map(open -> open >= 3 && tokens.get(open - 2).is(":") ? open - 3 : open - 1)
                .filter(first -> PatternType.of(tokens.get(first).text()).isPresent()
                        || tokens.get(first + 1).is(":"))
                .<PatternTree>mapToObj(PatternTree.Pattern::new)
                .toList());
    }

    private int[] patternBrackets() {
        List<Integer> brackets = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (Brackets.ofPattern(tokens, i)) {
                brackets.add(i);
                i = Brackets.closing(tokens, i);
            }
        }
        return brackets.stream().mapToInt(Integer::intValue).toArray();
    }

    private Formula formula(PatternTree tree, Scope scope) {
        if (tree instanceof PatternTree.All all) {
            return FormulaParts.all(
                    all.parts().stream().map(part -> formula(part, scope)).toList());
        } else if (tree instanceof PatternTree.Any any) {
            return FormulaParts.any(
                    any.parts().stream().map(part -> closed("or", part, scope)).toList());
        } else if (tree instanceof PatternTree.Not not) {
            return FactTests.not(closed("not", not.part(), scope));
        } else if (tree instanceof PatternTree.Exists exists) {
            return closed("exists", exists.part(), scope);
        }
        return patterns.read(((PatternTree.Pattern) tree).first(), scope);
    }

    /** What is bound within is not known behind it. */
    private Formula closed(String word, PatternTree part, Scope scope) {
        Scope inner = scope.inner();
        Formula formula = formula(part, inner);
        inner.close(word);
        return formula;
    }
}
