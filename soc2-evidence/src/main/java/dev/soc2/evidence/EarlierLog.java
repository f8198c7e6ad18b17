package dev.soc2.evidence;

import dev.soc2.evidence.internal.ledger.Log;
import dev.soc2.model.evidence.EvidenceQuery;
import dev.soc2.model.evidence.EvidenceSink;
import dev.soc2.model.evidence.EvidenceSource;
import dev.soc2.model.evidence.ImportReceipt;
import java.util.List;

/** A log as it was with fewer entries. */
record EarlierLog(Log log, long size) implements EvidenceSource {

    @Override
    public void read(EvidenceQuery query, EvidenceSink sink) {
        log.read(size, query, sink);
    }

    @Override
    public List<ImportReceipt> receipts() {
        return log.receipts(size);
    }
}
