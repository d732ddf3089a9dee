package io.stellwerk.rules.value;

import io.stellwerk.rules.finding.FindingCode;

/** A text that goes no further; caught where the whole text is read. */
public final class Misread extends Exception {

    private static final long serialVersionUID = 1;

    private final transient CellProblem problem;

    public Misread(FindingCode code, int at, String message, String remedy) {
        super(message, null, false, false);
        this.problem = new CellProblem(code, at, message, remedy);
    }

    public static Misread cell(int at, String message, String remedy) {
        return new Misread(FindingCode.MALFORMED_CELL, at, message, remedy);
    }

    public CellProblem problem() {
        return problem;
    }
}
