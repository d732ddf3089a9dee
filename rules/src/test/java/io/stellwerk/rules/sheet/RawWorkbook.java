package io.stellwerk.rules.sheet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks part by part, so that a test can write what no spreadsheet program would. */
public final class RawWorkbook {

    public static final String TYPES = "[Content_Types].xml";
    public static final String ROOT = "_rels/.rels";
    public static final String WORKBOOK = "xl/workbook.xml";
    public static final String LINKS = "xl/_rels/workbook.xml.rels";
    public static final String STYLES = "xl/styles.xml";
    public static final String TEXTS = "xl/sharedStrings.xml";
    public static final String SHEET = "xl/worksheets/sheet1.xml";

    private static final String MAIN = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /** Writes a part that may be larger than memory. */
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    private final Map<String, Content> parts = new LinkedHashMap<>();

    /** A workbook with one sheet, {@code Sheet1}, of these rows. */
    public static RawWorkbook of(String rows) {
        return new RawWorkbook()
                .part(TYPES, """
                        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                        <Default Extension="xml" ContentType="application/xml"/>
                        <Override PartName="/xl/workbook.xml" ContentType="\
                        application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""")
                .part(
                        ROOT,
                        links("<Relationship Id=\"r1\" Type=\"" + KINDS
                                + "/officeDocument\" Target=\"xl/workbook.xml\"/>"))
                .part(
                        WORKBOOK,
                        "<workbook " + MAIN + " xmlns:r=\"" + KINDS
                                + "\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>")
                .part(
                        LINKS,
                        links("<Relationship Id=\"r1\" Type=\"" + KINDS
                                + "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                                + "<Relationship Id=\"r2\" Type=\"" + KINDS + "/styles\" Target=\"styles.xml\"/>"
                                + "<Relationship Id=\"r3\" Type=\"" + KINDS
                                + "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>"))
                .part(
                        STYLES,
                        "<styleSheet " + MAIN
                                + "><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>")
                .part(TEXTS, "<sst " + MAIN + "><si><t>shared</t></si></sst>")
                .part(SHEET, sheet(rows));
    }

    private static String links(String relationships) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + relationships
                + "</Relationships>";
    }

    public static String sheet(String rows) {
        return "<worksheet " + MAIN + "><sheetData>" + rows + "</sheetData></worksheet>";
    }

    public RawWorkbook part(String name, String text) {
        return part(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    public RawWorkbook part(String name, Content content) {
        parts.put(name, content);
        return this;
    }

    /** Changes the text of a part. */
    public RawWorkbook changed(String name, Function<String, String> change) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            parts.get(name).write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return part(name, change.apply(text.toString(StandardCharsets.UTF_8)));
    }

    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, Content> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                part.getValue().write(zip);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Writes a text so often. */
    public static Content repeated(String before, String text, int times, String after) {
        byte[] bytes = text.repeat(1000).getBytes(StandardCharsets.UTF_8);
        return out -> {
            out.write(before.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < times / 1000; i++) {
                out.write(bytes);
            }
            out.write(after.getBytes(StandardCharsets.UTF_8));
        };
    }
}
