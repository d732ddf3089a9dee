package io.stellwerk.server.command;

import picocli.CommandLine.Model.CommandSpec;

/** How a command's result is written. */
enum Output {
    TEXT,
    JSON,
    SARIF;

    static Output textOrJson(Output wanted, CommandSpec spec) {
        if (wanted == SARIF) {
            throw new WrongUseException("'" + spec.qualifiedName() + "' writes text or json.");
        }
        return wanted;
    }
}
