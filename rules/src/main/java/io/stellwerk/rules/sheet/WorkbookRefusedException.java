package io.stellwerk.rules.sheet;

import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Place;
import java.io.IOException;

/** A workbook that is not read on. */
final class WorkbookRefusedException extends IOException {

    private static final long serialVersionUID = 1;

    private final FindingCode code;
    private final String message;
    private final String remedy;

    private WorkbookRefusedException(FindingCode code, String message, String remedy) {
        super(message);
        this.code = code;
        this.message = message;
        this.remedy = remedy;
    }

    static WorkbookRefusedException notOne(String message) {
        return new WorkbookRefusedException(
                FindingCode.NOT_A_WORKBOOK, message, "Save it anew as an Excel workbook (.xlsx), or as CSV UTF-8.");
    }

    static WorkbookRefusedException notOne(String message, String remedy) {
        return new WorkbookRefusedException(FindingCode.NOT_A_WORKBOOK, message, remedy);
    }

    static WorkbookRefusedException unsafe(String message, String remedy) {
        return new WorkbookRefusedException(FindingCode.UNSAFE_WORKBOOK, message, remedy);
    }

    static WorkbookRefusedException tooLarge(String message) {
        return new WorkbookRefusedException(
                FindingCode.WORKBOOK_TOO_LARGE, message, "Split the table, or delete what does not belong to it.");
    }

    Finding finding(Place place) {
        return code.at(place, message, remedy);
    }
}
