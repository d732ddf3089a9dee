package io.stellwerk.rules.read;

import io.stellwerk.rules.finding.Place;

/**
 * A field of a CSV file.
 *
 * @param text without the quotes around it
 * @param line where it begins, from 1
 * @param character where it begins in its line, from 1
 */
record CsvField(String text, int line, int character, boolean quoted) implements TableField {

    @Override
    public Place place(String file, int at) {
        int lineAt = line;
        int characterAt = character + (quoted ? 1 : 0);
        for (int i = 0; i < Math.min(at, text.length()); i++) {
            char c = text.charAt(i);
            boolean newLine = c == '\n';
            lineAt += newLine ? 1 : 0;
            // A quote within quotes is written twice.
            characterAt = newLine ? 1 : characterAt + (quoted && c == '"' ? 2 : 1);
        }
        return Place.at(file, lineAt, characterAt);
    }
}
