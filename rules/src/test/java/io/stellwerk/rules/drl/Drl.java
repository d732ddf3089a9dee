package io.stellwerk.rules.drl;

import io.stellwerk.engine.customer.AttributeDeclaration;
import io.stellwerk.engine.customer.AttributeType;
import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.formula.FormulaText;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** DRL as tests read it, with a small tenant's facts. */
record Drl(List<DrlRule> rules, List<Finding> findings) {

    static final FactDictionary DICTIONARY = FactDictionary.of(
            List.of(
                    new AttributeDeclaration("product", AttributeType.ONE_OF, List.of("power", "gas")),
                    new AttributeDeclaration("contractEnd", AttributeType.DATE, List.of()),
                    new AttributeDeclaration("smartMeter", AttributeType.YES_NO, List.of()),
                    new AttributeDeclaration("then", AttributeType.NUMBER, List.of()),
                    new AttributeDeclaration("größe", AttributeType.TEXT, List.of())),
            List.of("A", "B", "C"),
            List.of("strom", "service"),
            List.of("hamburg", "kiel"),
            List.of("service-hours"));

    static final DrlScope SCOPE = new DrlScope(DICTIONARY, Set.of(), true, ZoneId.of("Europe/Berlin"));

    static Drl file(String text) {
        Findings findings = new Findings();
        List<DrlRule> rules = new DrlReader(SCOPE, findings).read("rules/a.drl", text);
        return new Drl(rules, findings.sorted());
    }

    /** A file of one deciding rule with these conditions in its third line. */
    static Drl when(String conditions) {
        return file("rule \"r\"\nwhen\n" + conditions + "\nthen\n  route.to(\"p\");\nend\n");
    }

    /** A file of one rule with these actions in its fourth line. */
    static Drl then(String actions) {
        return file(
                "rule \"r\" when\n $c : Customer( $owner : offerOwner, $tags : tags )\nthen\n" + actions + "\nend\n");
    }

    /** A file of one rule with these annotations and attributes in its second line. */
    static Drl header(String header) {
        return file("rule \"r\"\n" + header + "\nwhen then insert(new Segment(\"s\")); end");
    }

    DrlRule rule() {
        if (rules.size() != 1 || !findings.isEmpty()) {
            throw new AssertionError("Not one sound rule: " + rules + " " + findings);
        }
        return rules.get(0);
    }

    /** What the only rule asks; its findings if it has some. */
    String formula() {
        return rules.size() == 1 && findings.isEmpty() ? FormulaText.of(rule().when()) : told();
    }

    /** All findings, one a line, without their file. */
    String told() {
        return String.join(
                "\n",
                findings.stream()
                        .map(finding -> finding.toString().replace("rules/a.drl:", ""))
                        .toList());
    }
}
