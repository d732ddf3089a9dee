package io.stellwerk.server.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * PEM files.
 *
 * @param certificate the chain
 * @param clientAuthorities who signs carriers' certificates; empty if none are asked for
 */
public record Tls(Path certificate, Path key, Optional<Path> clientAuthorities) {}
