package io.stellwerk.connector.store.mapdb;

import io.stellwerk.engine.call.NumberPrefix;
import io.stellwerk.engine.call.PhoneNumber;
import io.stellwerk.engine.customer.CustomerProfile;
import java.io.Closeable;
import java.io.IOException;
import java.util.Set;

/**
 * The next generation of a directory's customers: all of them are added, then it is published whole. Until then nothing
 * changes for readers, and closing it unpublished leaves no trace. One thread; not for an event loop.
 */
public final class CustomersBuild implements Closeable {

    /**
     * So many customers at most are found under one number: a placeholder number in a CRM may stand with thousands, and
     * each call from it would read them all. Kept are the first and the most valuable, so every policy for several
     * matches picks whom it would have picked of all.
     */
    public static final int MOST_CANDIDATES = 50;

    private final MapDbCustomerDirectory directory;
    private final long generation;
    private final GenerationFiles files;
    private final ProfileSpool spool;
    private final Vocabulary vocabulary = new Vocabulary();
    private final ProfileCodec codec = new ProfileCodec(vocabulary);
    private final PackedWriter writer = new PackedWriter();
    private final CustomerIds ids = new CustomerIds();
    private final KeyedRows numbers = new KeyedRows();
    private final KeyedRows trunks = new KeyedRows();
    private int numbersCut;
    private boolean closed;

    CustomersBuild(MapDbCustomerDirectory directory, GenerationFiles files) throws IOException {
        this.directory = directory;
        this.files = files;
        generation = files.next();
        spool = new ProfileSpool(files.working(generation, "spool"));
    }

    /**
     * Adds a customer with his numbers and, for an organisation, the prefixes of its trunks. Of several customers with one
     * number the order of adding is the order in which they are found.
     *
     * @return false if a customer with this id was added before, and this one was not
     */
    public boolean add(CustomerProfile customer, Set<PhoneNumber> itsNumbers, Set<NumberPrefix> itsTrunks)
            throws IOException {
        int row = ids.size();
        if (!ids.add(customer.id(), earlier -> idOf(earlier).equals(customer.id()))) {
            return false;
        }
        writer.clear();
        codec.write(writer, customer);
        spool.add(writer.toBytes());
        itsNumbers.forEach(number -> numbers.add(number.digits(), row));
        itsTrunks.forEach(prefix -> trunks.add(prefix.digits(), row));
        return true;
    }

    /** How many were added. */
    public int customers() {
        return ids.size();
    }

    /**
     * Writes the generation, lets the directory serve it and removes the one before the last.
     *
     * @return what is served from now on
     * @throws IOException if it could not be written; the directory goes on serving what it has
     */
    public GenerationInfo publish() throws IOException {
        CustomerGenerationWriter.Rows rows =
                new CustomerGenerationWriter.Rows(spool, vocabulary, ids.sorted(), numbers, trunks);
        CustomerGenerationWriter generationWriter = new CustomerGenerationWriter(files, generation, rows);
        GenerationInfo served = directory.publishCustomers(generation, generationWriter);
        numbersCut = generationWriter.cut();
        return served;
    }

    /** How many of the published numbers and prefixes belong to more than {@link #MOST_CANDIDATES} customers. */
    public int numbersCut() {
        return numbersCut;
    }

    private String idOf(int row) {
        return new PackedReader(spool.read(row)).text();
    }

    /** Ends the work and removes what it needed on disk. */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            directory.buildEnded();
            spool.close();
        }
    }
}
