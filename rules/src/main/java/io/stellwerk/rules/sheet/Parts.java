package io.stellwerk.rules.sheet;

import io.stellwerk.rules.xml.XmlElement;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The parts of a workbook and how they belong together (ECMA-376 part 2). Parts are named as in their archive, without a
 * slash before them.
 */
final class Parts {

    private static final String TYPES = "[Content_Types].xml";
    private static final String WORKBOOK_TYPE =
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    /** @param type the last word of its type: {@code worksheet} */
    record Relationship(String id, String type, String part) {}

    private final ZipArchive archive;

    private Parts(ZipArchive archive) {
        this.archive = archive;
    }

    /** @throws WorkbookRefusedException for what is no workbook without macros, links and embedded files */
    static Parts of(byte[] bytes) throws IOException {
        ZipArchive archive = ZipArchive.open(bytes);
        for (String name : archive.names()) {
            refuseUnsafe(name);
        }
        return new Parts(archive);
    }

    private static void refuseUnsafe(String name) throws WorkbookRefusedException {
        if (name.contains("vbaproject") || name.contains("macrosheets/") || name.contains("vbadata")) {
            throw WorkbookRefusedException.unsafe(
                    "The workbook has macros.", "Save it as an Excel workbook without macros (.xlsx).");
        } else if (name.contains("externallinks/")
                || name.endsWith("/connections.xml")
                || name.contains("querytables/")) {
            throw WorkbookRefusedException.unsafe(
                    "The workbook takes data from other files or from servers.",
                    "Break the links (Data, Edit Links), or copy the values into a new workbook.");
        } else if (name.contains("embeddings/") || name.contains("activex/") || name.contains("ctrlprops/")) {
            throw WorkbookRefusedException.unsafe(
                    "The workbook has embedded files or controls.",
                    "Delete them, or copy the table into a new workbook.");
        }
    }

    /** The name of the part that lists the sheets. */
    String workbook() throws IOException {
        String part = relationships("").stream()
                .filter(relationship -> relationship.type().equals("officeDocument"))
                .findFirst()
                .orElseThrow(() -> WorkbookRefusedException.notOne("The file is an archive, but no workbook."))
                .part();
        String type = contentType(part);
        if (type.contains("macroEnabled")) {
            throw WorkbookRefusedException.unsafe(
                    "The workbook is of a kind that can have macros.",
                    "Save it as an Excel workbook without macros (.xlsx).");
        } else if (!type.equals(WORKBOOK_TYPE)) {
            throw WorkbookRefusedException.notOne("The file is a document of another kind, '" + type + "'.");
        }
        return part;
    }

    private String contentType(String part) throws IOException {
        XmlElement types = element(TYPES).orElseThrow(ZipArchive::damaged);
        Optional<String> own = types.all("Override").stream()
                .filter(each -> each.attribute("PartName").orElse("").equalsIgnoreCase("/" + part))
                .findFirst()
                .flatMap(each -> each.attribute("ContentType"));
        String extension = part.substring(part.lastIndexOf('.') + 1);
        return own.or(() -> types.all("Default").stream()
                        .filter(each -> each.attribute("Extension").orElse("").equalsIgnoreCase(extension))
                        .findFirst()
                        .flatMap(each -> each.attribute("ContentType")))
                .orElse("");
    }

    /** Those of a part, or of the whole for an empty name; without those that lead out of the file. */
    List<Relationship> relationships(String part) throws IOException {
        int slash = part.lastIndexOf('/') + 1;
        String folder = part.substring(0, slash);
        Optional<XmlElement> element = element(folder + "_rels/" + part.substring(slash) + ".rels");
        List<Relationship> relationships = new ArrayList<>();
        for (XmlElement each : element.map(root -> root.all("Relationship")).orElse(List.of())) {
            String type = each.attribute("Type").orElse("");
            boolean external = each.attribute("TargetMode").orElse("").equalsIgnoreCase("External");
            if (!external) {
                relationships.add(new Relationship(
                        each.attribute("Id").orElse(""),
                        type.substring(type.lastIndexOf('/') + 1),
                        resolve(folder, each.attribute("Target").orElse(""))));
            }
        }
        return relationships;
    }

    private static String resolve(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String base = folder;
        String rest = target;
        while (rest.startsWith("../")) {
            rest = rest.substring(3);
            base = base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
        }
        return base + rest;
    }

    /** A small part as a whole. */
    Optional<XmlElement> element(String part) throws IOException {
        Optional<InputStream> stream = archive.stream(part);
        if (stream.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = stream.get()) {
            return Optional.of(XmlElement.read(in));
        }
    }

    /** A part that is to be read on the way; to be closed. */
    InputStream stream(String part) throws IOException {
        return archive.stream(part)
                .orElseThrow(() -> WorkbookRefusedException.notOne(
                        "The file is damaged: it has no part '" + part.toLowerCase(Locale.ROOT) + "'."));
    }
}
