package io.stellwerk.connector.store.mapdb;

import java.time.Instant;

/**
 * What a generation file says of itself.
 *
 * @param entries customers, or people
 */
record About(Instant published, int entries, int numbers, int trunks) {

    /** The form of the files and of the packed profiles. To be raised with every change of either. */
    static final int FORMAT = 1;

    byte[] toBytes() {
        PackedWriter writer = new PackedWriter();
        writer.unsigned(FORMAT);
        writer.unsigned(published.toEpochMilli());
        writer.unsigned(entries);
        writer.unsigned(numbers);
        writer.unsigned(trunks);
        return writer.toBytes();
    }

    /** @throws UnknownFormatException if another version of Stellwerk wrote the file */
    static About read(byte[] packed) throws UnknownFormatException {
        PackedReader reader = new PackedReader(packed);
        int format = reader.count();
        if (format != FORMAT) {
            throw new UnknownFormatException(format);
        }
        return new About(Instant.ofEpochMilli(reader.unsigned()), reader.count(), reader.count(), reader.count());
    }
}
