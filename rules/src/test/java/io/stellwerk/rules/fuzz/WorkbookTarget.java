package io.stellwerk.rules.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.stellwerk.rules.read.TableReader;
import io.stellwerk.rules.read.TableReading;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Any bytes are read as a workbook or told to be wrong. The first byte says how the others are used: as the whole file,
 * or as one of the parts within a sound one, since chance hardly ever makes a zip archive.
 */
final class WorkbookTarget {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";

    private static final String SHEET = "xl/worksheets/sheet1.xml";
    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final String STYLES = "xl/styles.xml";
    private static final String WORKBOOK = "xl/workbook.xml";

    private WorkbookTarget() {}

    /** The name that jazzer looks for. */
    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length == 0) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(input, 1, input.length);
        byte[] file = switch (Math.floorMod(input[0], 6)) {
            case 0 -> rest;
            case 1 -> workbook(TEXTS, rest);
            case 2 -> workbook(STYLES, rest);
            case 3 -> workbook(WORKBOOK, rest);
            case 4 -> workbook(SHEET, rest);
            default -> workbook(SHEET, sheetOf(new String(rest, ISO_8859_1)));
        };
        TableReading reading = TableReader.read("rules/a.xlsx", file, FuzzedFacts.DICTIONARY);
        FuzzedFacts.usable(reading.findings());
    }

    /** A sheet whose cells are the lines and semicolons of a text, so that chance gets past the XML. */
    private static byte[] sheetOf(String text) {
        StringBuilder xml = new StringBuilder(XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetData>");
        String[] lines = text.split("\n", -1);
        for (int row = 1; row <= Math.min(lines.length, 100); row++) {
            xml.append("<row r=\"").append(row).append("\">");
            String[] cells = lines[row - 1].split(";", -1);
            for (int column = 0; column < Math.min(cells.length, 26); column++) {
                xml.append("<c r=\"").append((char) ('A' + column)).append(row).append('"');
                xml.append(cell(cells[column])).append("</c>");
            }
            xml.append("</row>");
        }
        return xml.append("</sheetData></worksheet>").toString().getBytes(UTF_8);
    }

    private static String cell(String text) {
        String safe = text.codePoints()
                .filter(c -> c >= ' ' && c != '<' && c != '&' && c != '>')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (!safe.isEmpty() && Character.isDigit(safe.charAt(0))) {
            return "><v>" + safe + "</v>";
        } else if (safe.startsWith("=")) {
            return "><f>" + safe.substring(1) + "</f><v>1</v>";
        }
        return " t=\"inlineStr\"><is><t>" + safe + "</t></is>";
    }

    private static byte[] workbook(String part, byte[] content) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "[Content_Types].xml",
                bytes("<Types xmlns=\"" + PACKAGE
                        + "content-types\"><Default Extension=\"rels\" ContentType=\"application/"
                        + "vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
                        + "spreadsheetml.sheet.main+xml\"/></Types>"));
        parts.put(
                "_rels/.rels",
                bytes("<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"r1\" Type=\"" + OFFICE
                        + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
        parts.put(
                WORKBOOK,
                bytes("<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + OFFICE
                        + "\"><sheets><sheet name=\"Rules\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                bytes("<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"r1\" Type=\"" + OFFICE
                        + "/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"" + OFFICE
                        + "/sharedStrings\" Target=\"sharedStrings.xml\"/><Relationship Id=\"r3\" Type=\"" + OFFICE
                        + "/styles\" Target=\"styles.xml\"/></Relationships>"));
        parts.put(TEXTS, bytes("<sst xmlns=\"" + MAIN + "\"><si><t>id</t></si><si><t>hotline</t></si></sst>"));
        parts.put(
                STYLES,
                bytes("<styleSheet xmlns=\"" + MAIN
                        + "\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"));
        parts.put(
                SHEET,
                bytes("<worksheet xmlns=\"" + MAIN
                        + "\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\""
                        + " t=\"s\"><v>1</v></c></row></sheetData></worksheet>"));
        parts.put(part, content);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String xml) {
        return (XML + xml).getBytes(UTF_8);
    }
}
