package io.stellwerk.connector.crm.csv;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** What the rows of a file become. One thread; closing it unpublished changes nothing. */
interface ImportTarget extends Closeable {

    /** All that a column may hold. */
    List<String> fields();

    /** The fields without which nothing can be read. */
    List<String> needed();

    /** Takes the row if nothing is wrong with it, now or before, else notes in it all that is. */
    void take(FieldRow row) throws IOException;

    long accepted();

    long numbers();

    long trunks();

    /** How many are served until now. */
    long served();

    /** @return the generation that serves from now on */
    long publish() throws IOException;

    /** What is worth knowing though nothing is wrong; complete only after {@link #publish}. */
    List<String> notes();
}
