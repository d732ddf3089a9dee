package io.stellwerk.rules.sheet;

/** Counts what an archive was unpacked to. */
final class UnpackedBytes {

    private long total;

    void add(int count) throws WorkbookRefusedException {
        total += count;
        if (total > SheetLimits.LARGEST_UNPACKED) {
            throw WorkbookRefusedException.tooLarge(
                    "The workbook unpacks to more than " + (SheetLimits.LARGEST_UNPACKED >> 20) + " MiB.");
        }
    }
}
