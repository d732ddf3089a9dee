package io.stellwerk.rules.drl;

import io.stellwerk.rules.formula.Formula;
import java.util.ArrayList;
import java.util.List;

/** Joins formulas without nesting that says nothing. */
final class FormulaParts {

    private FormulaParts() {}

    static Formula all(List<Formula> parts) {
        List<Formula> flat = new ArrayList<>();
        for (Formula part : parts) {
            if (part instanceof Formula.All all) {
                flat.addAll(all.parts());
            } else {
                flat.add(part);
            }
        }
        return flat.isEmpty() ? Formula.ALWAYS : flat.size() == 1 ? flat.get(0) : new Formula.All(flat);
    }

    static Formula any(List<Formula> parts) {
        List<Formula> flat = new ArrayList<>();
        for (Formula part : parts) {
            if (part instanceof Formula.Any any) {
                flat.addAll(any.parts());
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.get(0) : new Formula.Any(flat);
    }
}
