package io.stellwerk.engine.record;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of a version as they are, by name, sorted. Immutable; equal if names and contents are. */
public final class VersionFiles {

    private final SortedMap<String, byte[]> contents;
    private final String sha256;

    private VersionFiles(SortedMap<String, byte[]> contents) {
        this.contents = contents;
        this.sha256 = hash(contents);
    }

    /** @param contents by name, with {@code /} between folder and file */
    public static VersionFiles of(Map<String, byte[]> contents) {
        TreeMap<String, byte[]> copy = new TreeMap<>();
        contents.forEach((name, content) -> copy.put(name, content.clone()));
        return new VersionFiles(Collections.unmodifiableSortedMap(copy));
    }

    private static String hash(SortedMap<String, byte[]> contents) {
        CanonicalHash hash = new CanonicalHash();
        contents.forEach((name, content) -> hash.add(name).add(content));
        return hash.hex();
    }

    /** SHA-256 of one content alone, in hexadecimal. */
    public static String sha256(byte[] content) {
        return new CanonicalHash().add(content).hex();
    }

    public SortedSet<String> names() {
        return new TreeSet<>(contents.keySet());
    }

    /** @throws IllegalArgumentException if there is no such file */
    public byte[] bytes(String name) {
        byte[] content = contents.get(name);
        if (content == null) {
            throw new IllegalArgumentException("There is no file '" + name + "'");
        }
        return content.clone();
    }

    /** All contents by name, the caller's own. */
    public Map<String, byte[]> contents() {
        Map<String, byte[]> copy = new TreeMap<>();
        contents.forEach((name, content) -> copy.put(name, content.clone()));
        return copy;
    }

    /** SHA-256 over all names and contents, in hexadecimal: the same wherever the files come from. */
    public String sha256() {
        return sha256;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VersionFiles files && files.sha256.equals(sha256);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return "VersionFiles" + contents.keySet();
    }
}
