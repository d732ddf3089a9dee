package io.stellwerk.rules.drl;

import io.stellwerk.rules.drl.PatternTree.All;
import io.stellwerk.rules.drl.PatternTree.Any;
import io.stellwerk.rules.drl.PatternTree.Exists;
import io.stellwerk.rules.drl.PatternTree.Not;
import io.stellwerk.rules.drl.PatternTree.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.kie.internal.builder.conf.LanguageLevelOption;

/**
 * Asks Drools' own parser how the patterns of a rule are joined, so that precedence and nesting are those of DRL.
 *
 * <p>Its syntax tree is read by a whitelist: and, or, not, exists and plain patterns.
 */
final class Structure {

    /** The joined patterns, or why there are none. */
    record Answer(Optional<PatternTree> tree, Optional<Unreadable> problem) {}

    private static final String REMEDY =
            "Conditions are patterns such as Customer( openOffers >= 1 ), joined by and, or, not, exists and brackets.";

    private final RuleText rule;

    private Structure(RuleText rule) {
        this.rule = rule;
    }

    /** @param skeleton of this rule */
    static Answer of(RuleText rule, String skeleton) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        Structure structure = new Structure(rule);
        try {
            PackageDescr parsed = parser.parse(false, skeleton);
            return parsed == null || parser.hasErrors()
                    ? new Answer(Optional.empty(), Optional.of(structure.syntaxError(parser)))
                    : new Answer(Optional.of(structure.tree(parsed)), Optional.empty());
        } catch (DroolsParserException e) {
            return new Answer(Optional.empty(), Optional.of(structure.syntaxError(parser)));
        } catch (Unreadable e) {
            return new Answer(Optional.empty(), Optional.of(e));
        }
    }

    private Unreadable syntaxError(DrlParser parser) {
        Token at = parser.getErrors().stream()
                .filter(ParserError.class::isInstance)
                .map(error -> tokenFrom(((ParserError) error).getCol()))
                .findFirst()
                .orElse(rule.keyword());
        return Unreadable.syntax(at, Cursor.quoted(at) + " is not understood here.", REMEDY);
    }

    /** The first token at or behind a column of the skeleton, which counts from 0. */
    private Token tokenFrom(int column) {
        int offset = rule.keyword().start() - Skeleton.MARGIN + column;
        List<Token> all = new ArrayList<>(rule.header());
        rule.when().ifPresent(all::add);
        all.addAll(rule.conditions());
        // A name at the end could go on as a pattern, so that the parser misses something only behind it.
        Token behind = all.isEmpty() ? rule.end() : all.get(all.size() - 1);
        return all.stream().filter(token -> token.end() > offset).findFirst().orElse(behind);
    }

    private PatternTree tree(PackageDescr parsed) throws Unreadable {
        boolean oneRule = parsed.getRules().size() == 1
                && parsed.getImports().isEmpty()
                && parsed.getFunctions().isEmpty()
                && parsed.getGlobals().isEmpty()
                && parsed.getTypeDeclarations().isEmpty();
        RuleDescr only = oneRule ? parsed.getRules().get(0) : null;
        if (only == null
                || only.isQuery()
                || only.hasParent()
                || !only.getNamedConsequences().isEmpty()) {
            throw foreign(rule.keyword());
        }
        return only.getLhs() == null ? new All(List.of()) : tree(only.getLhs());
    }

    private PatternTree tree(BaseDescr descr) throws Unreadable {
        if (descr instanceof AndDescr and) {
            return new All(parts(and));
        } else if (descr instanceof OrDescr or) {
            return new Any(parts(or));
        } else if (descr instanceof NotDescr not) {
            return new Not(new All(parts(not)));
        } else if (descr instanceof ExistsDescr exists) {
            return new Exists(new All(parts(exists)));
        } else if (descr instanceof PatternDescr pattern && plain(pattern)) {
            return new Pattern(index(pattern));
        }
        throw foreign(tokenFrom(descr.getStartCharacter()));
    }

    private List<PatternTree> parts(ConditionalElementDescr element) throws Unreadable {
        List<PatternTree> parts = new ArrayList<>();
        for (BaseDescr descr : element.getDescrs()) {
            parts.add(tree(descr));
        }
        return parts;
    }

    private static boolean plain(PatternDescr pattern) {
        return pattern.getSource() == null
                && !pattern.isQuery()
                && !pattern.isUnification()
                && (pattern.getBehaviors() == null || pattern.getBehaviors().isEmpty())
                && pattern.getAnnotationNames().isEmpty();
    }

    private int index(PatternDescr pattern) throws Unreadable {
        int offset = rule.keyword().start() - Skeleton.MARGIN + pattern.getStartCharacter();
        List<Token> conditions = rule.conditions();
        for (int low = 0, high = conditions.size() - 1; low <= high; ) {
            int middle = (low + high) >>> 1;
            int order = Integer.compare(conditions.get(middle).start(), offset);
            if (order == 0) {
                return middle;
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        throw foreign(tokenFrom(pattern.getStartCharacter()));
    }

    private static Unreadable foreign(Token at) {
        return Unreadable.outside(
                at,
                Cursor.quoted(at) + " begins something that does not belong to the part of DRL that is read here.",
                REMEDY);
    }
}
