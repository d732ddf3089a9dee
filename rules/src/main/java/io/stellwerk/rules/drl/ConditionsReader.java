package io.stellwerk.rules.drl;

import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
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
    private final DrlScope facts;
    private final Report report;
    private final PatternReader patterns;

    ConditionsReader(RuleText rule, DrlScope facts, Report report) {
        this.rule = rule;
        this.tokens = rule.conditions();
        this.facts = facts;
        this.report = report;
        this.patterns = new PatternReader(tokens, facts, report);
    }

    /**
     * What the rule asks; something, with findings, if it cannot be read. Binds its variables in the scope.
     *
     * @param headerSound whether the rule's annotations and attributes could be read
     */
    Formula read(Scope scope, boolean headerSound) {
        try {
            Brackets.checkDepth(tokens);
            checkSize();
        } catch (Unreadable e) {
            report.add(e);
            return Formula.ALWAYS;
        }
        boolean foreign = foreignWords();
        if (bracketsOpen() || foreign) {
            return formula(everyPattern(), scope);
        }
        if (headerSound && constraintsSound()) {
            Optional<PatternTree> tree =
                    Structure.of(rule, Skeleton.whole(rule)).tree();
            if (tree.isPresent()) {
                return formula(tree.get(), scope);
            }
        }
        return partByPart(scope, headerSound);
    }

    /** So that Drools' parser gets to see nothing that its descent or its looking ahead could be misled by. */
    private boolean constraintsSound() {
        Report trial = new Report(report.file(), new Findings());
        new ConditionsReader(rule, facts, trial).formula(everyPattern(), Scope.ofRule());
        return trial.errors() == 0;
    }

    private Formula partByPart(Scope scope, boolean headerSound) {
        int before = report.errors();
        Structure.Answer structure = Structure.of(rule, Skeleton.patterns(rule));
        structure.problem().ifPresent(report::add);
        Formula formula = formula(structure.tree().orElseGet(this::everyPattern), scope);
        if (headerSound && report.errors() == before) {
            // What our grammar lets through and Drools' does not, is not DRL.
            Structure.of(rule, Skeleton.whole(rule)).problem().ifPresent(report::add);
        }
        return formula;
    }

    private boolean bracketsOpen() {
        try {
            Brackets.checkPartners(tokens);
            return false;
        } catch (Unreadable e) {
            report.add(e);
            return true;
        }
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

    /** Whether something stands between the patterns that belongs to other parts of DRL; one finding before each pattern. */
    private boolean foreignWords() {
        boolean found = false;
        boolean foundHere = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Optional<String> remedy = ForeignWords.ofConditions(token);
            if (remedy.isPresent() && !foundHere) {
                report.add(
                        FindingCode.OUTSIDE_SUBSET,
                        token,
                        Cursor.quoted(token) + " does not belong to the part of DRL that is read here.",
                        remedy.get());
                foundHere = true;
            }
            found |= foundHere;
            if (Brackets.ofPattern(tokens, i)) {
                i = Brackets.closing(tokens, i);
                foundHere = false;
            }
        }
        return found;
    }

    /** For a rule whose structure is not known: so that what is wrong within its patterns is found all the same. */
    private PatternTree everyPattern() {
        return new PatternTree.All(IntStream.of(patternBrackets())
                .filter(open -> Brackets.closing(tokens, open) < tokens.size())
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
