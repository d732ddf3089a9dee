package io.stellwerk.rules.index;

import com.google.re2j.Pattern;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.formula.Comparison;
import io.stellwerk.rules.formula.Formula;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Formulas of every kind over given facts. */
public final class RandomFormulas {

    private static final List<String> TEXTS = List.of("", "a", "b", "ab", "vip", "9");
    private static final List<String> PATTERNS = List.of("a.*", ".*b", "a|b", "", "[a-z]+", "\\+.*9");

    private final Random random;
    private final RandomCells cells;
    private final List<FactField> facts;

    public RandomFormulas(Random random, List<FactField> facts) {
        this.random = random;
        this.cells = new RandomCells(random);
        this.facts = facts;
    }

    /** @param depth of the deepest leaf below the root */
    public Formula formula(int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return leaf();
        }
        return switch (random.nextInt(5)) {
            case 0 -> new Formula.Not(formula(depth - 1));
            case 1, 2 -> new Formula.Any(parts(depth));
            default -> new Formula.All(parts(depth));
        };
    }

    private List<Formula> parts(int depth) {
        return IntStream.range(0, random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(4))
                .mapToObj(i -> formula(depth - 1))
                .toList();
    }

    private Formula leaf() {
        FactField fact = facts.get(random.nextInt(facts.size()));
        if (random.nextInt(3) > 0 || fact.type() == FactType.YES_NO) {
            return new Formula.Test(fact, cells.cell(fact.type()));
        }
        return switch (fact.type()) {
            case TEXT, ONE_OF, PHONE_NUMBER -> ofText(fact);
            case TEXT_SET -> has(fact);
            default -> compared(fact);
        };
    }

    private Formula ofText(FactField fact) {
        String text = TEXTS.get(random.nextInt(TEXTS.size()));
        return switch (random.nextInt(5)) {
            case 0 -> new Formula.Matches(fact, Pattern.compile(PATTERNS.get(random.nextInt(PATTERNS.size()))));
            case 1 -> new Formula.EndsWith(fact, text);
            case 2 -> new Formula.HasPart(fact, text);
            case 3 -> new Formula.HasLength(fact, random.nextInt(5));
            default -> compared(fact);
        };
    }

    private Formula has(FactField set) {
        List<FactField> texts =
                facts.stream().filter(fact -> fact.type() == FactType.TEXT).toList();
        return texts.isEmpty()
                ? new Formula.Test(set, cells.cell(FactType.TEXT_SET))
                : new Formula.Has(set, texts.get(random.nextInt(texts.size())));
    }

    private Formula compared(FactField left) {
        List<FactField> same =
                facts.stream().filter(fact -> fact.type() == left.type()).toList();
        List<Comparison> all = List.of(Comparison.values());
        Comparison comparison = all.get(random.nextInt(all.size()));
        return new Formula.Compares(left, comparison, same.get(random.nextInt(same.size())));
    }
}
