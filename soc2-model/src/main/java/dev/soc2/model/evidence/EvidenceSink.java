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
}
