package dev.soc2.model.evidence;

import java.util.List;

/**
 * The port through which an engine reads evidence. Implemented by files in memory, by ledgers and by whoever keeps
 * evidence in a store of their own.
 *
 * <p>An implementation may deliver records in any order and a record more than once; it must not deliver half a record
 * and must not keep silent about a failure: whatever it cannot read is thrown.
 */
public interface EvidenceSource {

    /**
     * Delivers every record that the query asks for. Runs on the caller's thread.
     *
     * @param query types, attributes and the instant up to which records count as known
     * @param sink takes the records
     */
    void read(EvidenceQuery query, EvidenceSink sink);

    /**
     * What importing into this source said: how many records were read, stored and rejected. An assessment carries
     * them, and a population whose import rejected rows is proven in part only.
     *
     * @return the receipts; empty for a source that imported nothing
     */
    default List<ImportReceipt> receipts() {
        return List.of();
    }
}
