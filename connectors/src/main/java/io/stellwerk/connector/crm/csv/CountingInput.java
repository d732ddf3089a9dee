package io.stellwerk.connector.crm.csv;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Knows how much of a file has been read. */
final class CountingInput extends FilterInputStream {

    private final long total;
    private long read;

    CountingInput(InputStream in, long total) {
        super(in);
        this.total = total;
    }

    int percent() {
        return (int) Math.min(100, read * 100 / total);
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        read += octet < 0 ? 0 : 1;
        return octet;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        read += Math.max(0, count);
        return count;
    }
}
