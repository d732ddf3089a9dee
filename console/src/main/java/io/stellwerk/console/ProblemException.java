package io.stellwerk.console;

/** Carries a problem to where it is answered. */
final class ProblemException extends Exception {

    private final transient Problem problem;

    ProblemException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
