package dev.soc2.evidence.internal.ledger;

import dev.soc2.model.document.EvidenceLineScan;
import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceRow;
import java.time.Instant;
import java.util.Optional;

/**
 * The record of an entry, field by field where it lies in the bytes of the entry. What stands before the record, such as
 * where it came from, is read only for whoever takes the record itself.
 */
final class LedgerRow implements EvidenceRow {

    private final String log;
    private final EvidenceLineScan scan;
    private byte[] entry = {};
    private int start;

    LedgerRow(String log) {
        this.log = log;
        this.scan = new EvidenceLineScan(log, LeafReading.READER);
    }

    /** Goes to the entry of a place, whose record begins at an offset. */
    void show(long leaf, byte[] bytes, int offset) {
        entry = bytes;
        start = offset;
        LeafReading.readable(
                log, leaf, () -> scan.show(LeafReading.place(log, leaf).line(), bytes, offset, bytes.length - 1));
    }

    @Override
    public String id() {
        return scan.id();
    }

    @Override
    public String type() {
        return scan.type();
    }

    @Override
    public String subject() {
        return scan.subject();
    }

    @Override
    public String source() {
        return scan.source();
    }

    @Override
    public Optional<String> actor() {
        return scan.actor();
    }

    @Override
    public Instant occurredAt() {
        return scan.occurredAt();
    }

    @Override
    public Instant observedAt() {
        return scan.observedAt();
    }

    @Override
    public Instant recordedAt() {
        return scan.recordedAt();
    }

    @Override
    public Optional<String> supersedes() {
        return scan.supersedes();
    }

    @Override
    public Optional<AttributeValue> attribute(String name) {
        return scan.attribute(name);
    }

    @Override
    public byte[] digest() {
        return scan.digest();
    }

    @Override
    public Evidence evidence() {
        return LeafReading.withOrigin(scan.evidence(), log, entry, start);
    }

    @Override
    public String toString() {
        return scan.toString();
    }
}
