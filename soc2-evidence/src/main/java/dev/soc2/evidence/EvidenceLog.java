package dev.soc2.evidence;

import dev.soc2.evidence.format.RawRecord;
import dev.soc2.evidence.internal.ledger.Log;
import dev.soc2.evidence.ledger.CustodyAction;
import dev.soc2.evidence.ledger.CustodyRecord;
import dev.soc2.evidence.ledger.LedgerException;
import dev.soc2.evidence.ledger.LedgerVerification;
import dev.soc2.evidence.ledger.UnknownOutcomeException;
import dev.soc2.evidence.proof.Checkpoint;
import dev.soc2.evidence.proof.ConsistencyProof;
import dev.soc2.evidence.proof.InclusionProof;
import dev.soc2.evidence.proof.SignedNote;
import dev.soc2.evidence.proof.SigningKey;
import dev.soc2.evidence.proof.VerifierKey;
import dev.soc2.model.evidence.Attachment;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceQuery;
import dev.soc2.model.evidence.EvidenceSink;
import dev.soc2.model.evidence.EvidenceSource;
import dev.soc2.model.evidence.ImportReceipt;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One log of an {@link EvidenceLedger}: the evidence of one organisation for one engagement. Nothing of another log of
 * the same ledger can be read or written through it.
 *
 * <p>When a record is durable: {@link #add(Evidence)} has synced it to the disk when it returns. Inside of
 * {@link #inBatches} records are synced together, and all of them are durable when that returns. Any other method that
 * writes has synced when it returns. A write that fails with {@link UnknownOutcomeException} may have become durable or
 * not; the same records can be added again after the ledger was opened again.
 *
 * <p>When a record was received ({@code recordedAt}) is the ledger's word: the time of its clock, and never before that
 * of an entry in front of it. What a caller says of it is not kept. May be used by many threads, which write one after
 * the other; each reading sees what was durable when it began.
 */
public final class EvidenceLog implements EvidenceSource, EvidenceStore {

    private final Log log;

    EvidenceLog(Log log) {
        this.log = log;
    }

    Log internal() {
        return log;
    }

    /**
     * The name of the log.
     *
     * @return its name, unique in the ledger
     */
    public String name() {
        return log.name();
    }

    /**
     * Adds a record, and waits until it is durable.
     *
     * @param evidence the record; its {@code recordedAt} is replaced
     * @return true when it is new; false when the same record, with the same content, was there already, or was erased
     * @throws RefusedEvidenceException if the record is not taken: its id stands for other content, it is too long, or
     *     its period is sealed
     * @throws UnknownOutcomeException if writing fails; the ledger is closed then
     */
    @Override
    public boolean add(Evidence evidence) {
        return Answers.told(log.add(log.draft(evidence)), evidence);
    }

    /**
     * Adds a record with the bytes that it was read from, and waits until both are durable. The bytes are kept unless
     * they are the line that the record itself is written as.
     *
     * @param evidence the record; its {@code recordedAt} is replaced
     * @param raw the bytes as they arrived
     * @return true when it is new; false when the same record, with the same content, was there already, or was erased
     * @throws RefusedEvidenceException if the record is not taken
     * @throws UnknownOutcomeException if writing fails; the ledger is closed then
     */
    @Override
    public boolean add(Evidence evidence, RawRecord raw) {
        return Answers.told(log.add(log.draft(evidence, raw.bytes(), raw.mediaType())), evidence);
    }

    @Override
    public void inBatches(Consumer<? super EvidenceStore> work) {
        LedgerBatch.run(log, work);
    }

    @Override
    public void received(ImportReceipt receipt) {
        log.received(receipt);
    }

    /**
     * Keeps a file that belongs to records, under its digest. A record that is added later and names the attachment says
     * in its entry that the ledger holds it.
     *
     * @param name its name, as the record should show it
     * @param mediaType its media type
     * @param file the file
     * @return the attachment, to be put into a record
     * @throws LedgerException if the file changes while it is read
     */
    public Attachment attach(String name, String mediaType, Path file) {
        Attachment attachment = AttachedFile.of(name, mediaType, file);
        log.keep(file, attachment.sha256(), attachment.size());
        return attachment;
    }

    /**
     * Copies content that the log holds: the bytes that a record came as, or an attachment.
     *
     * @param sha256 its digest, 64 lower-case hexadecimal digits
     * @param out takes the bytes; not closed
     * @return whether the log holds such content
     * @throws LedgerException if the bytes are not what the digest says; what was copied must not be used then
     */
    public boolean content(String sha256, OutputStream out) {
        return log.copy(sha256, out);
    }

    /** Delivers in the order of the entries, as it stood when reading began. Records that were erased are left out. */
    @Override
    public void read(EvidenceQuery query, EvidenceSink sink) {
        log.read(query, sink);
    }

    @Override
    public List<ImportReceipt> receipts() {
        return asOf(size()).receipts();
    }

    /**
     * The log as it was when it had so many entries, however much it has grown since.
     *
     * @param size number of entries, from a {@link Checkpoint}
     * @return what was known then
     * @throws LedgerException if the log never had so many entries
     */
    public EvidenceSource asOf(long size) {
        log.checkpoint(size);
        return new EarlierLog(log, size);
    }

    /**
     * How many entries there are: records, receipts and custody.
     *
     * @return the number of entries
     */
    public long size() {
        return log.size();
    }

    /**
     * Number of entries and root of the log now. Give it to somebody else: whoever keeps it can show later whether
     * anything was changed or cut off since.
     *
     * @return the checkpoint, not signed
     */
    public Checkpoint checkpoint() {
        return log.checkpoint();
    }

    /**
     * Number of entries and root that the log had.
     *
     * @param size number of entries
     * @return the checkpoint, not signed
     * @throws LedgerException if the log never had so many entries
     */
    public Checkpoint checkpoint(long size) {
        return log.checkpoint(size);
    }

    /**
     * Signs the log as it is now, and keeps the note. A key has the name of the log.
     *
     * @param keys the keys to sign with
     * @return the signed checkpoint; the one that is kept already when nothing was added since
     * @throws IllegalArgumentException if no key has the name of the log
     */
    public SignedNote sign(List<SigningKey> keys) {
        return log.sign(List.copyOf(keys));
    }

    /**
     * Every checkpoint that was signed.
     *
     * @return the notes, in the order in which they were signed
     */
    public List<SignedNote> signed() {
        return log.signed();
    }

    /**
     * The proof that an entry stands in the log, complete in itself.
     *
     * @param leaf number of the entry, from 0
     * @param signed a signed checkpoint of this log with more entries than that
     * @return the proof
     */
    public InclusionProof proofOf(long leaf, SignedNote signed) {
        Checkpoint checkpoint = Checkpoint.parse(name(), signed.text());
        return InclusionProof.of(leaf, log.inclusion(leaf, checkpoint.size()), signed);
    }

    /**
     * The proof that the log grew from an earlier checkpoint by adding only.
     *
     * @param from number of entries in the earlier checkpoint
     * @param signed a signed checkpoint of this log with at least as many
     * @return the proof
     */
    public ConsistencyProof growthFrom(long from, SignedNote signed) {
        Checkpoint checkpoint = Checkpoint.parse(name(), signed.text());
        return new ConsistencyProof(from, log.consistency(from, checkpoint.size()), signed);
    }

    /**
     * The bytes of an entry, which are a leaf of the tree.
     *
     * @param leaf number of the entry, from 0
     * @return one line of JSON
     */
    public byte[] entry(long leaf) {
        return log.leaf(leaf);
    }

    /**
     * Where a record stands.
     *
     * @param id id of the record
     * @return the number of its entry, from 0; empty when the log does not hold the record
     */
    public Optional<Long> entryOf(String id) {
        return log.leafOf(id);
    }

    /**
     * Everything that happened to a record, each step with the entry that proves it.
     *
     * @param id id of the record
     * @return the steps in the order of the entries; empty when the log does not hold the record
     */
    public List<CustodyRecord> custody(String id) {
        return log.chain(id);
    }

    /**
     * Records that something was given out.
     *
     * @param action {@link CustodyAction#EXPORTED} or {@link CustodyAction#REDACTED}
     * @param record id of the record; empty for the whole log
     * @param reason why, such as for whom
     * @param by who did it
     * @return the step
     * @throws LedgerException if the log does not hold the record
     */
    public CustodyRecord givenOut(CustodyAction action, Optional<String> record, String reason, String by) {
        if (action != CustodyAction.EXPORTED && action != CustodyAction.REDACTED) {
            throw new IllegalArgumentException("the ledger itself records when something was " + action);
        }
        return log.note(action, record, reason, by);
    }

    /**
     * Erases the content of a record that was declared personal, by destroying its key, and says so in an entry. Proofs
     * stay valid, since they are about the encrypted form. Erasing again changes nothing.
     *
     * @param id id of the record
     * @param reason why
     * @param by who demanded it
     * @return the step
     * @throws LedgerException if the log does not hold the record, or it was not declared personal
     */
    public CustodyRecord erase(String id, String reason, String by) {
        return log.erase(id, reason, by);
    }

    /**
     * The records that were erased, which reading leaves out.
     *
     * @return the steps, in the order of the entries
     */
    public List<CustodyRecord> erased() {
        return log.erased(log.size());
    }

    /**
     * Closes a period: from now on no record is taken that took effect in it. Nothing is rewritten or removed.
     *
     * @param from first instant of the period
     * @param to first instant after it
     * @param reason why, such as the report that was issued
     * @param by who decided it
     * @return the step
     * @throws LedgerException if the period is not over yet, or a part of it is sealed already
     */
    public CustodyRecord seal(Instant from, Instant to, String reason, String by) {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a period ends after it begins, got " + from + " to " + to);
        }
        return log.seal(from, to, reason, by);
    }

    /**
     * Reads everything again, hashes it again and compares.
     *
     * @return whether the log proves itself
     */
    public LedgerVerification verify() {
        return verify(List.of());
    }

    /**
     * Reads everything again, hashes it again and compares, also with what was handed out before: only this shows that
     * nothing was cut off at the end, and that all who were handed something were shown the same log.
     *
     * @param handedOut checkpoints of this log that somebody kept
     * @return whether the log proves itself, and grew from each of these checkpoints
     */
    public LedgerVerification verify(List<Checkpoint> handedOut) {
        return log.verify(List.copyOf(handedOut));
    }

    /**
     * Does the same, and also verifies the signatures under the checkpoints that the log keeps.
     *
     * @param handedOut checkpoints of this log that somebody kept
     * @param keys every key that signed for this log
     * @return whether the log proves itself, grew from each of these checkpoints, and each that it keeps was signed by
     *     one of the keys
     */
    public LedgerVerification verify(List<Checkpoint> handedOut, List<VerifierKey> keys) {
        return log.verify(List.copyOf(handedOut), List.copyOf(keys));
    }
}
