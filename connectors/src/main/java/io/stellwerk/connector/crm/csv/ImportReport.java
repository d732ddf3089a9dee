package io.stellwerk.connector.crm.csv;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What came of an import. Holds no personal data.
 *
 * @param explanations why it was refused or held back and what to do; else empty
 * @param readAs encoding and separator that were found out; empty if it did not come to that
 * @param rows without the heading and empty ones
 * @param accepted customers, or people, that can be read
 * @param numbers that the accepted ones have; one that two customers share counts twice
 * @param trunks prefixes that the accepted ones have, counted likewise
 * @param quarantined rows that cannot be read
 * @param reasons how often each reason stands in the quarantine; one row may have several
 * @param unknownColumns that were ignored
 * @param notes what is worth knowing though nothing is wrong
 * @param generation that serves now; empty if nothing was changed
 * @param quarantineFile empty if all rows are good
 */
public record ImportReport(
        Outcome outcome,
        List<String> explanations,
        String readAs,
        long rows,
        long accepted,
        long numbers,
        long trunks,
        long quarantined,
        Map<QuarantineReason, Long> reasons,
        List<String> unknownColumns,
        List<String> notes,
        OptionalLong generation,
        Optional<Path> quarantineFile,
        Duration took) {

    /** How an import ended. */
    public enum Outcome {
        /** The good rows are live. */
        PUBLISHED,
        /** It would have halved what is served, or worse, and was not confirmed. Nothing was changed. */
        HELD_BACK,
        /** The file cannot be read as a whole: no heading that fits, no text. Nothing was changed. */
        REFUSED
    }

    public ImportReport {
        explanations = List.copyOf(explanations);
        reasons = Map.copyOf(reasons);
        unknownColumns = List.copyOf(unknownColumns);
        notes = List.copyOf(notes);
    }
}
