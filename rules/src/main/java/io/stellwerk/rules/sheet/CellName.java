package io.stellwerk.rules.sheet;

/** {@code C7} as numbers, both from 1. */
record CellName(int row, int column) {

    private static final int MOST_LETTERS = 6;
    private static final int MOST_DIGITS = 9;

    /** @throws WorkbookRefusedException if no spreadsheet program writes such a name */
    static CellName of(String name) throws WorkbookRefusedException {
        int at = 0;
        int column = 0;
        while (at < name.length() && name.charAt(at) >= 'A' && name.charAt(at) <= 'Z' && at < MOST_LETTERS) {
            column = column * 26 + name.charAt(at) - 'A' + 1;
            at++;
        }
        int letters = at;
        int row = 0;
        while (at < name.length() && name.charAt(at) >= '0' && name.charAt(at) <= '9' && at - letters < MOST_DIGITS) {
            row = row * 10 + name.charAt(at) - '0';
            at++;
        }
        if (letters == 0 || at == letters || at < name.length()) {
            throw ZipArchive.damaged();
        }
        return new CellName(row, column);
    }
}
