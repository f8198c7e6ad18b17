package dev.soc2.evidence;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceSink;
import dev.soc2.model.evidence.ImportReceipt;

/** Passes each record on once. */
final class DistinctEvidence implements EvidenceStore {

    private final EvidenceSink sink;
    private final EvidenceIndex index = new EvidenceIndex();

    DistinctEvidence(EvidenceSink sink) {
        this.sink = sink;
    }

    @Override
    public boolean add(Evidence evidence) {
        boolean isNew = index.add(evidence);
        if (isNew) {
            sink.accept(evidence);
        }
        return isNew;
    }

    @Override
    public void received(ImportReceipt receipt) {
        // A plain sink keeps no receipts; the importer hands them to its caller.
    }
}
