package io.stellwerk.console;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Takes files of customers and people in. Any thread; may wait for disks, so not on an event loop. */
public interface ImportDesk {

    /** What a file contains. */
    enum Kind {
        CUSTOMERS,
        PEOPLE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How far an import is. */
    enum State {
        /** Other imports come first. */
        WAITING,
        RUNNING,
        /** The good rows are live. */
        PUBLISHED,
        /** It would have shrunk the base by more than half: nothing changed, to be sent again with a confirmation. */
        HELD_BACK,
        /** Nothing changed. */
        FAILED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * An import as it is at this moment.
     *
     * @param rowsRead so far
     * @param rowsGood known at the end
     * @param rowsQuarantined known at the end; each stands with its reason in the quarantine file
     * @param live how many are live now
     * @param ignoredColumns of the file, because no field has such a name
     * @param notes what is worth knowing though nothing is wrong
     * @param problem why it was held back or failed, with the remedy; else empty
     */
    record Progress(
            String id,
            Kind kind,
            State state,
            Instant startedAt,
            Optional<Instant> finishedAt,
            long rowsRead,
            long rowsGood,
            long rowsQuarantined,
            long live,
            List<String> ignoredColumns,
            List<String> notes,
            String problem) {

        public Progress {
            ignoredColumns = List.copyOf(ignoredColumns);
            notes = List.copyOf(notes);
        }
    }

    /**
     * A file to take in.
     *
     * @param mapping from headings of the file to names of fields; those not named stand for themselves
     * @param confirmed whether it may shrink the base by more than half
     */
    record Order(String tenant, Kind kind, Path file, Map<String, String> mapping, boolean confirmed) {

        public Order {
            mapping = Map.copyOf(mapping);
        }
    }

    /** What became of an order. */
    sealed interface Acceptance {

        record Begun(Progress progress) implements Acceptance {}

        /** Another import of the tenant is running. */
        record Busy(Progress running) implements Acceptance {}
    }

    /**
     * A new file to upload into, on the disk that the import will read.
     *
     * @return empty for an unknown tenant
     */
    Optional<Path> newUpload(String tenant) throws IOException;

    /** Takes the file over, whatever becomes of it. The tenant must be known. */
    Acceptance begin(Order order);

    /** The last imports of this run of the server are remembered; empty for any other. */
    Optional<Progress> progress(String tenant, String importId);

    /** The rows that were not taken, with line and reason; empty if there is no such import or none was refused. */
    Optional<Path> quarantine(String tenant, String importId);
}
