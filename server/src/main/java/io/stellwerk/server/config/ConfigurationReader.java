package io.stellwerk.server.config;

import io.stellwerk.connector.carrier.CarrierAccess;
import io.stellwerk.connector.carrier.KeyHash;
import io.stellwerk.engine.call.Carrier;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.call.ServiceNumber;
import io.stellwerk.rules.finding.Suggestion;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads the configuration. Paths in the file are relative to the file, paths in the environment to the working directory.
 */
public final class ConfigurationReader {

    private static final List<String> SECTIONS = List.of("server", "carrierHttp", "management");
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "::1", "localhost");
    private static final String KEY_REMEDY =
            "Write sha256: and the 64 hexadecimal digits of `printf %s KEY | sha256sum`, or env: and the name of a variable"
                    + " that holds the key.";
    private static final String HASH = "sha256:";
    private static final Duration MILLISECOND = Duration.ofMillis(1);
    private static final int MOST_PORT = 65_535;

    private final Sources sources;
    private final Path base;

    private ConfigurationReader(Sources sources, Path base) {
        this.sources = sources;
        this.base = base;
    }

    /**
     * Reads a file and lays the environment over it.
     *
     * @throws ConfigurationException with all that is wrong
     */
    public static Configuration read(Path file, Map<String, String> environment) throws ConfigurationException {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException unreadable) {
            throw new ConfigurationException(List.of(new ConfigurationError(
                    file.toString(),
                    0,
                    "The file cannot be read: " + unreadable.getClass().getSimpleName() + ".",
                    "Name a configuration file that exists, in UTF-8.")));
        }
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("."));
        return read(text, folder, environment);
    }

    /** As {@link #read(Path, Map)}, from a text whose paths are relative to {@code base}; an empty text is all defaults. */
    public static Configuration read(String text, Path base, Map<String, String> environment)
            throws ConfigurationException {
        Sources sources = new Sources(environment);
        Configuration configuration = new ConfigurationReader(sources, base).read(parse(text));
        if (!sources.errors().isEmpty()) {
            throw new ConfigurationException(sources.errors());
        }
        return configuration;
    }

    private static Optional<Node> parse(String text) throws ConfigurationException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(true);
        options.setMaxAliasesForCollections(0);
        try {
            return Optional.ofNullable(new Yaml(new SafeConstructor(options)).compose(new StringReader(text)));
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 0
                    : broken.getProblemMark().getLine() + 1;
            throw new ConfigurationException(List.of(new ConfigurationError(
                    "configuration", line, "This is not YAML: " + broken.getProblem() + ".", "Mend the line.")));
        }
    }

    private Configuration read(Optional<Node> node) {
        Section root = new Section("", node, sources);
        Section server = root.section("server");
        CarrierHttp carrierHttp = carrierHttp(root.section("carrierHttp"));
        Configuration configuration = new Configuration(
                path(server, "dataDirectory").orElse(Path.of("data")),
                server.duration("drainTime", Duration.ofSeconds(10), Duration.ZERO, Duration.ofMinutes(10)),
                server.whole("eventLoops", Math.max(1, Runtime.getRuntime().availableProcessors()), 1, 256),
                carrierHttp,
                management(root.section("management")),
                carriers(root.sections("carriers"), carrierHttp.carrierWithoutKey()),
                tenants(root.sections("tenants")));
        server.finish();
        root.finish();
        sources.finish(SECTIONS);
        return configuration;
    }

    private CarrierHttp carrierHttp(Section section) {
        String host = section.text("host", "127.0.0.1");
        Optional<Setting> withoutKey = section.setting("carrierWithoutKey");
        if (withoutKey.isPresent() && !LOOPBACK.contains(host)) {
            section.refuse(
                    withoutKey.get(),
                    "Carriers without a key are only taken on the loopback, and the port is bound to '" + host + "'.",
                    "Set carrierHttp.host to 127.0.0.1, or give the carrier a key and remove this.");
        }
        CarrierHttp http = new CarrierHttp(
                host,
                section.whole("port", 8080, 0, MOST_PORT),
                tls(section.section("tls")),
                withoutKey.map(Setting::text),
                section.choice("overload", "default-route", List.of("default-route", "unavailable"))
                        .equals("unavailable"),
                section.duration("overloadLag", Duration.ofMillis(50), MILLISECOND, Duration.ofSeconds(10)),
                section.whole("maxConnections", 10_000, 1, 1_000_000),
                section.whole("maxQueries", 1_000, 1, 1_000_000),
                section.duration("idleTimeout", Duration.ofSeconds(60), Duration.ofSeconds(1), Duration.ofHours(1)));
        section.finish();
        return http;
    }

    private Optional<Tls> tls(Section section) {
        Optional<Path> certificate = path(section, "certificate");
        Optional<Path> key = path(section, "key");
        Optional<Path> authorities = path(section, "clientAuthorities");
        section.finish();
        if (certificate.isPresent() != key.isPresent()) {
            section.refuse(
                    certificate.isPresent() ? "key" : "certificate",
                    "TLS needs the certificate and its key, and this one is missing.",
                    "Name both PEM files, or neither.");
        }
        return certificate.flatMap(chain -> key.map(secret -> new Tls(chain, secret, authorities)));
    }

    private Management management(Section section) {
        String host = section.text("host", "127.0.0.1");
        boolean withoutToken = section.flag("withoutToken", false);
        Management management = new Management(
                host,
                section.whole("port", 8081, 0, MOST_PORT),
                section.setting("token").flatMap(this::key),
                withoutToken);
        if (withoutToken && !LOOPBACK.contains(host)) {
            section.refuse(
                    "withoutToken",
                    "The management API needs a token unless it is bound to the loopback, and it is bound to '" + host
                            + "'.",
                    "Set management.token, or management.host to 127.0.0.1.");
        }
        section.finish();
        return management;
    }

    private List<CarrierAccess> carriers(List<Section> sections, Optional<String> withoutKey) {
        List<CarrierAccess> carriers = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section section : sections) {
            Optional<Setting> name = section.needed("name", "Give the carrier a name; decisions and metrics show it.");
            if (name.isPresent() && !names.add(name.get().text())) {
                section.refuse(
                        name.get(), "Two carriers are called '" + name.get().text() + "'.", "Rename one.");
            }
            carriers.add(carrier(section, name.map(Setting::text).orElse("?"), withoutKey));
            section.finish();
        }
        if (withoutKey.isPresent() && !names.contains(withoutKey.get())) {
            sources.refuse(
                    "carrierHttp.carrierWithoutKey",
                    0,
                    "'" + withoutKey.get() + "' is none of the carriers.",
                    Suggestion.nearest(withoutKey.get(), names)
                            .map(near -> "Did you mean '" + near + "'?")
                            .orElse("Write the name of one of them."));
        }
        return carriers;
    }

    private CarrierAccess carrier(Section section, String name, Optional<String> withoutKey) {
        Carrier carrier = new Carrier(
                name,
                country(section, "country").orElse("DE"),
                section.flag("trustedForAssertedId", false),
                serviceNumbers(section),
                section.duration("defaultDeadline", Duration.ofMillis(400), MILLISECOND, Duration.ofSeconds(30)),
                section.duration("maximumDeadline", Duration.ofSeconds(2), MILLISECOND, Duration.ofSeconds(30)));
        if (carrier.defaultDeadline().compareTo(carrier.maximumDeadline()) > 0) {
            section.refuse(
                    "defaultDeadline",
                    "It is longer than maximumDeadline.",
                    "Make it shorter, or raise maximumDeadline.");
        }
        List<Setting> keys = section.settings("keys");
        Set<String> certificates = texts(section.settings("certificateNames"));
        List<Setting> written = section.settings("certificateFingerprints");
        Set<String> fingerprints = fingerprints(section, written);
        boolean shows = !keys.isEmpty() || !certificates.isEmpty() || !written.isEmpty();
        if (!shows && !withoutKey.equals(Optional.of(name))) {
            section.refuse("keys", "The carrier '" + name + "' has no key, so it could never ask.", KEY_REMEDY);
        }
        return new CarrierAccess(
                carrier, keys.stream().flatMap(key -> key(key).stream()).toList(), certificates, fingerprints);
    }

    private static Set<String> texts(List<Setting> settings) {
        return settings.stream().map(Setting::text).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> fingerprints(Section section, List<Setting> settings) {
        Set<String> fingerprints = new LinkedHashSet<>();
        for (Setting setting : settings) {
            if (setting.text().replace(":", "").matches("[0-9a-fA-F]{64}")) {
                fingerprints.add(setting.text());
            } else {
                section.refuse(
                        setting,
                        "'" + setting.text() + "' is no fingerprint.",
                        "Write what `openssl x509 -noout -fingerprint -sha256` prints behind the equals sign.");
            }
        }
        return fingerprints;
    }

    private Set<ServiceNumber> serviceNumbers(Section section) {
        Set<ServiceNumber> numbers = new LinkedHashSet<>();
        for (Setting setting : section.settings("serviceNumbers")) {
            Optional<PhoneNumber> number = PhoneNumber.parse(setting.text());
            number.map(ServiceNumber::new).ifPresent(numbers::add);
            if (number.isEmpty()) {
                section.refuse(
                        setting,
                        "'" + setting.text() + "' is not an international number.",
                        "Write a plus and 2 to 15 digits, such as +498001234567.");
            }
        }
        return numbers;
    }

    private List<TenantFolder> tenants(List<Section> sections) {
        List<TenantFolder> tenants = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Section section : sections) {
            Optional<Setting> id = section.needed("id", "Write the tenant's id as in its tenant.yaml.");
            Optional<Path> folder = path(section, "ruleSet");
            if (id.isPresent() && !id.get().text().matches("[a-z][a-z0-9-]{0,63}")) {
                section.refuse(
                        id.get(),
                        "'" + id.get().text() + "' is not an id.",
                        "Write lower-case letters, digits and dashes, beginning with a letter.");
            } else if (id.isPresent() && !ids.add(id.get().text())) {
                section.refuse(id.get(), "Two tenants are called '" + id.get().text() + "'.", "Keep one of them.");
            }
            if (folder.isEmpty()) {
                section.refuse("ruleSet", "It is missing.", "Name the folder of the tenant's rule set.");
            }
            section.finish();
            id.ifPresent(known -> folder.ifPresent(found -> tenants.add(new TenantFolder(known.text(), found))));
        }
        return tenants;
    }

    private Optional<String> country(Section section, String key) {
        Optional<Setting> setting = section.setting(key);
        if (setting.isPresent()
                && !Set.of(Locale.getISOCountries()).contains(setting.get().text())) {
            section.refuse(
                    setting.get(),
                    "'" + setting.get().text() + "' is not a country.",
                    "Write its two letters by ISO 3166, such as DE.");
        }
        return setting.map(Setting::text);
    }

    /** The text is never repeated in a message: it may be a key that somebody wrote in clear. */
    private Optional<KeyHash> key(Setting setting) {
        if (setting.text().startsWith("env:")) {
            String name = setting.text().substring("env:".length());
            Optional<String> key = sources.variable(name);
            if (key.isEmpty()) {
                sources.refuse(
                        setting.error("The environment variable " + name + " is not set.", "Set it to the key."));
            }
            return key.map(KeyHash::of);
        }
        if (!setting.text().matches(HASH + "[0-9a-fA-F]{64}")) {
            sources.refuse(setting.error("The value is not the hash of a key.", KEY_REMEDY));
            return Optional.empty();
        }
        return Optional.of(KeyHash.parse(setting.text().substring(HASH.length())));
    }

    private Optional<Path> path(Section section, String key) {
        return section.setting(key)
                .map(setting -> setting.line() > 0 ? base.resolve(setting.text()) : Path.of(setting.text()));
    }
}
