package io.stellwerk.connector.crm.csv;

import java.util.List;

/** A file that cannot be read as a whole; becomes {@link ImportReport.Outcome#REFUSED}. */
final class UnreadableFileException extends Exception {

    private final transient List<String> problems;

    UnreadableFileException(List<String> problems) {
        super(String.join("; ", problems));
        this.problems = List.copyOf(problems);
    }

    /** All that is wrong, each with its remedy. */
    List<String> problems() {
        return problems;
    }
}
