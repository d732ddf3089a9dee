package io.stellwerk.rules.drl;

import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.finding.Severity;
import java.util.NavigableSet;
import java.util.TreeSet;

/** What is found in one file: each with its place, and not without end. */
final class Report {

    static final int MOST = 500;

    private final String file;
    private final Findings findings;
    private final NavigableSet<Integer> errorsAt = new TreeSet<>();
    private int told;
    private int errors;

    Report(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    void add(FindingCode code, Token at, String message, String remedy) {
        if (code.severity() == Severity.ERROR) {
            errors++;
            errorsAt.add(at.start());
        }
        told++;
        if (told <= MOST) {
            findings.add(code.at(place(at), message, remedy));
        } else if (told == MOST + 1) {
            findings.add(FindingCode.MORE_FINDINGS.at(
                    place(at),
                    "From here on there are more findings than are told.",
                    "Correct those before, then check again."));
        }
    }

    void add(Unreadable unreadable) {
        unreadable
                .reason()
                .ifPresentOrElse(
                        reason -> add(reason.code(), reason.at(), reason.message(), reason.remedy()), () -> errors++);
    }

    /** How many things prevent publishing so far; what was read between two equal counts is sound. */
    int errors() {
        return errors;
    }

    /** Whether nothing that prevents publishing begins in this part of the text. */
    boolean soundBetween(Token first, Token last) {
        Integer error = errorsAt.ceiling(first.start());
        return error == null || error > last.end();
    }

    String file() {
        return file;
    }

    private Place place(Token at) {
        return Place.at(file, at.line(), at.column());
    }
}
