package io.stellwerk.server.command;

import io.stellwerk.server.Stellwerk;
import io.stellwerk.server.config.Configuration;
import io.stellwerk.server.config.ConfigurationException;
import io.stellwerk.server.config.ConfigurationReader;
import io.stellwerk.server.tenant.RuleSetRefusedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The server. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Serves carriers and the management API until it is stopped (SIGTERM or Ctrl-C drains first).",
            "Logs JSON lines to standard error."
        },
        footer = {"", "The configuration's keys stand in docs/operations.md."})
final class ServeCommand implements Callable<Integer> {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration in YAML. Without it everything has a safe default, and data is in ./data.")
    private @Nullable Path file;

    @Override
    public Integer call() throws IOException, ConfigurationException, RuleSetRefusedException, InterruptedException {
        Configuration configuration = configuration(file);
        Logger log = LoggerFactory.getLogger(ServeCommand.class);
        Stellwerk stellwerk = Stellwerk.start(configuration);
        log.info(
                "Serving {} tenants: carriers at {}:{}, management at {}:{}",
                configuration.tenants().size(),
                configuration.carrierHttp().host(),
                stellwerk.carrierPort(),
                configuration.management().host(),
                stellwerk.managementPort());
        UntilStopped.await(stellwerk);
        return ExitCode.FINE;
    }

    static Configuration configuration(@Nullable Path file) throws ConfigurationException {
        return file == null
                ? ConfigurationReader.read("", Path.of("."), System.getenv())
                : ConfigurationReader.read(file, System.getenv());
    }
}
