package io.stellwerk.rules.testcase;

import io.stellwerk.rules.explain.Explanation.Derivation;
import io.stellwerk.rules.explain.Language;
import io.stellwerk.rules.explain.Wording;
import java.util.ArrayList;
import java.util.List;

/** A diagnosis in lines. */
final class DiagnosisText {

    private static final Wording WORDING = new Wording(Language.EN);

    private DiagnosisText() {}

    static List<String> lines(Diagnosis diagnosis) {
        List<String> lines = new ArrayList<>();
        lines.add(diagnosis
                .decidedBy()
                .map(rule -> "decided by " + WORDING.rule(rule))
                .orElse("no rule decided"));
        diagnosis.suspects().forEach(trial -> lines.add(WORDING.trial(trial)));
        for (Derivation surplus : diagnosis.surplus()) {
            lines.add((surplus.segment() ? "segment " : "announcement ") + surplus.name() + " comes from "
                    + WORDING.rule(surplus.by()));
        }
        diagnosis.placement().forEach(step -> lines.add(WORDING.placement(step)));
        return lines;
    }
}
