package io.stellwerk.rules.read;

import io.stellwerk.rules.finding.FindingCode;

/** A text that goes no further; caught where the whole text is read. */
final class Misread extends Exception {

    private static final long serialVersionUID = 1;

    private final transient CellProblem problem;

    Misread(FindingCode code, int at, String message, String remedy) {
        super(message, null, false, false);
        this.problem = new CellProblem(code, at, message, remedy);
    }

    static Misread cell(int at, String message, String remedy) {
        return new Misread(FindingCode.MALFORMED_CELL, at, message, remedy);
    }

    CellProblem problem() {
        return problem;
    }
}
