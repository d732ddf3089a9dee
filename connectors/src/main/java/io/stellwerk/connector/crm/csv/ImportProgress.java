package io.stellwerk.connector.crm.csv;

/** Told now and then how far an import is, on the thread that runs it. */
@FunctionalInterface
public interface ImportProgress {

    ImportProgress UNWATCHED = (step, rows, percent) -> {};

    /** What an import is at. */
    enum Step {
        READING,
        WRITING
    }

    /**
     * @param rows read so far
     * @param percent of the file that is read, 0 to 100
     */
    void at(Step step, long rows, int percent);
}
