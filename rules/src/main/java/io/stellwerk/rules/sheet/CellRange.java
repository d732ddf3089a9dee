package io.stellwerk.rules.sheet;

/** Cells that are joined into one; only the first of them has a value. Rows and columns count from 1. */
public record CellRange(int firstRow, int firstColumn, int lastRow, int lastColumn) {

    public boolean contains(int row, int column) {
        return firstRow <= row && row <= lastRow && firstColumn <= column && column <= lastColumn;
    }
}
