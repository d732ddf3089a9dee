package io.stellwerk.connector.crm.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a file, each at most {@link #LONGEST} characters in memory; lines can be given back. One thread. */
final class CsvLines {

    static final int LONGEST = 1 << 16;

    /**
     * A line without its end.
     *
     * @param number from 1
     * @param cut whether it was longer and the rest is skipped
     */
    record Line(long number, String text, boolean cut) {}

    private final Reader reader;
    private final char[] buffer = new char[1 << 15];
    private final Deque<Line> givenBack = new ArrayDeque<>();
    private int position;
    private int limit;
    private long number;
    private boolean afterReturn;

    CsvLines(Reader reader) {
        this.reader = reader;
    }

    @Nullable Line next() throws IOException {
        Line returned = givenBack.poll();
        return returned != null ? returned : read();
    }

    /** They come next, in this order. */
    void giveBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            givenBack.addFirst(lines.get(i));
        }
    }

    private @Nullable Line read() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean any = false;
        boolean cut = false;
        while (fill()) {
            if (afterReturn) {
                afterReturn = false;
                if (buffer[position] == '\n') {
                    position++;
                    continue;
                }
            }
            any = true;
            int start = position;
            while (position < limit && buffer[position] != '\n' && buffer[position] != '\r') {
                position++;
            }
            int wanted = Math.min(position - start, LONGEST - text.length());
            text.append(buffer, start, wanted);
            cut |= wanted < position - start;
            if (position < limit) {
                afterReturn = buffer[position++] == '\r';
                break;
            }
        }
        return any ? new Line(++number, text.toString(), cut) : null;
    }

    private boolean fill() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, reader.read(buffer));
        }
        return position < limit;
    }
}
