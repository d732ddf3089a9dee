package io.stellwerk.rules.dmn;

import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.fact.FactType;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.table.Condition;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.RejectWord;
import io.stellwerk.rules.table.Row;
import io.stellwerk.rules.xml.XmlText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Writes decision tables as a DMN 1.3 model, a decision each. The meaning stands in DMN itself, save that facts without a
 * value are told by null; ids, operators of columns and the like stand in attributes of our own, so that {@link
 * DmnReader} reads the same tables back.
 */
public final class DmnWriter {

    /** Outputs in the order in which they are written, each with what a row has there as an expression. */
    private record Output(String name, String type, Function<Row, String> expression) {}

    private static final List<Output> OUTPUTS = List.of(
            new Output(
                    DmnNames.PLAN,
                    "string",
                    row -> row.action().plan().map(OutputEntry::template).orElse(Feel.NULL)),
            new Output(
                    DmnNames.REJECT,
                    "string",
                    row -> row.action()
                            .reject()
                            .map(RejectWord::text)
                            .map(Feel::string)
                            .orElse(Feel.NULL)),
            new Output(DmnNames.ANNOUNCEMENTS, "Any", row -> names(row.action().announcements())),
            new Output(DmnNames.SEGMENTS, "Any", row -> names(row.action().segments())));

    private final XmlText xml = new XmlText();
    private final Findings findings;

    private DmnWriter(Findings findings) {
        this.findings = findings;
    }

    /** The model; a row that cannot be said in DMN is a finding and left out. */
    public static String write(List<DecisionTable> tables, Findings findings) {
        return new DmnWriter(findings).model(tables);
    }

    private static String names(List<String> names) {
        return names.isEmpty() ? Feel.NULL : Feel.list(names);
    }

    private String model(List<DecisionTable> tables) {
        xml.open(
                "definitions",
                "xmlns",
                DmnNames.MODEL,
                "xmlns:sw",
                DmnNames.OURS,
                "namespace",
                DmnNames.OURS + "/tables",
                "id",
                "tables",
                "name",
                "Tables");
        Set<String> roots = new TreeSet<>();
        tables.forEach(table -> roots.addAll(roots(table)));
        for (String root : roots) {
            xml.open("inputData", "id", "input-" + root, "name", root)
                    .empty("variable", "id", "variable-" + root, "name", root, "typeRef", "Any")
                    .close();
        }
        for (int i = 0; i < tables.size(); i++) {
            decision(tables.get(i), "table-" + (i + 1));
        }
        return xml.close().toString();
    }

    /** What the model is to be given: {@code call}, {@code customer}. */
    private static Set<String> roots(DecisionTable table) {
        Set<String> roots = new TreeSet<>();
        table.conditions()
                .forEach(condition -> roots.add(condition.fact().name().replaceFirst("\\..*", "")));
        return roots;
    }

    private void decision(DecisionTable table, String id) {
        String name = written(table.name(), Place.of(table.file()));
        xml.open("decision", "id", id, "name", name)
                .empty("variable", "id", id + "-value", "name", name, "typeRef", "Any");
        int requirement = 0;
        for (String root : roots(table)) {
            xml.open("informationRequirement", "id", id + "-needs-" + ++requirement)
                    .empty("requiredInput", "href", "#input-" + root)
                    .close();
        }
        table(table, id);
        xml.close();
    }

    private void table(DecisionTable table, String id) {
        boolean sorted = table.hitPolicy() == HitPolicy.PRIORITY;
        xml.open(
                "decisionTable",
                "id",
                id + "-rows",
                "hitPolicy",
                sorted ? HitPolicy.FIRST.name() : table.hitPolicy().name(),
                "sw:" + DmnNames.HIT_POLICY,
                table.hitPolicy().name(),
                "sw:" + DmnNames.PHASE,
                FactDictionary.code(table.phase()),
                "sw:" + DmnNames.SALIENCE,
                String.valueOf(table.salience()));
        List<InputEntry> inputs = new ArrayList<>();
        for (Condition condition : table.conditions()) {
            inputs.add(new InputEntry(condition));
            input(condition, id + "-in-" + inputs.size());
        }
        for (Output output : OUTPUTS) {
            xml.empty("output", "id", id + "-" + output.name(), "name", output.name(), "typeRef", output.type());
        }
        xml.empty("annotation", "name", DmnNames.COMMENT);
        IntStream positions = IntStream.range(0, table.rows().size());
        (sorted ? byPriority(table.rows(), positions.boxed()) : positions.boxed())
                .forEach(position -> row(table, position, inputs, id + "-rule-" + (position + 1)));
        xml.close();
    }

    /** DMN's own priorities are those of outputs; rows in the order of ours mean the same with the hit policy FIRST. */
    private static Stream<Integer> byPriority(List<Row> rows, Stream<Integer> positions) {
        return positions.sorted(
                Comparator.comparingInt((Integer position) -> rows.get(position).priority())
                        .reversed());
    }

    private void input(Condition condition, String id) {
        xml.open(
                        "input",
                        "id",
                        id,
                        "label",
                        condition.fact().labelEn(),
                        "sw:" + DmnNames.OPERATOR,
                        FactDictionary.code(condition.operator()))
                .open(
                        "inputExpression",
                        "id",
                        id + "-fact",
                        "typeRef",
                        type(condition.fact().type()))
                .element("text", condition.fact().name())
                .close()
                .close();
    }

    private static String type(FactType type) {
        return switch (type) {
            case NUMBER -> "number";
            case YES_NO -> "boolean";
            case DATE -> "date";
            case TIME -> "time";
            case TEXT_SET, SCHEDULE -> "Any";
            case TEXT, WEEKDAY, ONE_OF, PHONE_NUMBER -> "string";
        };
    }

    private void row(DecisionTable table, int position, List<InputEntry> inputs, String id) {
        Row row = table.rows().get(position);
        Place place = Place.at(table.file(), row.line(), 0).in(row.id(), "");
        if (!row.enabled()) {
            findings.add(FindingCode.LEFT_OUT.at(
                    place,
                    "The row '" + row.id() + "' is switched off, which DMN cannot say, so it is left out.",
                    "Keep the table in another format too if the row is still needed."));
            return;
        }
        Optional<List<String>> tests = tests(table, row, inputs, place);
        if (tests.isPresent()) {
            rule(table, position, tests.get(), id);
        }
    }

    private void rule(DecisionTable table, int position, List<String> tests, String id) {
        Row row = table.rows().get(position);
        List<String> attributes = new ArrayList<>(List.of("id", id, "sw:" + DmnNames.ID, row.id()));
        if (table.hitPolicy() == HitPolicy.PRIORITY) {
            attributes.addAll(List.of("sw:" + DmnNames.PRIORITY, String.valueOf(row.priority())));
            attributes.addAll(List.of("sw:" + DmnNames.POSITION, String.valueOf(position + 1)));
        }
        xml.open("rule", attributes.toArray(String[]::new));
        for (int i = 0; i < tests.size(); i++) {
            entry("inputEntry", id + "-in-" + (i + 1), tests.get(i));
        }
        for (Output output : OUTPUTS) {
            entry("outputEntry", id + "-" + output.name(), output.expression().apply(row));
        }
        Place place = Place.at(table.file(), row.line(), 0).in(row.id(), DmnNames.COMMENT);
        xml.open("annotationEntry")
                .element("text", written(row.comment(), place))
                .close()
                .close();
    }

    /** Empty, with findings, if one of the cells cannot be said. */
    private Optional<List<String>> tests(DecisionTable table, Row row, List<InputEntry> inputs, Place place) {
        List<String> tests = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            try {
                tests.add(inputs.get(i).text(row.cells().get(i)));
            } catch (Untranslatable e) {
                String fact = table.conditions().get(i).fact().name();
                findings.add(FindingCode.NOT_IN_DMN.at(place.in(row.id(), fact), e.message(), e.remedy()));
            }
        }
        return tests.size() == inputs.size() ? Optional.of(tests) : Optional.empty();
    }

    private void entry(String name, String id, String text) {
        xml.open(name, "id", id).element("text", text).close();
    }

    private String written(String text, Place place) {
        if (XmlText.writable(text)) {
            return text;
        }
        findings.add(FindingCode.NOT_IN_DMN.at(
                place, "The text has a character that XML cannot hold.", "Take the invisible characters out."));
        return "";
    }
}
