package io.stellwerk.rules.write;

import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.sheet.ExcelText;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.Row;
import io.stellwerk.rules.table.TableSheet;
import io.stellwerk.rules.write.TableLayout.Column;
import io.stellwerk.rules.write.TableLayout.Setting;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes decision tables as a workbook (XLSX), a sheet each. The table's reader reads back what is written here unchanged.
 *
 * <p>All cells have the format of texts, so that a spreadsheet program leaves alone what people write into them later;
 * plain numbers are numbers.
 */
public final class WorkbookTableWriter {

    private static final String AS_TEXT = "@";
    private static final String HEADING_COLOUR = "DDE6F0";
    /** Longer numbers would lose digits in a spreadsheet. */
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]{0,8})(?:\\.[0-9]{0,5}[1-9])?");

    private static final int LONGEST_NAME = 31;
    private static final double NARROWEST = 8;
    private static final double WIDEST = 60;

    private final Workbook workbook;
    private final Set<String> names = new HashSet<>();

    private WorkbookTableWriter(Workbook workbook) {
        this.workbook = workbook;
    }

    /** @param sheets at least one; a table that came from a sheet keeps that one's name */
    public static byte[] write(List<TableSheet> sheets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Stellwerk", null)) {
            WorkbookTableWriter writer = new WorkbookTableWriter(workbook);
            sheets.forEach(writer::sheet);
        } catch (IOException e) {
            throw new UncheckedIOException("There is nothing but memory to write to", e);
        }
        return bytes.toByteArray();
    }

    private void sheet(TableSheet tableSheet) {
        DecisionTable table = tableSheet.table();
        TableLayout layout = new TableLayout(table);
        Worksheet sheet = workbook.newWorksheet(name(table));
        int line = 0;
        for (Setting setting : layout.settings()) {
            text(sheet, line, 0, setting.name());
            text(sheet, line, 1, setting.value());
            line++;
        }
        List<Column> columns = layout.columns();
        for (int i = 0; i < columns.size(); i++) {
            sheet.style(i).format(AS_TEXT).set();
            column(sheet, i, columns.get(i), line, tableSheet);
        }
        sheet.freezePane(1, line + 1);
    }

    private static void column(Worksheet sheet, int index, Column column, int heading, TableSheet tableSheet) {
        String key = column.heading().toLowerCase(Locale.ROOT);
        text(sheet, heading, index, column.heading());
        sheet.style(heading, index).bold().fillColor(HEADING_COLOUR).set();
        int line = heading;
        int longest = column.heading().length();
        for (Row row : tableSheet.table().rows()) {
            String text = column.text().apply(row);
            line++;
            longest = Math.max(longest, text.length());
            if (column.number() && NUMBER.matcher(text).matches()) {
                sheet.value(line, index, new BigDecimal(text));
                sheet.style(line, index).format(AS_TEXT).set();
            } else {
                text(sheet, line, index, text);
            }
        }
        double fitting = Math.max(NARROWEST, Math.min(WIDEST, longest + 2));
        sheet.width(index, tableSheet.widths().getOrDefault(key, fitting));
    }

    private static void text(Worksheet sheet, int line, int column, String text) {
        if (!text.isEmpty()) {
            sheet.value(line, column, ExcelText.encode(text));
            sheet.style(line, column).format(AS_TEXT).set();
        }
    }

    /** Names of sheets lack some characters and are short; a # at their begin would make a note of the sheet. */
    private String name(DecisionTable table) {
        String wanted = Place.sheetOf(table.file()).orElse(table.name());
        String allowed = wanted.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", "-").replaceAll("^['#\\s]+|['\\s]+$", "");
        String base = allowed.isEmpty() || allowed.equalsIgnoreCase("history") ? "Table" : cut(allowed, LONGEST_NAME);
        String name = base;
        for (int i = 2; !names.add(name.toLowerCase(Locale.ROOT)); i++) {
            name = cut(base, LONGEST_NAME - 5) + " " + i;
        }
        return name;
    }

    private static String cut(String text, int length) {
        int end = Math.min(text.length(), length);
        boolean splits = end < text.length() && Character.isLowSurrogate(text.charAt(end));
        return text.substring(0, splits ? end - 1 : end).strip();
    }
}
