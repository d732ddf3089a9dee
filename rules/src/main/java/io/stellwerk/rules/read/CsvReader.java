package io.stellwerk.rules.read;

import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import java.util.ArrayList;
import java.util.List;

/** Splits CSV (RFC 4180) into fields that know their place. */
final class CsvReader {

    private final String file;
    private final String text;
    private final char tableSeparator;
    private final Findings findings;
    /** Of the record that is being read: settings may have another one than the table. */
    private char separator;

    private int at;
    private int line = 1;
    private int lineStart;

    private CsvReader(String file, String text, char separator, Findings findings) {
        this.file = file;
        this.text = text;
        this.tableSeparator = separator;
        this.separator = separator;
        this.findings = findings;
    }

    /** All records, blank ones left out. */
    static List<TableLine> read(String file, String text, Findings findings) {
        return new CsvReader(file, text, separator(text), findings).records();
    }

    /** Semicolon or comma, whichever the heading has more of: the first line that is no setting. */
    static char separator(String text) {
        for (String line : (Iterable<String>) text.lines()::iterator) {
            if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("\"#")) {
                String unquoted = line.replaceAll("\"[^\"]*\"", "");
                long commas = unquoted.chars().filter(c -> c == ',').count();
                long semicolons = unquoted.chars().filter(c -> c == ';').count();
                return commas > semicolons ? ',' : ';';
            }
        }
        return ';';
    }

    private List<TableLine> records() {
        List<TableLine> records = new ArrayList<>();
        while (at < text.length()) {
            TableLine next = record();
            if (!next.blank()) {
                records.add(next);
            }
        }
        return records;
    }

    private TableLine record() {
        int begins = line;
        separator = text.charAt(at) == '#' ? settingSeparator() : tableSeparator;
        List<TableField> fields = new ArrayList<>();
        boolean more = true;
        while (more) {
            fields.add(field());
            more = at < text.length() && text.charAt(at) == separator;
            at += more ? 1 : 0;
        }
        endOfLine();
        return new TableLine(begins, fields);
    }

    /** Whichever comes first in the line. */
    private char settingSeparator() {
        for (int i = at; i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r'; i++) {
            if (text.charAt(i) == ';' || text.charAt(i) == ',') {
                return text.charAt(i);
            }
        }
        return tableSeparator;
    }

    private void endOfLine() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
        }
        if (at < text.length() && text.charAt(at) == '\n') {
            at++;
        }
        line++;
        lineStart = at;
    }

    private CsvField field() {
        int character = at - lineStart + 1;
        int begins = line;
        if (at < text.length() && text.charAt(at) == '"') {
            return new CsvField(quoted(begins, character), begins, character, true);
        }
        return new CsvField(plain(), begins, character, false);
    }

    private String plain() {
        int start = at;
        while (at < text.length() && text.charAt(at) != separator && !atLineEnd()) {
            at++;
        }
        return text.substring(start, at);
    }

    private boolean atLineEnd() {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    private String quoted(int begins, int character) {
        StringBuilder value = new StringBuilder();
        int begin = at;
        int beginLineStart = lineStart;
        at++;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '"' && !text.startsWith("\"\"", at)) {
                at++;
                return closed(value, begins, character);
            }
            at += c == '"' ? 2 : 1;
            value.append(c);
            if (c == '\n') {
                line++;
                lineStart = at;
            }
        }
        findings.add(FindingCode.CSV_SYNTAX.at(
                Place.at(file, begins, character),
                "The quote that opens here is not closed before the end of the file.",
                "Close it, or write two quotes for one."));
        // Read on behind the line, so that the others are still seen.
        at = begin;
        line = begins;
        lineStart = beginLineStart;
        return plain();
    }

    private String closed(StringBuilder value, int begins, int character) {
        String behind = plain();
        if (!behind.isBlank()) {
            findings.add(FindingCode.CSV_SYNTAX.at(
                    Place.at(file, begins, character),
                    "'" + behind + "' follows the closing quote.",
                    "Put the whole field in quotes, and write two quotes for one."));
        }
        return value.toString();
    }
}
