package io.stellwerk.server.command;

import io.stellwerk.connector.store.sqlite.SqliteRecord;
import io.stellwerk.engine.port.AuditLog;
import io.stellwerk.engine.record.AuditChain;
import io.stellwerk.engine.record.AuditEntry;
import io.stellwerk.engine.record.AuditFault;
import io.stellwerk.engine.record.AuditHead;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The audit of every tenant. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Who changed what, and when: kept in the data directory's record.")
final class AuditCommand implements Runnable {

    private static final int AT_ONCE = 100;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        throw new WrongUseException("Say what to do with it: `stellwerk audit verify`.");
    }

    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = {
                "Finds entries that were changed, taken out or moved, also beside a running server.",
                "Prints number and hash of each tenant's last entry: kept elsewhere, they prove later that nothing",
                "before was rewritten."
            },
            footer = {"", "Exits with 1 if something is wrong."})
    int verify(
            @Option(names = "--data", paramLabel = "DIR", description = "The data directory. Default: data.") @Nullable Path given)
            throws IOException {
        Path data = given == null ? Path.of("data") : given;
        PrintWriter out = spec.commandLine().getOut();
        boolean sound = true;
        try (SqliteRecord record = SqliteRecord.openToRead(data)) {
            AuditLog audit = record.audit();
            for (String tenant : audit.tenants()) {
                sound &= verify(audit, tenant, out);
            }
        }
        return sound ? ExitCode.FINE : ExitCode.FINDINGS;
    }

    private static boolean verify(AuditLog audit, String tenant, PrintWriter out) throws IOException {
        AuditChain chain = new AuditChain(tenant);
        long last = 0;
        AuditHead head = audit.head(tenant);
        List<AuditEntry> entries = audit.entries(tenant, last, AT_ONCE);
        // The end is asked for behind each part, and then for more: a server may write beside us.
        while (!entries.isEmpty()) {
            entries.forEach(chain::add);
            last = entries.get(entries.size() - 1).sequence();
            head = audit.head(tenant);
            entries = audit.entries(tenant, last, AT_ONCE);
        }
        List<AuditFault> faults = chain.faults(head);
        faults.forEach(out::println);
        out.println(tenant + ": " + (faults.isEmpty() ? "sound" : "NOT sound") + " up to entry " + head.sequence()
                + ", " + head.hash());
        return faults.isEmpty();
    }
}
