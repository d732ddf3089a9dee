package io.stellwerk.connector.store.mapdb;

import java.io.IOException;
import org.mapdb.DataInput2;
import org.mapdb.DataOutput2;
import org.mapdb.serializer.GroupSerializerObjectArray;

/**
 * Packed values in a leaf of a MapDB tree: all lengths, then all values. MapDB's own serializer of byte arrays copies every
 * value of the leaf on the way to the one that is wanted; this one skips to it.
 */
final class PackedSerializer extends GroupSerializerObjectArray<byte[]> {

    static final PackedSerializer PACKED = new PackedSerializer();

    private PackedSerializer() {}

    @Override
    public void serialize(DataOutput2 out, byte[] value) throws IOException {
        out.packInt(value.length);
        out.write(value);
    }

    @Override
    public byte[] deserialize(DataInput2 input, int available) throws IOException {
        return read(input, input.unpackInt());
    }

    @Override
    public void valueArraySerialize(DataOutput2 out, Object values) throws IOException {
        for (Object value : (Object[]) values) {
            out.packInt(((byte[]) value).length);
        }
        for (Object value : (Object[]) values) {
            out.write((byte[]) value);
        }
    }

    @Override
    public Object[] valueArrayDeserialize(DataInput2 input, int size) throws IOException {
        int[] lengths = new int[size];
        for (int i = 0; i < size; i++) {
            lengths[i] = input.unpackInt();
        }
        Object[] values = new Object[size];
        for (int i = 0; i < size; i++) {
            values[i] = read(input, lengths[i]);
        }
        return values;
    }

    @Override
    public byte[] valueArrayBinaryGet(DataInput2 input, int size, int place) throws IOException {
        int before = 0;
        for (int i = 0; i < place; i++) {
            before += input.unpackInt();
        }
        int length = input.unpackInt();
        input.unpackLongSkip(size - place - 1);
        input.setPos(input.getPos() + before);
        return read(input, length);
    }

    private static byte[] read(DataInput2 input, int length) throws IOException {
        byte[] value = new byte[length];
        input.readFully(value);
        return value;
    }
}
