package io.stellwerk.server.command;

import io.stellwerk.server.config.ConfigurationException;
import io.stellwerk.server.tenant.RuleSetRefusedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command line as a whole. */
@Command(
        name = "stellwerk",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Answers a carrier's question before a call is connected: where to?",
        subcommands = {
            DemoCommand.class,
            ServeCommand.class,
            CheckCommand.class,
            TestCommand.class,
            RouteCommand.class,
            ImportCommand.class,
            AuditCommand.class,
            ConvertCommand.class
        },
        footer = {"", "Exit codes: 0 fine, 1 findings or failed cases, 2 wrong use, 3 fault outside."})
public final class StellwerkCommand implements Runnable {

    private static final int WIDTH = 110;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    /** Runs a command line with the process's own streams, in UTF-8, and answers its exit code. */
    public static int run(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exitCode = run(out, err, arguments);
        out.flush();
        err.flush();
        return exitCode;
    }

    /** As {@link #run(String...)}, to any streams: for tests. */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new StellwerkCommand())
                .setOut(out)
                .setErr(err)
                .setUsageHelpWidth(WIDTH)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command.getErr()))
                .execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int explain(Exception failure, PrintWriter err) {
        if (failure instanceof WrongUseException wrong) {
            err.println(wrong.getMessage());
            return ExitCode.WRONG_USE;
        } else if (failure instanceof ConfigurationException wrong) {
            err.println("The configuration is wrong:");
            wrong.errors().forEach(error -> err.println("  " + error));
            return ExitCode.WRONG_USE;
        } else if (failure instanceof RuleSetRefusedException refused) {
            refused.findings().forEach((tenant, findings) -> new FindingsText(err).print("Tenant " + tenant, findings));
            return ExitCode.FINDINGS;
        } else if (failure instanceof IOException fault) {
            err.println(IoFailure.text(fault));
            return ExitCode.FAULT;
        }
        err.println("A fault of ours, please report it:");
        failure.printStackTrace(err);
        return ExitCode.FAULT;
    }
}
