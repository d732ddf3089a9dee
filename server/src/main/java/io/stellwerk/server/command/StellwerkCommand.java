package io.stellwerk.server.command;

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
        footer = {"", "Exit codes: 0 fine, 1 findings or failed cases, 2 wrong use, 3 fault outside."},
        usageHelpAutoWidth = true)
public final class StellwerkCommand implements Runnable {

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

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        return new CommandLine(new StellwerkCommand()).setOut(out).setErr(err).execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
