package io.stellwerk.rules.sheet;

import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.sheet.Parts.Relationship;
import io.stellwerk.rules.xml.XmlElement;
import io.stellwerk.rules.xml.XmlReader;
import io.stellwerk.rules.xml.XmlRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads workbooks. Time and memory are bounded whatever the file holds: what passes {@link SheetLimits} is refused when it
 * is met. No formula is evaluated, no link followed, no macro looked at.
 */
public final class WorkbookReader {

    private static final byte[] ZIP = {'P', 'K'};
    /** Compound files: workbooks of Excel before 2007, and those with a password (MS-CFB, clause 2.2). */
    private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

    private final Parts parts;

    private WorkbookReader(Parts parts) {
        this.parts = parts;
    }

    /** The sheets in their order; empty, with a finding, if the file is no workbook that can be read safely. */
    public static Optional<List<Sheet>> read(String file, byte[] bytes, Findings findings) {
        try {
            refuseOtherFiles(bytes);
            return Optional.of(new WorkbookReader(Parts.of(bytes)).sheets());
        } catch (WorkbookRefusedException e) {
            findings.add(e.finding(Place.of(file)));
        } catch (XmlRefusedException e) {
            findings.add(refused(e).finding(Place.of(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("There is nothing but memory to read from", e);
        }
        return Optional.empty();
    }

    private static WorkbookRefusedException refused(XmlRefusedException e) {
        return e.hostile()
                ? WorkbookRefusedException.unsafe(
                        "A part of the workbook is XML as no spreadsheet program writes it. " + e.getMessage(),
                        "Copy the table into a new workbook.")
                : WorkbookRefusedException.notOne("The file is damaged. " + e.getMessage());
    }

    private static void refuseOtherFiles(byte[] bytes) throws WorkbookRefusedException {
        if (bytes.length > SheetLimits.LARGEST_FILE) {
            throw WorkbookRefusedException.tooLarge(
                    "The file has more than " + (SheetLimits.LARGEST_FILE >> 20) + " MiB.");
        } else if (contains(bytes, COMPOUND, 1)) {
            throw contains(bytes, ENCRYPTED, bytes.length)
                    ? WorkbookRefusedException.notOne(
                            "The workbook has a password.", "Save the workbook without a password.")
                    : WorkbookRefusedException.notOne("The file is a workbook of Excel before 2007 (.xls).");
        } else if (!contains(bytes, ZIP, 1)) {
            throw WorkbookRefusedException.notOne("The file is no workbook, whatever its name says.");
        }
    }

    /** @param starts how many places are tried, from the begin */
    private static boolean contains(byte[] bytes, byte[] wanted, int starts) {
        for (int start = 0; start < Math.min(starts, bytes.length - wanted.length + 1); start++) {
            int length = 0;
            while (length < wanted.length && bytes[start + length] == wanted[length]) {
                length++;
            }
            if (length == wanted.length) {
                return true;
            }
        }
        return false;
    }

    private List<Sheet> sheets() throws IOException {
        String part = parts.workbook();
        XmlElement workbook = parts.element(part).orElseThrow(ZipArchive::damaged);
        List<Relationship> relationships = parts.relationships(part);
        List<String> texts = texts(relationships);
        ValueReader values = new ValueReader(formats(relationships), from1904(workbook));
        List<Sheet> sheets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int cells = 0;
        for (XmlElement element :
                workbook.first("sheets").map(all -> all.all("sheet")).orElse(List.of())) {
            String name = ExcelText.decode(element.attribute("name").orElse(""));
            if (name.isBlank() || !names.add(name.toLowerCase(Locale.ROOT))) {
                throw WorkbookRefusedException.notOne(
                        "The file is damaged: two sheets have one name, or one has none.");
            } else if (names.size() > SheetLimits.MOST_SHEETS) {
                throw WorkbookRefusedException.tooLarge(
                        "The workbook has more than " + SheetLimits.MOST_SHEETS + " sheets.");
            }
            Optional<Relationship> relationship = relationship(element, relationships);
            if (relationship.isPresent()) {
                try (InputStream in = parts.stream(relationship.get().part())) {
                    SheetReader.Reading reading = new SheetReader(XmlReader.of(in), texts, values, cells)
                            .read(
                                    name,
                                    !element.attribute("state")
                                            .orElse("visible")
                                            .equals("visible"));
                    sheets.add(reading.sheet());
                    cells = reading.cells();
                }
            }
        }
        return sheets;
    }

    /** Empty for sheets without cells, such as charts. */
    private static Optional<Relationship> relationship(XmlElement sheet, List<Relationship> relationships) {
        Set<String> ids = new HashSet<>();
        sheet.attributes().forEach((name, value) -> {
            if (name.endsWith("}id")) {
                ids.add(value);
            }
        });
        return relationships.stream()
                .filter(each -> ids.contains(each.id()) && each.type().equals("worksheet"))
                .findFirst();
    }

    private List<String> texts(List<Relationship> relationships) throws IOException {
        Optional<Relationship> relationship = ofType("sharedStrings", relationships);
        if (relationship.isEmpty()) {
            return List.of();
        }
        try (InputStream in = parts.stream(relationship.get().part())) {
            return SharedTexts.read(XmlReader.of(in));
        }
    }

    private NumberFormats formats(List<Relationship> relationships) throws IOException {
        Optional<Relationship> relationship = ofType("styles", relationships);
        return relationship.isEmpty()
                ? new NumberFormats()
                : parts.element(relationship.get().part())
                        .map(NumberFormats::new)
                        .orElseThrow(ZipArchive::damaged);
    }

    private static Optional<Relationship> ofType(String type, List<Relationship> relationships) {
        return relationships.stream().filter(each -> each.type().equals(type)).findFirst();
    }

    private static boolean from1904(XmlElement workbook) {
        String date1904 = workbook.first("workbookPr")
                .flatMap(properties -> properties.attribute("date1904"))
                .orElse("0");
        return date1904.equals("1") || date1904.equals("true");
    }
}
