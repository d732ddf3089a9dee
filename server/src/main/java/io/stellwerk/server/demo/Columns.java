package io.stellwerk.server.demo;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** Lines of cells with fixed widths: what is longer is cut with an ellipsis. */
record Columns(PrintWriter out, List<Integer> widths) {

    Columns(PrintWriter out, Integer... widths) {
        this(out, List.of(widths));
    }

    void print(Object... cells) {
        StringBuilder line = new StringBuilder("  ");
        for (int i = 0; i < cells.length; i++) {
            line.append(cell(cells[i], widths.get(i))).append(" ");
        }
        out.println(line.toString().stripTrailing());
    }

    private static String cell(Object cell, int width) {
        if (cell instanceof Number) {
            return String.format(Locale.ROOT, "%," + width + "d", cell);
        }
        String text = cell.toString();
        return String.format(
                Locale.ROOT, "%-" + width + "s", text.length() > width ? text.substring(0, width - 1) + "…" : text);
    }
}
