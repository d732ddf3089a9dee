package io.stellwerk.rules.sheet;

import static io.stellwerk.rules.sheet.RawWorkbook.LINKS;
import static io.stellwerk.rules.sheet.RawWorkbook.ROOT;
import static io.stellwerk.rules.sheet.RawWorkbook.SHEET;
import static io.stellwerk.rules.sheet.RawWorkbook.STYLES;
import static io.stellwerk.rules.sheet.RawWorkbook.TEXTS;
import static io.stellwerk.rules.sheet.RawWorkbook.TYPES;
import static io.stellwerk.rules.sheet.RawWorkbook.WORKBOOK;
import static io.stellwerk.rules.sheet.RawWorkbook.repeated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.Findings;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileWorkbookTest {

    private static final String CELL = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>id</t></is></c></row>";
    /** All that reading may allocate, garbage included; what it holds at once is a part of that. */
    private static final long MOST_BYTES = 400L << 20;

    @Test
    void a_harmless_workbook_is_read() {
        List<Sheet> sheets = read(RawWorkbook.of(CELL).bytes()).orElseThrow();

        assertThat(sheets).hasSize(1);
        assertThat(sheets.get(0).rows().get(0).value(1)).contains(new SheetValue.Text("id"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("hostile")
    void a_hostile_workbook_is_refused_in_bounded_memory(String what, String code, RawWorkbook workbook) {
        assertRefused(code, workbook.bytes());
    }

    static Stream<Arguments> hostile() {
        return Stream.of(
                arguments(
                        "a sheet that unpacks to a thousand times its size",
                        "workbook-too-large",
                        RawWorkbook.of("").part(SHEET, repeated("<worksheet>", " ", 200_000_000, "</worksheet>"))),
                arguments(
                        "texts that unpack to far more than memory should take",
                        "workbook-too-large",
                        RawWorkbook.of(CELL).part(TEXTS, HostileWorkbookTest::numbers)),
                arguments("five thousand parts", "workbook-too-large", withParts(5000)),
                arguments(
                        "a million shared texts",
                        "workbook-too-large",
                        RawWorkbook.of(CELL).part(TEXTS, HostileWorkbookTest::manyTexts)),
                arguments(
                        "a shared text of a million characters",
                        "workbook-too-large",
                        RawWorkbook.of(CELL).part(TEXTS, repeated("<sst><si><t>", "x", 1_000_000, "</t></si></sst>"))),
                arguments(
                        "a cell of a million characters",
                        "workbook-too-large",
                        RawWorkbook.of("")
                                .part(
                                        SHEET,
                                        repeated(
                                                "<worksheet><sheetData><row><c t=\"str\"><v>",
                                                "x",
                                                1_000_000,
                                                "</v></c></row></sheetData></worksheet>"))),
                arguments("a cell in column 12 million", "workbook-too-large", RawWorkbook.of(cell("ZZZZZ1"))),
                arguments("a cell in a column beyond numbers", "not-a-workbook", RawWorkbook.of(cell("ZZZZZZZ1"))),
                arguments("a cell in column 501", "workbook-too-large", RawWorkbook.of(cell("SG1"))),
                arguments(
                        "a cell in row a hundred million",
                        "workbook-too-large",
                        RawWorkbook.of("<row r=\"100000000\"><c><v>1</v></c></row>")),
                arguments(
                        "a million rows",
                        "workbook-too-large",
                        RawWorkbook.of("")
                                .part(
                                        SHEET,
                                        repeated(
                                                "<worksheet><sheetData>",
                                                "<row><c><v>1</v></c></row>",
                                                1_000_000,
                                                "</sheetData></worksheet>"))),
                arguments(
                        "a row of a million cells",
                        "workbook-too-large",
                        RawWorkbook.of("")
                                .part(
                                        SHEET,
                                        repeated(
                                                "<worksheet><sheetData><row>",
                                                "<c><v>1</v></c>",
                                                1_000_000,
                                                "</row></sheetData></worksheet>"))),
                arguments("a hundred and one sheets", "workbook-too-large", withSheets(101)),
                arguments(
                        "elements that nest a million times",
                        "unsafe-workbook",
                        RawWorkbook.of("").part(SHEET, repeated("", "<a>", 1_000_000, ""))),
                arguments(
                        "an attribute of ten million characters",
                        "unsafe-workbook",
                        RawWorkbook.of("").part(SHEET, repeated("<worksheet a=\"", "x>", 5_000_000, "\"/>"))),
                arguments(
                        "a comment of ten million characters",
                        "unsafe-workbook",
                        RawWorkbook.of("").part(SHEET, repeated("<!--", "<a>", 3_000_000, "--><worksheet/>"))),
                arguments(
                        "a name of ten million characters",
                        "unsafe-workbook",
                        RawWorkbook.of("").part(SHEET, repeated("<", "x", 10_000_000, "/>"))),
                arguments(
                        "a section of three million characters",
                        "unsafe-workbook",
                        RawWorkbook.of("").part(SHEET, HostileWorkbookTest::section)),
                arguments("macros", "unsafe-workbook", RawWorkbook.of(CELL).part("xl/vbaProject.bin", "x")),
                arguments(
                        "macros by another name",
                        "unsafe-workbook",
                        RawWorkbook.of(CELL).part("XL/VBAPROJECT.BIN", "x")),
                arguments(
                        "sheets of Excel 4 macros",
                        "unsafe-workbook",
                        RawWorkbook.of(CELL).part("xl/macrosheets/sheet1.xml", "<x/>")),
                arguments(
                        "the type of workbooks with macros",
                        "unsafe-workbook",
                        RawWorkbook.of(CELL)
                                .changed(
                                        TYPES,
                                        types -> types.replaceFirst(
                                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
                                                "application/vnd.ms-excel.sheet.macroEnabled.main"))),
                arguments(
                        "links to other workbooks",
                        "unsafe-workbook",
                        RawWorkbook.of(CELL).part("xl/externalLinks/externalLink1.xml", "<x/>")),
                arguments(
                        "connections to servers",
                        "unsafe-workbook",
                        RawWorkbook.of(CELL).part("xl/connections.xml", "<x/>")),
                arguments(
                        "embedded files",
                        "unsafe-workbook",
                        RawWorkbook.of(CELL).part("xl/embeddings/oleObject1.bin", "x")),
                arguments("controls", "unsafe-workbook", RawWorkbook.of(CELL).part("xl/activeX/activeX1.xml", "<x/>")),
                arguments(
                        "the type of a text document",
                        "not-a-workbook",
                        RawWorkbook.of(CELL)
                                .changed(
                                        TYPES,
                                        types -> types.replace("spreadsheetml.sheet", "wordprocessingml.document"))),
                arguments(
                        "the type of a template",
                        "not-a-workbook",
                        RawWorkbook.of(CELL).changed(TYPES, types -> types.replace("sheet.main", "template.main"))),
                arguments(
                        "no list of types",
                        "not-a-workbook",
                        RawWorkbook.of(CELL).part(TYPES, "")),
                arguments("nothing that a workbook has", "not-a-workbook", new RawWorkbook().part("readme.txt", "x")),
                arguments(
                        "a workbook that is somewhere else",
                        "not-a-workbook",
                        RawWorkbook.of(CELL)
                                .changed(
                                        ROOT,
                                        links -> links.replace(
                                                "Target=\"xl/workbook.xml\"",
                                                "Target=\"http://example.com/workbook.xml\" TargetMode=\"External\""))),
                arguments(
                        "a sheet that is not there",
                        "not-a-workbook",
                        RawWorkbook.of(CELL).changed(LINKS, links -> links.replace("sheet1", "sheet9"))),
                arguments(
                        "two sheets of one name",
                        "not-a-workbook",
                        RawWorkbook.of(CELL)
                                .changed(
                                        WORKBOOK,
                                        workbook -> workbook.replace(
                                                "</sheets>", "<sheet name=\"SHEET1\" r:id=\"r1\"/></sheets>"))),
                arguments(
                        "a shared text that is not there",
                        "not-a-workbook",
                        RawWorkbook.of("<row><c t=\"s\"><v>7</v></c></row>")),
                arguments(
                        "rows that go backwards",
                        "not-a-workbook",
                        RawWorkbook.of("<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row>")),
                arguments(
                        "cells that go backwards",
                        "not-a-workbook",
                        RawWorkbook.of("<row><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>")),
                arguments(
                        "a cell of another row",
                        "not-a-workbook",
                        RawWorkbook.of("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>")),
                arguments(
                        "a sheet in UTF-16",
                        "not-a-workbook",
                        RawWorkbook.of("")
                                .part(
                                        SHEET,
                                        out -> out.write(RawWorkbook.sheet(CELL).getBytes(StandardCharsets.UTF_16)))),
                arguments(
                        "a sheet that ends too early",
                        "not-a-workbook",
                        RawWorkbook.of(CELL).changed(SHEET, all -> all.substring(0, 150))),
                arguments(
                        "a sheet that is no XML",
                        "not-a-workbook",
                        RawWorkbook.of("").part(SHEET, "id;hotline")));
    }

    @ParameterizedTest
    @ValueSource(strings = {TYPES, ROOT, WORKBOOK, LINKS, STYLES, TEXTS, SHEET})
    void no_part_may_read_another_file(String part, @TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        String type = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";

        assertRefused(
                "unsafe-workbook",
                RawWorkbook.of(CELL).changed(part, text -> type + text).bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {TYPES, ROOT, WORKBOOK, LINKS, STYLES, TEXTS, SHEET})
    void no_part_may_multiply_entities(String part) {
        StringBuilder type = new StringBuilder("<!DOCTYPE x [<!ENTITY e0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            type.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
        }

        assertRefused(
                "unsafe-workbook",
                RawWorkbook.of(CELL).changed(part, text -> type + "]>" + text).bytes());
        assertRefused(
                "not-a-workbook",
                RawWorkbook.of(CELL)
                        .changed(part, text -> text.replaceFirst(">", ">&e29;"))
                        .bytes());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"EncryptedPackage", "Workbook"})
    void compound_files_are_told_from_workbooks(String stream) {
        byte[] bytes = new byte[4096];
        byte[] name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0}, 0, bytes, 0, 4);
        System.arraycopy(name, 0, bytes, 1024, name.length);

        Finding finding = assertRefused("not-a-workbook", bytes);

        assertThat(finding.toString()).contains(stream.startsWith("E") ? "password" : "Excel before 2007");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "P", "PK", "id;hotline;=> plan", "<html>", "{\\rtf1", "%PDF-1.7"})
    void other_files_are_told_from_workbooks(String content) {
        assertRefused("not-a-workbook", content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_workbook_that_was_cut_off_is_refused_wherever_that_was() {
        byte[] whole = RawWorkbook.of(CELL).bytes();
        for (int length = 0; length < whole.length; length += 7) {
            assertRefused("not-a-workbook", Arrays.copyOf(whole, length));
        }
    }

    @Test
    void an_entry_that_is_listed_under_many_names_is_refused() {
        byte[] whole = RawWorkbook.of(CELL).bytes();
        int end = whole.length - 22;
        // All entries of the directory lead to the first one's content, as bombs without recursion do.
        for (int at = end; at > 0; at--) {
            if (whole[at] == 'P' && whole[at + 1] == 'K' && whole[at + 2] == 1 && whole[at + 3] == 2) {
                Arrays.fill(whole, at + 42, at + 46, (byte) 0);
            }
        }

        assertRefused("not-a-workbook", whole);
    }

    @Test
    void a_password_within_the_archive_is_told() {
        byte[] whole = RawWorkbook.of(CELL).bytes();
        for (int at = 0; at < whole.length - 22; at++) {
            if (whole[at] == 'P' && whole[at + 1] == 'K' && whole[at + 2] == 1 && whole[at + 3] == 2) {
                whole[at + 8] |= 1;
            }
        }

        assertThat(assertRefused("not-a-workbook", whole).remedy()).contains("password");
    }

    @Test
    void a_workbook_with_damaged_bytes_is_read_or_refused_but_never_fails() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] whole = RawWorkbook.of(
                        CELL + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c s=\"1\"><v>46000</v></c></row>")
                .bytes();
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] damaged = whole.clone();
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Findings findings = new Findings();
            boolean read =
                    WorkbookReader.read("rules/t.xlsx", damaged, findings).isPresent();
            assertThat(findings.sorted().isEmpty())
                    .as("seed %d, case %d", seed, i)
                    .isEqualTo(read);
            refused += read ? 0 : 1;
        }
        assertThat(refused).as("seed %d", seed).isGreaterThan(600);
    }

    private static Finding assertRefused(String code, byte[] bytes) {
        Findings findings = new Findings();
        ThreadMXBean memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();

        Optional<List<Sheet>> sheets = WorkbookReader.read("rules/t.xlsx", bytes, findings);

        assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_BYTES);
        assertThat(sheets).isEmpty();
        assertThat(findings.sorted()).hasSize(1);
        Finding finding = findings.sorted().get(0);
        assertThat(finding.code()).as(finding.toString()).isEqualTo(code);
        assertThat(finding.remedy()).isNotEmpty();
        return finding;
    }

    private static Optional<List<Sheet>> read(byte[] bytes) {
        Findings findings = new Findings();
        Optional<List<Sheet>> sheets = WorkbookReader.read("rules/t.xlsx", bytes, findings);
        assertThat(findings.sorted()).isEmpty();
        return sheets;
    }

    private static String cell(String name) {
        return "<row r=\"1\"><c r=\"" + name + "\"><v>1</v></c></row>";
    }

    private static RawWorkbook withParts(int count) {
        RawWorkbook workbook = RawWorkbook.of(CELL);
        IntStream.range(0, count).forEach(i -> workbook.part("xl/media/" + i + ".png", ""));
        return workbook;
    }

    private static RawWorkbook withSheets(int count) {
        StringBuilder sheets = new StringBuilder();
        IntStream.range(0, count)
                .forEach(i -> sheets.append("<sheet name=\"s").append(i).append("\" r:id=\"r1\"/>"));
        return RawWorkbook.of(CELL).changed(WORKBOOK, all -> all.replace("</sheets>", sheets + "</sheets>"));
    }

    /** Packs to a tenth: below the ratio that tells a bomb, but much. */
    private static void numbers(OutputStream out) throws IOException {
        Random random = new Random(7);
        out.write("<sst>".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 60_000; i++) {
            String text = "<si><t>" + random.nextInt() + "x".repeat(700) + "</t></si>";
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        out.write("</sst>".getBytes(StandardCharsets.UTF_8));
    }

    private static void section(OutputStream out) throws IOException {
        Random random = new Random(7);
        out.write("<worksheet><![CDATA[".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 300_000; i++) {
            out.write(String.valueOf(random.nextLong(1L << 32, 1L << 33)).getBytes(StandardCharsets.UTF_8));
        }
        out.write("]]></worksheet>".getBytes(StandardCharsets.UTF_8));
    }

    private static void manyTexts(OutputStream out) throws IOException {
        Random random = new Random(7);
        out.write("<sst>".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 1_000_000; i++) {
            out.write(("<si><t>" + random.nextInt(99) + "</t></si>").getBytes(StandardCharsets.UTF_8));
        }
        out.write("</sst>".getBytes(StandardCharsets.UTF_8));
    }
}
