package io.stellwerk.rules.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stellwerk.rules.finding.Finding;
import io.stellwerk.rules.finding.FindingCode;
import io.stellwerk.rules.finding.Findings;
import io.stellwerk.rules.finding.Place;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML into elements that know their place. Plain scalars are read as in YAML 1.2's core schema (clause 10.3.2)
 * without its octal and hexadecimal numbers: {@code yes}, {@code 08:00} and {@code 2026-12-24} are texts. Nothing is
 * constructed, and tags are findings.
 */
final class YamlReader {

    private static final int DEEPEST = 30;
    /** Aliases can make a small file a huge tree, so what counts is the tree. */
    private static final int MOST_ELEMENTS = 500_000;

    private static final Pattern INTEGER = Pattern.compile("-?(?:0|[1-9][0-9]{0,30})");
    private static final Pattern DECIMAL = Pattern.compile("-?(?:0|[1-9][0-9]{0,30})\\.[0-9]{1,30}");
    private static final Set<Tag> PLAIN_TAGS =
            Set.of(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MAP, Tag.SEQ, Tag.MERGE);

    private final String file;
    private final Findings findings;
    private final JsonNodeFactory nodes = JsonNodeFactory.instance;
    private int elements;

    private YamlReader(String file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /** Empty, with a finding, if the file cannot be read at all. */
    static Optional<Element> read(String file, byte[] bytes, Findings findings) {
        return SourceText.decode(file, bytes, findings).flatMap(text -> new YamlReader(file, findings).parse(text));
    }

    private Optional<Element> parse(String text) {
        try {
            LoaderOptions options = new LoaderOptions();
            options.setCodePointLimit(RuleSetFiles.LARGEST_FILE);
            options.setNestingDepthLimit(DEEPEST);
            options.setMaxAliasesForCollections(1000);
            Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(text));
            if (root == null) {
                findings.add(FindingCode.YAML_SYNTAX.at(
                        Place.of(file), "The file is empty.", "Fill it in as docs/rule-set-format.md shows."));
                return Optional.empty();
            }
            return Optional.of(element(root, 0));
        } catch (MarkedYAMLException e) {
            findings.add(syntax(e));
        } catch (TooMuch | YAMLException e) {
            findings.add(FindingCode.TOO_DEEP_OR_LARGE.at(
                    Place.of(file),
                    "The file nests deeper than " + DEEPEST + " levels or has more than " + MOST_ELEMENTS + " values.",
                    "Write it without aliases that multiply, or split it."));
        }
        return Optional.empty();
    }

    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private Finding syntax(MarkedYAMLException e) {
        Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
        Place place = mark == null ? Place.of(file) : place(mark);
        String problem = e.getProblem() == null ? "something is not YAML" : e.getProblem();
        return FindingCode.YAML_SYNTAX.at(
                place,
                "The file is not YAML: " + problem.replaceAll("\\s+", " ") + ".",
                "Look at indentation (spaces, no tabs), colons, quotes and brackets here and in the line before.");
    }

    private Place place(Mark mark) {
        return Place.at(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Element element(Node node, int depth) {
        elements++;
        if (depth > DEEPEST || elements > MOST_ELEMENTS) {
            throw new TooMuch();
        }
        Place place = place(node.getStartMark());
        if (!PLAIN_TAGS.contains(node.getTag())) {
            findings.add(FindingCode.YAML_TAG.at(
                    place,
                    "Tags such as '" + node.getTag() + "' are not read.",
                    "Take the tag out; write the value in quotes if it begins with an exclamation mark."));
        }
        if (node instanceof MappingNode mapping) {
            return object(mapping, place, depth);
        } else if (node instanceof SequenceNode sequence) {
            return list(sequence, place, depth);
        }
        return Element.scalar(place, scalar((ScalarNode) node));
    }

    private Element list(SequenceNode sequence, Place place, int depth) {
        List<Element> items = new ArrayList<>();
        ArrayNode json = nodes.arrayNode();
        for (Node each : sequence.getValue()) {
            Element item = element(each, depth + 1);
            items.add(item);
            json.add(item.json());
        }
        return Element.list(place, json, items);
    }

    private Element object(MappingNode mapping, Place place, int depth) {
        Map<String, Element> fields = new LinkedHashMap<>();
        Map<String, Place> keys = new LinkedHashMap<>();
        ObjectNode json = nodes.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
            Place at = place(tuple.getKeyNode().getStartMark());
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (fields.containsKey(key)) {
                findings.add(duplicate(key, at, keys.getOrDefault(key, at)));
                continue;
            }
            Element value = element(tuple.getValueNode(), depth + 1);
            fields.put(key, value);
            keys.put(key, at);
            json.set(key, value.json());
        }
        return Element.object(place, json, fields, keys);
    }

    static Finding duplicate(String key, Place at, Place first) {
        return FindingCode.DUPLICATE_KEY.at(
                at.in("", key),
                "The key '" + key + "' stands here a second time; the first is in line " + first.line() + ".",
                "Take one of the two out.");
    }

    private JsonNode scalar(ScalarNode node) {
        String value = node.getValue();
        if (!node.isPlain()) {
            return nodes.textNode(value);
        }
        return switch (value) {
            case "", "~", "null" -> nodes.nullNode();
            case "true" -> nodes.booleanNode(true);
            case "false" -> nodes.booleanNode(false);
            default -> number(value);
        };
    }

    private JsonNode number(String value) {
        if (INTEGER.matcher(value).matches()) {
            return value.length() < 10
                    ? nodes.numberNode(Integer.parseInt(value))
                    : nodes.numberNode(new BigInteger(value));
        }
        return DECIMAL.matcher(value).matches() ? nodes.numberNode(new BigDecimal(value)) : nodes.textNode(value);
    }
}
