package io.stellwerk.server.config;

import java.nio.file.Path;

/** A certificate chain and its key, both PEM. */
public record Tls(Path certificate, Path key) {}
