package dev.soc2.evidence;

import dev.soc2.evidence.format.RawRecord;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceSink;
import dev.soc2.model.evidence.ImportReceipt;
import java.util.function.Consumer;

/**
 * A sink that knows what it holds: it tells a new record from one it had, refuses a record whose id stands for other
 * content, and keeps the receipts of what was imported into it.
 *
 * <p>Implemented by {@link InMemoryEvidence} and by stores that keep evidence for long. Called by one thread at a time.
 */
public interface EvidenceStore extends EvidenceSink {

    /**
     * Takes a record.
     *
     * @param evidence the record
     * @return true when it is new; false when the same record, with the same content, was there already
     * @throws RefusedEvidenceException if the store does not take this record, though it takes others;
     *     {@link ConflictingEvidenceException} if another record with the same id is there
     */
    boolean add(Evidence evidence);

    /**
     * Takes a record with the bytes that it was read from. A ledger keeps them by digest; a store without a place for
     * them, which is what this default says, keeps the record alone.
     *
     * @param evidence the record
     * @param raw the bytes as they arrived
     * @return true when it is new; false when the same record, with the same content, was there already
     * @throws RefusedEvidenceException if the store does not take this record, though it takes others
     */
    default boolean add(Evidence evidence, RawRecord raw) {
        return add(evidence);
    }

    /**
     * Takes the receipt of an import into this store, once the import has ended.
     *
     * @param receipt what the import did
     */
    void received(ImportReceipt receipt);

    /**
     * Does work whose records may be written together, such as an import. A store that writes to a disk waits for it
     * once for many records; what was added has become durable when this method returns, also when it returns with a
     * fault of the work itself. The default passes this store to the work.
     *
     * @param work adds records to the store that it is given, on the thread that called
     */
    default void inBatches(Consumer<? super EvidenceStore> work) {
        work.accept(this);
    }

    /**
     * A store over a sink: the sink itself if it is one, else one that remembers the id and the digest of each record
     * and passes on what is new.
     *
     * @param sink the sink
     * @return a store
     */
    static EvidenceStore over(EvidenceSink sink) {
        return sink instanceof EvidenceStore store ? store : new DistinctEvidence(sink);
    }

    @Override
    default void accept(Evidence evidence) {
        add(evidence);
    }
}
