package io.stellwerk.rules.sheet;

import io.stellwerk.rules.xml.XmlReader;
import io.stellwerk.rules.xml.XmlReader.Event;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The texts that the cells of a workbook share. */
final class SharedTexts {

    private SharedTexts() {}

    static List<String> read(XmlReader reader) throws IOException {
        List<String> texts = new ArrayList<>();
        for (Event event = reader.next(); event != Event.END_OF_DOCUMENT; event = reader.next()) {
            if (event == Event.START && reader.name().equals("si")) {
                if (texts.size() == SheetLimits.MOST_TEXTS) {
                    throw WorkbookRefusedException.tooLarge(
                            "The workbook has more than " + SheetLimits.MOST_TEXTS + " texts.");
                }
                texts.add(text(reader));
            }
        }
        return texts;
    }

    /** The text of the current element: its pieces in {@code t}, without what tells how to pronounce them. */
    static String text(XmlReader reader) throws IOException {
        int depth = reader.depth();
        int spoken = 0;
        boolean taken = false;
        StringBuilder text = new StringBuilder();
        while (reader.depth() >= depth) {
            switch (reader.next()) {
                case START -> {
                    taken = reader.name().equals("t");
                    spoken += reader.name().equals("rPh") ? 1 : 0;
                }
                case TEXT -> {
                    if (taken && spoken == 0) {
                        append(text, reader.text());
                    }
                }
                case END -> {
                    taken = false;
                    spoken -= reader.name().equals("rPh") ? 1 : 0;
                }
                case END_OF_DOCUMENT -> throw ZipArchive.damaged();
            }
        }
        return ExcelText.decode(text.toString());
    }

    static void append(StringBuilder text, String piece) throws WorkbookRefusedException {
        text.append(piece);
        // A character that XML cannot hold takes seven.
        if (text.length() > 7 * SheetLimits.LONGEST_TEXT) {
            throw WorkbookRefusedException.tooLarge(
                    "A cell has more than " + SheetLimits.LONGEST_TEXT + " characters.");
        }
    }
}
