package io.stellwerk.connector.crm.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The encoding of a file: by its byte order mark, else UTF-8 if it is, else Windows-1252. The whole file is looked through,
 * since the first umlaut may stand in its last row.
 *
 * @param markLength bytes of the byte order mark
 */
record TextEncoding(Charset charset, int markLength) {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final int BUFFER = 1 << 16;

    static TextEncoding of(Path file) throws IOException, UnreadableFileException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            byte[] head = in.readNBytes(3);
            if (starts(head, 0xEF, 0xBB, 0xBF)) {
                return new TextEncoding(StandardCharsets.UTF_8, 3);
            } else if (starts(head, 0xFF, 0xFE)) {
                return new TextEncoding(StandardCharsets.UTF_16LE, 2);
            } else if (starts(head, 0xFE, 0xFF)) {
                return new TextEncoding(StandardCharsets.UTF_16BE, 2);
            }
        }
        Census census = new Census();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                census.count(buffer, read);
            }
        }
        if (census.zeros > 0) {
            throw new UnreadableFileException(
                    List.of(
                            "The file holds zero bytes, so it is no text; UTF-16 must begin with a byte order mark: save it as UTF-8"));
        }
        return new TextEncoding(census.isUtf8() ? StandardCharsets.UTF_8 : WINDOWS_1252, 0);
    }

    private static boolean starts(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Counts what speaks for and against UTF-8 (RFC 3629, clause 4). */
    private static final class Census {

        private long sequences;
        private long strays;
        private long zeros;
        private int missing;

        void count(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                count(bytes[i] & 0xFF);
            }
        }

        private void count(int octet) {
            if (missing > 0 && (octet & 0xC0) == 0x80) {
                missing--;
                sequences += missing == 0 ? 1 : 0;
                return;
            }
            if (missing > 0) {
                strays++;
                missing = 0;
            }
            if (octet == 0) {
                zeros++;
            } else if (octet >= 0xC2 && octet <= 0xF4) {
                missing = octet < 0xE0 ? 1 : octet < 0xF0 ? 2 : 3;
            } else if (octet >= 0x80) {
                strays++;
            }
        }

        /** A few strays among many good sequences are damage in a UTF-8 file: their rows are quarantined, the others kept. */
        boolean isUtf8() {
            return strays + (missing > 0 ? 1 : 0) == 0 || sequences > strays;
        }
    }
}
