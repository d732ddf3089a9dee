package io.stellwerk.rules.sheet;

import io.stellwerk.rules.xml.XmlReader;
import io.stellwerk.rules.xml.XmlReader.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a sheet from its part (ECMA-376 part 1, clause 18.3). */
final class SheetReader {

    private static final Pattern RANGE = Pattern.compile("([A-Z]{1,3}[0-9]{1,7}):([A-Z]{1,3}[0-9]{1,7})");
    private static final int MOST_MERGED = 10_000;
    private static final double WIDEST = 255;

    /** @param cells how many cells there were so far, in all sheets */
    record Reading(Sheet sheet, int cells) {}

    private final XmlReader reader;
    private final List<String> texts;
    private final ValueReader values;
    private final List<SheetRow> rows = new ArrayList<>();
    private final Map<Integer, Double> widths = new HashMap<>();
    private final List<CellRange> merged = new ArrayList<>();
    private int cells;
    private int lastRow;

    SheetReader(XmlReader reader, List<String> texts, ValueReader values, int cells) {
        this.reader = reader;
        this.texts = texts;
        this.values = values;
        this.cells = cells;
    }

    Reading read(String name, boolean hidden) throws IOException {
        for (Event event = reader.next(); event != Event.END_OF_DOCUMENT; event = reader.next()) {
            if (event == Event.START) {
                switch (reader.name()) {
                    case "col" -> width();
                    case "row" -> row();
                    case "mergeCell" -> merge();
                    default -> {
                        // Everything else is about looks.
                    }
                }
            }
        }
        return new Reading(new Sheet(name, hidden, rows, widths, merged), cells);
    }

    private void width() {
        int first = number("min");
        int last = Math.min(number("max"), SheetLimits.MOST_COLUMNS);
        double width = reader.attribute("width")
                .filter(text -> text.matches("[0-9]{1,3}(\\.[0-9]{1,20})?"))
                .map(Double::valueOf)
                .orElse(0.0);
        for (int column = Math.max(1, first); column <= last && width > 0; column++) {
            widths.put(column, Math.min(width, WIDEST));
        }
    }

    private int number(String attribute) {
        return reader.attribute(attribute)
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf)
                .orElse(0);
    }

    private void merge() throws IOException {
        Matcher range = RANGE.matcher(reader.attribute("ref").orElse(""));
        if (range.matches()) {
            if (merged.size() == MOST_MERGED) {
                throw WorkbookRefusedException.tooLarge("A sheet has more than " + MOST_MERGED + " joined cells.");
            }
            CellName first = CellName.of(range.group(1));
            CellName last = CellName.of(range.group(2));
            merged.add(new CellRange(first.row(), first.column(), last.row(), last.column()));
        }
    }

    private void row() throws IOException {
        int number = number("r");
        int row = number == 0 ? lastRow + 1 : number;
        if (row <= lastRow) {
            throw ZipArchive.damaged();
        }
        lastRow = row;
        int depth = reader.depth();
        List<SheetCell> found = new ArrayList<>();
        int column = 0;
        while (reader.depth() >= depth) {
            Event event = reader.next();
            if (event == Event.START && reader.name().equals("c")) {
                column = nextColumn(row, column);
                int at = column;
                value().ifPresent(value -> found.add(new SheetCell(at, value)));
            } else if (event == Event.END_OF_DOCUMENT) {
                throw ZipArchive.damaged();
            }
        }
        if (!found.isEmpty()) {
            add(new SheetRow(row, found));
        }
    }

    private void add(SheetRow row) throws WorkbookRefusedException {
        cells += row.cells().size();
        if (row.number() > SheetLimits.MOST_ROWS) {
            throw WorkbookRefusedException.tooLarge("A sheet has something in row " + row.number() + "; "
                    + SheetLimits.MOST_ROWS + " rows are allowed.");
        } else if (row.width() > SheetLimits.MOST_COLUMNS) {
            throw WorkbookRefusedException.tooLarge("A sheet has something in column " + row.width() + "; "
                    + SheetLimits.MOST_COLUMNS + " columns are allowed.");
        } else if (cells > SheetLimits.MOST_CELLS) {
            throw WorkbookRefusedException.tooLarge("The workbook has more than " + SheetLimits.MOST_CELLS + " cells.");
        }
        rows.add(row);
    }

    private int nextColumn(int row, int last) throws IOException {
        Optional<String> name = reader.attribute("r");
        if (name.isEmpty()) {
            return last + 1;
        }
        CellName cell = CellName.of(name.get());
        if (cell.row() != row || cell.column() <= last) {
            throw ZipArchive.damaged();
        }
        return cell.column();
    }

    /** The value of the cell at which the reader stands; empty for a cell that only has looks. */
    private Optional<SheetValue> value() throws IOException {
        String type = reader.attribute("t").orElse("n");
        String style = reader.attribute("s").orElse("");
        int depth = reader.depth();
        StringBuilder value = new StringBuilder();
        String inline = "";
        Optional<SheetValue> formula = Optional.empty();
        while (reader.depth() >= depth) {
            Event event = reader.next();
            if (event == Event.END_OF_DOCUMENT) {
                throw ZipArchive.damaged();
            } else if (event == Event.START) {
                switch (reader.name()) {
                    case "f" -> formula = Optional.of(new SheetValue.Formula(content()));
                    case "v" -> SharedTexts.append(value, content());
                    case "is" -> inline = SharedTexts.text(reader);
                    default -> {
                        // Extensions say nothing to us.
                    }
                }
            }
        }
        String text = value.toString();
        return formula.isPresent() ? formula : type.equals("inlineStr") ? text(inline) : value(type, text, style);
    }

    private String content() throws IOException {
        int depth = reader.depth();
        StringBuilder content = new StringBuilder();
        while (reader.depth() >= depth) {
            Event event = reader.next();
            if (event == Event.TEXT) {
                SharedTexts.append(content, reader.text());
            } else if (event == Event.END_OF_DOCUMENT) {
                throw ZipArchive.damaged();
            }
        }
        return content.toString();
    }

    private Optional<SheetValue> value(String type, String text, String style) throws IOException {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return switch (type) {
            case "s" -> text(shared(text.strip()));
            case "str" -> text(ExcelText.decode(text));
            case "b" ->
                Optional.of(new SheetValue.Truth(
                        text.strip().equals("1") || text.strip().equals("true")));
            case "e" -> Optional.of(new SheetValue.Failure(text.strip()));
            case "d" -> Optional.of(ValueReader.isoDate(text.strip()));
            default -> Optional.of(values.number(text.strip(), style));
        };
    }

    private static Optional<SheetValue> text(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(new SheetValue.Text(text));
    }

    private String shared(String index) throws IOException {
        if (!index.matches("[0-9]{1,9}") || Integer.parseInt(index) >= texts.size()) {
            throw ZipArchive.damaged();
        }
        return texts.get(Integer.parseInt(index));
    }
}
