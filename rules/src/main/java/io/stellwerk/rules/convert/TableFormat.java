package io.stellwerk.rules.convert;

/** What tables are written as. */
public enum TableFormat {
    CSV,
    JSON,
    XLSX,
    DMN;

    /** Whether a file of it has several tables. */
    public boolean many() {
        return this == XLSX || this == DMN;
    }
}
