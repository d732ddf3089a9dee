package io.stellwerk.server.config;

import io.stellwerk.rules.finding.Suggestion;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of the file, with the environment laid over its scalars. Notes every problem and goes on with the default,
 * so that all of them come out at once. Call {@link #finish()} when all keys have been asked for.
 */
final class Section {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9}) ?(ms|s|m|h)");

    private final String path;
    private final Sources sources;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final TreeSet<String> known = new TreeSet<>();

    Section(String path, Optional<Node> node, Sources sources) {
        this.path = path;
        this.sources = sources;
        if (node.isPresent() && node.get() instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::add);
        } else if (node.isPresent() && !empty(node.get())) {
            sources.refuse(
                    path,
                    line(node.get()),
                    "Here stands a value where a group of keys belongs.",
                    "Indent its keys below it.");
        }
    }

    private void add(NodeTuple tuple) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (values.put(key, tuple.getValueNode()) != null) {
            sources.refuse(path(key), line(tuple.getKeyNode()), "The key stands here twice.", "Keep one of them.");
        }
    }

    Section section(String key) {
        return new Section(path(key), node(key), sources);
    }

    /** The mappings of a list. */
    List<Section> sections(String key) {
        List<Section> sections = new ArrayList<>();
        for (Node item : items(key)) {
            sections.add(new Section(path(key) + "[" + sections.size() + "]", Optional.of(item), sources));
        }
        return sections;
    }

    /** The scalars of a list. */
    List<Setting> settings(String key) {
        List<Setting> settings = new ArrayList<>();
        for (Node item : items(key)) {
            scalar(path(key) + "[" + settings.size() + "]", item).ifPresent(settings::add);
        }
        return settings;
    }

    Optional<Setting> setting(String key) {
        Optional<Node> node = node(key);
        Optional<Setting> fromEnvironment = sources.environment(path(key));
        return fromEnvironment.isPresent() ? fromEnvironment : node.flatMap(value -> scalar(path(key), value));
    }

    /** As {@link #setting}, and a finding if it is not there. */
    Optional<Setting> needed(String key, String remedy) {
        Optional<Setting> setting = setting(key);
        if (setting.isEmpty()) {
            sources.refuse(path(key), 0, "It is missing.", remedy);
        }
        return setting;
    }

    String text(String key, String byDefault) {
        return setting(key).map(Setting::text).orElse(byDefault);
    }

    int whole(String key, int byDefault, int least, int most) {
        return setting(key).flatMap(setting -> number(setting, least, most)).orElse(byDefault);
    }

    boolean flag(String key, boolean byDefault) {
        return choice(key, byDefault ? "yes" : "no", List.of("yes", "no", "true", "false"))
                .matches("yes|true");
    }

    String choice(String key, String byDefault, List<String> choices) {
        Optional<Setting> setting = setting(key);
        if (setting.isEmpty() || choices.contains(setting.get().text())) {
            return setting.map(Setting::text).orElse(byDefault);
        }
        String meant = Suggestion.nearest(setting.get().text(), choices)
                .map(near -> "Did you mean '" + near + "'?")
                .orElse("Write one of " + String.join(", ", choices) + ".");
        sources.refuse(setting.get().error("'" + setting.get().text() + "' is none of its values.", meant));
        return byDefault;
    }

    Duration duration(String key, Duration byDefault, Duration least, Duration most) {
        Optional<Setting> setting = setting(key);
        if (setting.isEmpty()) {
            return byDefault;
        }
        Optional<Duration> read = duration(setting.get().text());
        if (read.isEmpty() || read.get().compareTo(least) < 0 || read.get().compareTo(most) > 0) {
            sources.refuse(setting.get()
                    .error(
                            "'" + setting.get().text() + "' is not a time from " + text(least) + " to " + text(most)
                                    + ".",
                            "Write a number and its unit, such as " + text(byDefault) + "."));
        }
        return read.orElse(byDefault);
    }

    void refuse(Setting setting, String message, String remedy) {
        sources.refuse(setting.error(message, remedy));
    }

    void refuse(String key, String message, String remedy) {
        sources.refuse(path(key), node(key).map(Section::line).orElse(0), message, remedy);
    }

    /** Refuses every key that nobody asked for. */
    void finish() {
        values.forEach((key, node) -> {
            if (!known.contains(key)) {
                sources.refuse(
                        path(key),
                        line(node),
                        "There is no such key.",
                        Suggestion.nearest(key, known)
                                .map(near -> "Did you mean '" + near + "'?")
                                .orElse("Here can stand: " + String.join(", ", known) + "."));
            }
        });
    }

    private Optional<Node> node(String key) {
        known.add(key);
        return Optional.ofNullable(values.get(key)).filter(node -> !empty(node));
    }

    private List<Node> items(String key) {
        Optional<Node> node = node(key);
        if (node.isPresent() && !(node.get() instanceof SequenceNode)) {
            sources.refuse(path(key), line(node.get()), "It is not a list.", "Begin each entry with a dash.");
        }
        return node.isPresent() && node.get() instanceof SequenceNode list ? list.getValue() : List.of();
    }

    private Optional<Setting> scalar(String key, Node node) {
        if (node instanceof ScalarNode scalar) {
            return Optional.of(new Setting(key, line(node), scalar.getValue()));
        }
        sources.refuse(key, line(node), "Here stands a group or list where one value belongs.", "Write the value.");
        return Optional.empty();
    }

    private Optional<Integer> number(Setting setting, int least, int most) {
        if (setting.text().matches("\\d{1,9}")) {
            int number = Integer.parseInt(setting.text());
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        }
        refuse(
                setting,
                "'" + setting.text() + "' is not a whole number from " + least + " to " + most + ".",
                "Write such a number.");
        return Optional.empty();
    }

    private static Optional<Duration> duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "ms" -> Duration.ofMillis(number);
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    default -> Duration.ofHours(number);
                });
    }

    private static String text(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + "s" : duration.toMillis() + "ms";
    }

    private static boolean empty(Node node) {
        return node instanceof ScalarNode scalar
                && (scalar.getValue().isEmpty() || scalar.getTag().getValue().endsWith(":null"));
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    /** {@code carrierHttp.maxConcurrent} as {@code CARRIER_HTTP_MAX_CONCURRENT}. */
    static String environmentName(String path) {
        return path.replace('.', '_').replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
    }
}
