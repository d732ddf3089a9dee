package io.stellwerk.rules.dmn;

import io.stellwerk.rules.fact.FactDictionary;
import io.stellwerk.rules.fact.FactField;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import io.stellwerk.rules.finding.Suggestion;
import io.stellwerk.rules.read.PlacedText;
import io.stellwerk.rules.read.TableReader;
import io.stellwerk.rules.table.Cell;
import io.stellwerk.rules.table.DecisionTable;
import io.stellwerk.rules.table.HitPolicy;
import io.stellwerk.rules.table.Row;
import io.stellwerk.rules.write.CellWriter;
import io.stellwerk.rules.xml.XmlElement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lays out one decision table of a model as ours are, which its reader then reads. */
final class DmnTable {

    private static final Map<String, String> ACTIONS = Map.of(
            "plan", "=> plan",
            "reject", "=> reject",
            "announcement", "=> announcement",
            "announcements", "=> announcement",
            "segment", "=> segment",
            "segments", "=> segment");

    private final String file;
    private final XmlElement decision;
    private final XmlElement table;
    private final FactDictionary dictionary;
    private final Findings findings;

    DmnTable(String file, XmlElement decision, XmlElement table, FactDictionary dictionary, Findings findings) {
        this.file = file;
        this.decision = decision;
        this.table = table;
        this.dictionary = dictionary;
        this.findings = findings;
    }

    Optional<DecisionTable> read() {
        List<Optional<FactField>> facts =
                table.all("input").stream().map(this::fact).toList();
        List<Optional<String>> actions =
                table.all("output").stream().map(this::action).toList();
        Optional<HitPolicy> policy = policy();
        boolean whole =
                facts.stream().allMatch(Optional::isPresent) && actions.stream().allMatch(Optional::isPresent);
        if (!whole || policy.isEmpty()) {
            return Optional.empty();
        }
        boolean prioritised = policy.get() == HitPolicy.PRIORITY;
        List<List<PlacedText>> lines =
                settings(policy.get(), actions.stream().map(Optional::get).toList());
        lines.add(heading(facts, actions, prioritised));
        List<XmlElement> rules = prioritised ? inTheirOrder() : table.all("rule");
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            row(rules.get(i), i + 1, facts, actions.size(), prioritised, ids).ifPresent(lines::add);
        }
        return TableReader.readTranslated(file, lines, dictionary, findings).map(DmnTable::canonical);
    }

    private Place place(XmlElement element) {
        return Place.at(file, element.line(), 0);
    }

    private Optional<HitPolicy> policy() {
        String own = table.attribute(DmnNames.OURS, DmnNames.HIT_POLICY).orElse("");
        String policy = own.isEmpty() ? table.attribute("hitPolicy").orElse("UNIQUE") : own;
        boolean aggregated = table.attribute("aggregation").isPresent();
        return switch (aggregated ? "aggregation" : policy) {
            case "UNIQUE" -> Optional.of(HitPolicy.UNIQUE);
            // All that match say the same, so the first says it.
            case "FIRST", "ANY" -> Optional.of(HitPolicy.FIRST);
            case "COLLECT", "RULE ORDER" -> Optional.of(HitPolicy.COLLECT);
            default -> own.equals("PRIORITY") ? Optional.of(HitPolicy.PRIORITY) : noPolicy(policy, aggregated);
        };
    }

    private Optional<HitPolicy> noPolicy(String policy, boolean aggregated) {
        findings.add(FindingCode.NOT_TRANSLATED.at(
                place(table),
                aggregated
                        ? "The table counts or sums what matches."
                        : "The hit policy " + policy + " goes by the order of outputs, which ours have not.",
                "Sort the rules by what goes first, and take the hit policy FIRST."));
        return Optional.empty();
    }

    /** By the name of a fact, or by its label in one of its languages. */
    private Optional<FactField> fact(XmlElement input) {
        Optional<XmlElement> expression = input.first("inputExpression");
        String name = expression
                .flatMap(each -> each.first("text"))
                .map(text -> text.text().strip())
                .orElse("");
        String label = input.attribute("label").orElse("").strip();
        Optional<FactField> fact = dictionary
                .field(name)
                .or(() -> labelled(name))
                .or(() -> dictionary.field(label))
                .or(() -> labelled(label));
        if (fact.isEmpty()) {
            String shown = name.isEmpty() ? label : name;
            Set<String> known =
                    dictionary.fields().stream().map(FactField::name).collect(Collectors.toSet());
            findings.add(
                    FindingCode.UNKNOWN_FACT.at(
                            place(input),
                            "The input '" + shown + "' is no fact.",
                            Suggestion.nearest(shown, known)
                                    .map(near -> "Did you mean '" + near + "'?")
                                    .orElse(
                                            "Write the name of a fact of docs/fact-dictionary.json as its expression, or its label.")));
        }
        return fact;
    }

    /** Also without {@code customer.} before its name, if that leaves no doubt. */
    private Optional<FactField> labelled(String text) {
        List<FactField> found = dictionary.fields().stream()
                .filter(fact -> fact.labelEn().equalsIgnoreCase(text)
                        || fact.labelDe().equalsIgnoreCase(text)
                        || fact.name().endsWith("." + text))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private Optional<String> action(XmlElement output) {
        String name = output.attribute("name")
                .or(() -> output.attribute("label"))
                .orElse(table.all("output").size() == 1 ? "plan" : "");
        Optional<String> action = Optional.ofNullable(ACTIONS.get(name.strip().toLowerCase(Locale.ROOT)));
        if (action.isEmpty()) {
            findings.add(FindingCode.NOT_TRANSLATED.at(
                    place(output),
                    "The output '" + name + "' is no action.",
                    "Call outputs plan, reject, announcements and segments."));
        }
        if (output.first("defaultOutputEntry").isPresent()) {
            findings.add(FindingCode.NOT_TRANSLATED.at(
                    place(output),
                    "The output has a default value.",
                    "Add a last rule that matches anything, with the hit policy FIRST."));
        }
        return action;
    }

    private List<List<PlacedText>> settings(HitPolicy policy, List<String> actions) {
        boolean derives = actions.stream().noneMatch(action -> action.equals("=> plan") || action.equals("=> reject"));
        String phase = table.attribute(DmnNames.OURS, DmnNames.PHASE).orElse(derives ? "derive" : "decide");
        List<List<PlacedText>> settings = new ArrayList<>();
        setting(
                "#table",
                decision.attribute("name").filter(name -> !name.isBlank()).orElse("Table"),
                settings);
        setting("#phase", phase, settings);
        setting("#hit policy", policy.name(), settings);
        setting("#salience", table.attribute(DmnNames.OURS, DmnNames.SALIENCE).orElse("0"), settings);
        return settings;
    }

    private void setting(String name, String value, List<List<PlacedText>> settings) {
        settings.add(List.of(new PlacedText(name, place(table)), new PlacedText(value, place(table))));
    }

    private List<PlacedText> heading(
            List<Optional<FactField>> facts, List<Optional<String>> actions, boolean prioritised) {
        List<PlacedText> heading = new ArrayList<>();
        heading.add(new PlacedText("id", place(table)));
        if (prioritised) {
            heading.add(new PlacedText("priority", place(table)));
        }
        List<XmlElement> inputs = table.all("input");
        for (int i = 0; i < inputs.size(); i++) {
            String operator =
                    inputs.get(i).attribute(DmnNames.OURS, DmnNames.OPERATOR).orElse("is");
            String fact = facts.get(i).map(FactField::name).orElse("");
            heading.add(new PlacedText(fact + " " + operator.replace('-', ' '), place(inputs.get(i))));
        }
        List<XmlElement> outputs = table.all("output");
        for (int i = 0; i < outputs.size(); i++) {
            heading.add(new PlacedText(actions.get(i).orElse(""), place(outputs.get(i))));
        }
        heading.add(new PlacedText("comment", place(table)));
        return heading;
    }

    /** Those that were sorted by priority for DMN go back to where they stood. */
    private List<XmlElement> inTheirOrder() {
        return table.all("rule").stream()
                .sorted(Comparator.comparingInt(rule -> rule.attribute(DmnNames.OURS, DmnNames.POSITION)
                        .filter(position -> position.matches("[0-9]{1,7}"))
                        .map(Integer::valueOf)
                        .orElse(Integer.MAX_VALUE)))
                .toList();
    }

    /** Empty, with findings, if one of its entries has no equal. */
    private Optional<List<PlacedText>> row(
            XmlElement rule,
            int number,
            List<Optional<FactField>> facts,
            int actions,
            boolean prioritised,
            Set<String> ids) {
        Place place = place(rule);
        String id = id(rule, number, ids);
        List<XmlElement> tests = rule.all("inputEntry");
        List<XmlElement> results = rule.all("outputEntry");
        if (tests.size() != facts.size() || results.size() != actions) {
            findings.add(FindingCode.WRONG_NUMBER_OF_CELLS.at(
                    place.in(id, ""),
                    "The rule has other entries than the table has inputs and outputs.",
                    "Complete it."));
            return Optional.empty();
        }
        List<PlacedText> row = new ArrayList<>();
        row.add(new PlacedText(id, place));
        if (prioritised) {
            row.add(new PlacedText(
                    rule.attribute(DmnNames.OURS, DmnNames.PRIORITY).orElse("0"), place));
        }
        boolean whole = true;
        for (int i = 0; i < tests.size(); i++) {
            FactField fact = facts.get(i).orElseThrow();
            XmlElement test = tests.get(i);
            whole &= add(
                    test, text -> UnaryTests.translate(fact, text), place(test).in(id, fact.name()), row);
        }
        for (XmlElement result : results) {
            whole &= add(result, OutputEntry::translate, place(result).in(id, "output"), row);
        }
        row.add(new PlacedText(comment(rule), place));
        return whole ? Optional.of(row) : Optional.empty();
    }

    private interface Translation {
        String of(String text) throws Untranslatable;
    }

    private boolean add(XmlElement entry, Translation translation, Place place, List<PlacedText> row) {
        Optional<String> language = entry.attribute("expressionLanguage")
                .filter(name -> !name.toLowerCase(Locale.ROOT).contains("feel"));
        try {
            if (language.isPresent()) {
                throw new Untranslatable(
                        "The entry is written in '" + language.get() + "'.", "Write it in FEEL, the language of DMN.");
            }
            String text = entry.first("text").map(XmlElement::text).orElse("");
            row.add(new PlacedText(translation.of(text), place));
            return true;
        } catch (Untranslatable e) {
            findings.add(FindingCode.NOT_TRANSLATED.at(place, e.message(), e.remedy()));
            return false;
        }
    }

    private static String id(XmlElement rule, int number, Set<String> ids) {
        String id = rule.attribute(DmnNames.OURS, DmnNames.ID)
                .or(() -> rule.attribute("id"))
                .filter(each -> each.matches("[A-Za-z0-9._-]{1,64}"))
                .orElse("rule-" + number);
        String unique = ids.contains(id) ? "rule-" + number : id;
        ids.add(unique);
        return unique;
    }

    private static String comment(XmlElement rule) {
        String annotations = rule.all("annotationEntry").stream()
                .flatMap(entry -> entry.all("text").stream())
                .map(XmlElement::text)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("; "));
        return annotations.isEmpty()
                ? rule.first("description").map(XmlElement::text).orElse("").strip()
                : annotations;
    }

    /** With cells in their canonical spelling, since nobody wrote them as they were translated. */
    private static DecisionTable canonical(DecisionTable table) {
        List<CellWriter> writers =
                table.conditions().stream().map(CellWriter::new).toList();
        List<Row> rows =
                table.rows().stream().map(row -> canonical(row, writers)).toList();
        return table.withRows(rows);
    }

    private static Row canonical(Row row, List<CellWriter> writers) {
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cells().get(i);
            cells.add(
                    cell.any()
                            ? Cell.ANY
                            : new Cell(
                                    cell.terms(), cell.negated(), writers.get(i).write(cell)));
        }
        return new Row(row.id(), row.enabled(), row.priority(), cells, row.action(), row.comment(), row.line());
    }
}
