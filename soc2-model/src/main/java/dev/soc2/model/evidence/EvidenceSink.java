package dev.soc2.model.evidence;

/** Takes records one at a time: a store, a list or an engine's state. Called by one thread at a time. */
@FunctionalInterface
public interface EvidenceSink {

    /**
     * Takes a record.
     *
     * @param evidence the record
     */
    void accept(Evidence evidence);

    /**
     * Is told, before the first record, which state of a log the records come from. Only sources that are logs tell it.
     *
     * @param checkpoint the state that is read, whoever writes at the same time
     */
    default void from(SourceCheckpoint checkpoint) {}

    /**
     * Takes a record from a source that need not build it. A sink that reads a few fields of many records overrides
     * this; by default the record is built.
     *
     * @param row the record, good until this call returns
     */
    default void row(EvidenceRow row) {
        accept(row.evidence());
    }
}
