package io.stellwerk.rules.lower;

import io.stellwerk.rules.drl.DrlRule;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.Phase;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What has a place of its own in the order of a rule set's evaluation: a table, or a DRL rule. */
public sealed interface Part {

    /** Those of higher salience first, equals in the order of their files, then of their lines. */
    Comparator<Part> PRECEDENCE = Comparator.comparing(Part::salience, Comparator.reverseOrder())
            .thenComparing(Part::file)
            .thenComparing(Part::line);

    String file();

    /** Where it begins, from 1. */
    int line();

    int salience();

    /** A whole table. */
    record OfTable(DecisionTable table) implements Part {

        @Override
        public String file() {
            return table.file();
        }

        @Override
        public int line() {
            return 1;
        }

        @Override
        public int salience() {
            return table.salience();
        }

        @Override
        public String toString() {
            return table.file();
        }
    }

    /** One DRL rule. */
    record OfRule(DrlRule rule) implements Part {

        @Override
        public String file() {
            return rule.file();
        }

        @Override
        public int line() {
            return rule.line();
        }

        @Override
        public int salience() {
            return rule.salience();
        }

        @Override
        public String toString() {
            return rule.file() + "#" + rule.name();
        }
    }

    /** Those of one phase, by precedence; rules that are switched off have no part in it. */
    static List<Part> byPrecedence(Phase phase, List<DecisionTable> tables, List<DrlRule> rules) {
        Stream<Part> ofTables =
                tables.stream().filter(table -> table.phase() == phase).map(OfTable::new);
        Stream<Part> ofRules = rules.stream()
                .filter(rule -> rule.phase() == phase && rule.enabled())
                .map(OfRule::new);
        return Stream.concat(ofTables, ofRules).sorted(PRECEDENCE).toList();
    }
}
