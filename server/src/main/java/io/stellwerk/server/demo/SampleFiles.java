package io.stellwerk.server.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** Where the samples are. */
public record SampleFiles(Path home) {

    private static final String TENANT = "nordlicht";

    /** In the folder that the launcher names, or else in the working directory. */
    public static SampleFiles find() throws IOException {
        Path home = Path.of(Optional.ofNullable(System.getProperty("stellwerk.home"))
                .or(() -> Optional.ofNullable(System.getenv("STELLWERK_HOME")))
                .orElse("."));
        SampleFiles samples = new SampleFiles(home);
        if (!Files.isReadable(samples.calls())) {
            throw new IOException("The samples are not in '"
                    + home.resolve("samples").toAbsolutePath().normalize()
                    + "'. Set STELLWERK_HOME to the project's folder.");
        }
        return samples;
    }

    String tenant() {
        return TENANT;
    }

    Path ruleSet() {
        return home.resolve("samples").resolve(TENANT);
    }

    Path customers() {
        return data("customers.csv");
    }

    Path people() {
        return data("people.csv");
    }

    Path calls() {
        return data("calls.csv");
    }

    Path scenarios() {
        return data("scenarios.csv");
    }

    private Path data(String name) {
        return home.resolve("samples").resolve(TENANT + "-data").resolve(name);
    }

    /**
     * A data directory for these files: the same for the same ones, so that what was imported once is there again. Beside
     * the build where there is one, else among the user's temporary files.
     */
    public Path dataDirectory() throws IOException {
        Path build = home.resolve("server").resolve("target");
        Path scratch = Files.isWritable(build)
                ? build.resolve("demo")
                : Path.of(System.getProperty("java.io.tmpdir"), "stellwerk-demo-" + System.getProperty("user.name"));
        return scratch.resolve(hash());
    }

    private String hash() throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : new Path[] {customers(), people(), ruleSet().resolve("tenant.yaml")}) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }
}
