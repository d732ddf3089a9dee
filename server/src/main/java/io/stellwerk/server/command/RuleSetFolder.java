package io.stellwerk.server.command;

import io.stellwerk.connector.numbers.libphonenumber.LibPhoneNumberPlan;
import io.stellwerk.engine.port.Holidays;
import io.stellwerk.rules.Compilation;
import io.stellwerk.rules.RuleSets;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.Severity;
import io.stellwerk.rules.read.RuleSetFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A rule set's folder as a command is given it. */
final class RuleSetFolder {

    private RuleSetFolder() {}

    static Compilation compile(Path folder, Holidays holidays) throws IOException {
        return RuleSets.compile(files(folder), holidays, new LibPhoneNumberPlan(), 0);
    }

    static RuleSetFiles files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new WrongUseException("'" + folder + "' is no folder. Name the folder of a rule set.");
        }
        return RuleSetFiles.ofFolder(folder);
    }

    static boolean hasErrors(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }
}
