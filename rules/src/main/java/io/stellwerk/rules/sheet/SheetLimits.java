package io.stellwerk.rules.sheet;

/** What a workbook may have at most; docs/rule-set-format.md tells it to authors. */
final class SheetLimits {

    /** Of the file. */
    static final int LARGEST_FILE = 8 << 20;
    /** Files within the archive. */
    static final int MOST_PARTS = 1000;
    /** Bytes of all parts that are read, unpacked. */
    static final int LARGEST_UNPACKED = 32 << 20;
    /** How many times larger a part may be than it is packed; honest sheets stay below 40. */
    static final int HIGHEST_RATIO = 100;
    /** Below this many bytes the ratio does not count. */
    static final int SMALL = 1 << 20;

    static final int MOST_SHEETS = 100;
    static final int MOST_ROWS = 50_000;
    static final int MOST_COLUMNS = 500;
    /** Cells that are not empty, of all sheets. */
    static final int MOST_CELLS = 500_000;
    /** Texts that cells share. */
    static final int MOST_TEXTS = 500_000;
    /** Characters of a cell: Excel's own limit. */
    static final int LONGEST_TEXT = 32_767;
    /** Findings of one kind in a workbook; one more tells that there are others. */
    static final int MOST_FINDINGS = 50;

    private SheetLimits() {}
}
