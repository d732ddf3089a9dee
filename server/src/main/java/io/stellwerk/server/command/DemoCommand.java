package io.stellwerk.server.command;

import io.stellwerk.connector.store.mapdb.DirectoryInUseException;
import io.stellwerk.server.Stellwerk;
import io.stellwerk.server.demo.DemoClock;
import io.stellwerk.server.demo.Demonstration;
import io.stellwerk.server.demo.SampleData;
import io.stellwerk.server.demo.SampleFiles;
import io.stellwerk.server.tenant.RuleSetRefusedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The sample tenant on a running server. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = {
            "Starts a server with the sample company Nordlicht Energie, asks all sample calls over HTTP, shows what",
            "became of them and why, and stays up for your own. Reachable from this machine only."
        })
final class DemoCommand implements Callable<Integer> {

    @Option(
            names = "--ports-from",
            paramLabel = "N",
            description = "First of two ports: carriers, then management; 0 for any. Default: ${DEFAULT-VALUE}.")
    private int portsFrom = 8080;

    @Option(names = "--exit", description = "Stop after the table.")
    private boolean exit;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, RuleSetRefusedException, InterruptedException {
        if (portsFrom < 0 || portsFrom > 65_534) {
            throw new WrongUseException("--ports-from " + portsFrom + " is no port. Write 0, or 1024 to 65534.");
        }
        PrintWriter out = spec.commandLine().getOut();
        SampleFiles samples = SampleFiles.find();
        DemoClock clock = new DemoClock();
        Stellwerk stellwerk = start(samples, clock, out);
        boolean answered;
        try {
            answered = new Demonstration(samples, stellwerk, clock, out).show();
        } catch (IOException | InterruptedException | RuntimeException failed) {
            stellwerk.close();
            throw failed;
        }
        if (exit) {
            stellwerk.close();
            return answered ? ExitCode.FINE : ExitCode.FINDINGS;
        }
        out.println("  Up until you press Ctrl-C.");
        UntilStopped.await(stellwerk);
        return ExitCode.FINE;
    }

    /** Beside another demonstration that has the usual data directory, one of its own. */
    private Stellwerk start(SampleFiles samples, DemoClock clock, PrintWriter out)
            throws IOException, RuleSetRefusedException {
        try {
            return start(samples, samples.dataDirectory(), clock, out);
        } catch (DirectoryInUseException other) {
            Path own = Files.createTempDirectory("stellwerk-demo-");
            out.println("Another demonstration is running, so this one imports into '" + own + "' anew.");
            return start(samples, own, clock, out);
        }
    }

    private Stellwerk start(SampleFiles samples, Path dataDirectory, DemoClock clock, PrintWriter out)
            throws IOException, RuleSetRefusedException {
        SampleData.prepare(samples, dataDirectory, out);
        return Stellwerk.start(Demonstration.configuration(samples, dataDirectory, portsFrom), clock);
    }
}
