package io.stellwerk.connector.store.mapdb;

import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.CustomerMatches;
import io.stellwerk.engine.customer.CustomerProfile;
import io.stellwerk.engine.customer.Person;
import io.stellwerk.engine.port.CustomerDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One tenant's customers and people in a folder of their own, which belongs to one process at a time.
 *
 * <p>Served is always one whole generation: an import builds the next one aside, and a call sees the old or the new one. A
 * folder without any generation knows nobody. Look-ups may be made by any thread, event loops too; opening, building and
 * closing read and write files.
 */
public final class MapDbCustomerDirectory implements CustomerDirectory, AutoCloseable {

    /** Look-ups take microseconds: one that stays longer has died inside, and its generation is left to the collector. */
    private static final Duration LONGEST_READ = Duration.ofSeconds(10);

    private final Path folder;
    private final InstantSource clock;
    private final FolderLock lock;
    private final GenerationFiles customerFiles;
    private final GenerationFiles peopleFiles;
    private final List<BrokenGeneration> broken = new ArrayList<>();
    private final AtomicBoolean building = new AtomicBoolean();
    private volatile @Nullable CustomerGeneration customers;
    private volatile @Nullable PeopleGeneration people;
    private volatile boolean closed;

    private MapDbCustomerDirectory(Path folder, InstantSource clock, FolderLock lock) throws IOException {
        this.folder = folder;
        this.clock = clock;
        this.lock = lock;
        customerFiles = new GenerationFiles(folder, CustomerGeneration.KIND);
        peopleFiles = new GenerationFiles(folder, PeopleFile.KIND);
        customerFiles.sweep();
        peopleFiles.sweep();
        customers = newest(customerFiles, CustomerGeneration::open);
        people = newest(peopleFiles, PeopleFile::read);
    }

    /**
     * Takes the folder, which is made if it is not there, and serves the newest whole generation in it. What an import left
     * behind that died is removed; a generation that is not as it was written is set aside, see {@link
     * #brokenGenerations()}.
     *
     * @throws DirectoryInUseException if another process has the folder
     * @throws IOException if the folder cannot be read or written
     */
    public static MapDbCustomerDirectory open(Path folder, InstantSource clock) throws IOException {
        Files.createDirectories(folder);
        FolderLock lock = FolderLock.take(folder);
        try {
            return new MapDbCustomerDirectory(folder, clock, lock);
        } catch (IOException | RuntimeException unreadable) {
            lock.close();
            throw unreadable;
        }
    }

    @Override
    public CustomerMatches find(PhoneNumber caller) {
        return read(generation -> generation.find(caller.digits()), CustomerMatches.NOBODY);
    }

    @Override
    public Optional<CustomerProfile> customer(String customerId) {
        return read(generation -> generation.customer(customerId), Optional.empty());
    }

    @Override
    public Optional<Person> person(String personId) {
        PeopleGeneration current = people;
        return current == null
                ? Optional.empty()
                : Optional.ofNullable(current.people().get(personId));
    }

    /** The customers that are served now; empty before the first import. */
    public Optional<GenerationInfo> customersServed() {
        return Optional.ofNullable(customers).map(CustomerGeneration::info);
    }

    /** The people that are served now; empty before the first import. */
    public Optional<GenerationInfo> peopleServed() {
        return Optional.ofNullable(people).map(PeopleGeneration::info);
    }

    /** What was found broken when the folder was opened. */
    public List<BrokenGeneration> brokenGenerations() {
        return List.copyOf(broken);
    }

    /**
     * Begins the next generation of customers.
     *
     * @throws DirectoryInUseException if one is being built already
     */
    public CustomersBuild newCustomers() throws IOException {
        buildBegins();
        try {
            return new CustomersBuild(this, customerFiles);
        } catch (IOException | RuntimeException failed) {
            buildEnded();
            throw failed;
        }
    }

    /**
     * Replaces all people; of several with one id the last one counts.
     *
     * @throws DirectoryInUseException if an import is running
     */
    public GenerationInfo publishPeople(Collection<Person> all) throws IOException {
        buildBegins();
        try {
            long generation = peopleFiles.next();
            Path file = peopleFiles.working(generation, "file");
            PeopleFile.write(file, all, clock.instant());
            peopleFiles.publish(file, generation);
            PeopleGeneration next = PeopleFile.read(peopleFiles.file(generation), generation);
            people = next;
            peopleFiles.prune();
            return next.info();
        } finally {
            buildEnded();
        }
    }

    /** Look-ups fail from now on. Waits until those that have begun are done. */
    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            retire(customers);
            lock.close();
        }
    }

    GenerationInfo publishCustomers(long generation, CustomerGenerationWriter writer) throws IOException {
        writer.write(clock.instant());
        CustomerGeneration next = CustomerGeneration.open(customerFiles.file(generation), generation);
        retire(serve(next));
        customerFiles.prune();
        return next.info();
    }

    /** @return what was served until now */
    private synchronized @Nullable CustomerGeneration serve(CustomerGeneration next) throws IOException {
        if (closed) {
            next.close();
            throw new IOException(
                    "The directory was closed during the import: what it built is served when it is opened");
        }
        CustomerGeneration previous = customers;
        customers = next;
        return previous;
    }

    void buildEnded() {
        building.set(false);
    }

    private void buildBegins() throws DirectoryInUseException {
        if (closed) {
            throw new IllegalStateException("The directory is closed");
        }
        if (!building.compareAndSet(false, true)) {
            throw new DirectoryInUseException(folder, "an import that is running");
        }
    }

    private <T> T read(Function<CustomerGeneration, T> question, T ofNobody) {
        while (true) {
            CustomerGeneration generation = customers;
            if (generation == null) {
                return ofNobody;
            }
            if (generation.readers().enter()) {
                try {
                    return question.apply(generation);
                } catch (InternalError unreadable) {
                    // So the virtual machine reports that a mapped page could not be read from the disk.
                    throw new IllegalStateException(
                            "A page of generation " + generation.info().generation() + " cannot be read", unreadable);
                } finally {
                    generation.readers().leave();
                }
            }
            if (closed) {
                throw new IllegalStateException("The directory is closed");
            }
            // It was replaced between the two reads: its successor is there already.
        }
    }

    private static void retire(@Nullable CustomerGeneration generation) {
        if (generation != null && generation.readers().drain(LONGEST_READ)) {
            generation.close();
        }
    }

    /** How a generation is read from its file. */
    @FunctionalInterface
    private interface Opening<G> {
        G open(Path file, long generation) throws IOException;
    }

    private <G> @Nullable G newest(GenerationFiles files, Opening<G> opening) throws IOException {
        for (long generation : files.newestFirst()) {
            try {
                return opening.open(files.file(generation), generation);
            } catch (BrokenFileException found) {
                broken.add(new BrokenGeneration(files.setAside(generation), String.valueOf(found.getMessage())));
            }
        }
        return null;
    }
}
