package dev.soc2.evidence;

import dev.soc2.evidence.format.RawRecord;
import dev.soc2.evidence.internal.ledger.Batch;
import dev.soc2.evidence.internal.ledger.Log;
import dev.soc2.evidence.ledger.LedgerException;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.ImportReceipt;
import java.util.function.Consumer;

/** The store that work in batches adds to. */
final class LedgerBatch implements EvidenceStore {

    private final Log log;
    private final Batch batch;

    private LedgerBatch(Log log) {
        this.log = log;
        this.batch = log.batch();
    }

    /** What was accepted before a fault of the work stays accepted. */
    static void run(Log log, Consumer<? super EvidenceStore> work) {
        LedgerBatch store = new LedgerBatch(log);
        boolean done = false;
        try {
            work.accept(store);
            done = true;
        } finally {
            store.end(done);
        }
    }

    @Override
    public boolean add(Evidence evidence) {
        return Answers.told(batch.add(log.draft(evidence)), evidence);
    }

    @Override
    public boolean add(Evidence evidence, RawRecord raw) {
        return Answers.told(batch.add(log.draft(evidence, raw.bytes(), raw.mediaType())), evidence);
    }

    @Override
    public void received(ImportReceipt receipt) {
        batch.received(receipt);
    }

    private void end(boolean done) {
        try (Batch ending = batch) {
            ending.flush();
        } catch (LedgerException e) {
            // A ledger that closed itself has thrown already; that fault is the one to tell.
            if (done) {
                throw e;
            }
        }
    }
}
