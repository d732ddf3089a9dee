package io.stellwerk.server.command;

/** What the process tells its caller. */
final class ExitCode {

    static final int FINE = 0;
    /** Something is wrong with the rule set, the customers or the cases. */
    static final int FINDINGS = 1;
    /** The command line or the configuration is wrong. */
    static final int WRONG_USE = 2;
    /** A port, a disk or a server failed. */
    static final int FAULT = 3;

    private ExitCode() {}
}
