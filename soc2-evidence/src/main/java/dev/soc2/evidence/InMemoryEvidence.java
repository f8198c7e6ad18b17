package dev.soc2.evidence;

import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceQuery;
import dev.soc2.model.evidence.EvidenceSink;
import dev.soc2.model.evidence.EvidenceSource;
import dev.soc2.model.evidence.ImportReceipt;
import dev.soc2.model.evidence.Provenance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Evidence held in memory: filled by importers or by hand, then read as often as wanted.
 *
 * <p>A record that comes a second time with the same content is counted and not kept twice; one with a known id and
 * other content is refused. Records are delivered in the order in which they came. To be filled by one thread; once
 * filled, it may be read by many.
 *
 * <pre>{@code
 * var evidence = new InMemoryEvidence();
 * Importers.gitLog("payroll").importInto(evidence, Path.of("payroll.jsonl"));
 * }</pre>
 */
public final class InMemoryEvidence implements EvidenceSource, EvidenceStore {

    private final Map<String, Evidence> records = new LinkedHashMap<>();
    private final List<ImportReceipt> receipts = new ArrayList<>();
    private long duplicates;

    /** Holds nothing yet. */
    public InMemoryEvidence() {}

    /**
     * Holds some records.
     *
     * @param records the records
     * @return the evidence, to which more can be added
     * @throws ConflictingEvidenceException if two records have one id and different content
     */
    public static InMemoryEvidence of(Collection<Evidence> records) {
        InMemoryEvidence evidence = new InMemoryEvidence();
        records.forEach(evidence::add);
        return evidence;
    }

    @Override
    public boolean add(Evidence evidence) {
        Evidence first = records.putIfAbsent(evidence.id(), evidence);
        if (first == null) {
            return true;
        }
        if (!first.equals(evidence)) {
            throw new ConflictingEvidenceException(first.provenance().map(Provenance::origin), evidence);
        }
        duplicates++;
        return false;
    }

    @Override
    public void received(ImportReceipt receipt) {
        receipts.add(receipt);
    }

    @Override
    public void read(EvidenceQuery query, EvidenceSink sink) {
        records.values().stream().filter(record -> Asked.by(query, record)).forEach(sink::accept);
    }

    @Override
    public List<ImportReceipt> receipts() {
        return List.copyOf(receipts);
    }

    /**
     * Everything that is held.
     *
     * @return the records in the order in which they came
     */
    public List<Evidence> records() {
        return List.copyOf(records.values());
    }

    /**
     * How often a record came again with the same content.
     *
     * @return the number of records that were not kept because they were there
     */
    public long duplicates() {
        return duplicates;
    }
}
