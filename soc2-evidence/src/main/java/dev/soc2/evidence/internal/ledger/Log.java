package dev.soc2.evidence.internal.ledger;

import dev.soc2.evidence.internal.merkle.Hash;
import dev.soc2.evidence.internal.merkle.StoredTree;
import dev.soc2.evidence.internal.store.LedgerCode;
import dev.soc2.evidence.internal.store.Schema;
import dev.soc2.evidence.ledger.CustodyAction;
import dev.soc2.evidence.ledger.CustodyRecord;
import dev.soc2.evidence.ledger.LedgerException;
import dev.soc2.evidence.ledger.LedgerVerification;
import dev.soc2.evidence.proof.Checkpoint;
import dev.soc2.evidence.proof.SignedNote;
import dev.soc2.evidence.proof.SigningKey;
import dev.soc2.evidence.proof.VerifierKey;
import dev.soc2.model.document.Sha256;
import dev.soc2.model.evidence.Evidence;
import dev.soc2.model.evidence.EvidenceQuery;
import dev.soc2.model.evidence.EvidenceSink;
import dev.soc2.model.evidence.ImportReceipt;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One log of a ledger. Holds no state of its own; may be used from any thread. */
public final class Log {

    private final Book book;
    private final String name;
    private final long number;

    Log(Book book, String name, long number) {
        this.book = book;
        this.name = name;
        this.number = number;
    }

    public String name() {
        return name;
    }

    long number() {
        return number;
    }

    Book book() {
        return book;
    }

    public Draft draft(Evidence evidence) {
        return Draft.of(evidence, book.options().isPersonal(evidence));
    }

    public Draft draft(Evidence evidence, byte[] raw, String mediaType) {
        return Draft.of(evidence, book.options().isPersonal(evidence), raw, mediaType);
    }

    /** Adds one record; a new one has become durable when this returns. */
    public Answer add(Draft draft) {
        Optional<Answer> refusal = draft.fault().map(Answer::refused);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Answer known = book.lookUp(this, writer -> {
            writer.refresh();
            return writer.lookUp(draft);
        });
        if (!known.isNew()) {
            return known;
        }
        return book.write(this, writer -> {
            Answer answer = writer.lookUp(draft);
            if (answer.isNew()) {
                writer.append(List.of(draft), writer.now());
            }
            return answer;
        });
    }

    public Batch batch() {
        return new Batch(this);
    }

    public void received(ImportReceipt receipt) {
        try (Batch batch = batch()) {
            batch.received(receipt);
        }
    }

    /** Keeps content under its digest; content that is there already is not kept twice. */
    public void keep(Path file, String sha256, long size) {
        book.write(this, writer -> {
            Tables tables = writer.tables();
            if (!tables.holds(Digest.bytes(sha256))) {
                chunks(file, sha256, size, tables);
            }
            return sha256;
        });
    }

    public boolean holds(String sha256) {
        return book.read(number, tables -> tables.holds(Digest.bytes(sha256)));
    }

    /** Whether there is content with that digest, which was copied then. */
    public boolean copy(String sha256, OutputStream out) {
        return book.read(number, tables -> Contents.copy(tables, name, sha256, out));
    }

    public void read(EvidenceQuery query, EvidenceSink sink) {
        read(Schema.LEAVES - 1, query, sink);
    }

    /** Reads what stood in the log when it had so many entries. */
    public void read(long size, EvidenceQuery query, EvidenceSink sink) {
        book.read(number, tables -> {
            LogReading.read(tables, name, size, query, sink);
            return size;
        });
    }

    public List<ImportReceipt> receipts(long size) {
        return book.read(number, tables -> List.copyOf(CustodyReading.receipts(tables, name, size)));
    }

    public Checkpoint checkpoint() {
        return book.read(number, tables -> checkpoint(tables, tables.size()));
    }

    /** The checkpoint that the log had with so many entries. */
    public Checkpoint checkpoint(long size) {
        return book.read(number, tables -> {
            long now = tables.size();
            if (size < 0 || size > now) {
                throw new LedgerException(LedgerCode.SHORTER.at(
                        name, "the log has " + now + " entries and never had " + size, "name a size that it had"));
            }
            return checkpoint(tables, size);
        });
    }

    /** Reads at length what stands in the log now, whoever writes meanwhile. */
    public <T> T inSnapshot(Function<LogSnapshot, T> reading) {
        return book.read(number, tables -> reading.apply(new LogSnapshot(tables, name)));
    }

    public long size() {
        return book.read(number, Tables::size);
    }

    /** The bytes of an entry. */
    public byte[] leaf(long leaf) {
        return book.read(number, tables -> tables.leaf(leaf));
    }

    public Optional<Long> leafOf(String id) {
        return book.read(number, tables -> tables.find(JsonLine.key(id)).map(Tables.Found::leaf));
    }

    /** Proofs from the stored nodes, as hexadecimal hashes. */
    public List<String> inclusion(long leaf, long size) {
        return book.read(
                number,
                tables -> new StoredTree(new TreeNodes(tables, name))
                        .inclusion(leaf, size).stream().map(Hash::hex).toList());
    }

    public List<String> consistency(long from, long to) {
        return book.read(
                number,
                tables -> new StoredTree(new TreeNodes(tables, name))
                        .consistency(from, to).stream().map(Hash::hex).toList());
    }

    /** Signs what is there now, unless the same keys signed the same already. */
    public SignedNote sign(List<SigningKey> keys) {
        return book.write(this, writer -> {
            SignedNote note = writer.checkpoint().sign(keys);
            List<SignedNote> kept = SignedCheckpoints.read(writer.tables(), name);
            if (kept.isEmpty() || !kept.get(kept.size() - 1).equals(note)) {
                SignedCheckpoints.insert(writer.tables(), writer.size(), note);
            }
            return note;
        });
    }

    public List<SignedNote> signed() {
        return book.read(number, tables -> List.copyOf(SignedCheckpoints.read(tables, name)));
    }

    public List<CustodyRecord> chain(String id) {
        return book.read(number, tables -> List.copyOf(CustodyReading.chain(tables, name, id)));
    }

    public List<CustodyRecord> erased(long size) {
        return book.read(number, tables -> List.copyOf(CustodyReading.erased(tables, name, size)));
    }

    public CustodyRecord note(CustodyAction action, Optional<String> record, String reason, String by) {
        return book.write(this, writer -> {
            if (record.isPresent()
                    && writer.tables().find(JsonLine.key(record.get())).isEmpty()) {
                throw noRecord(record.get());
            }
            return append(writer, action, record, reason, by, Optional.empty());
        });
    }

    /** Destroys the key of a personal record; whoever asks again gets the entry of the first time. */
    public CustodyRecord erase(String id, String reason, String by) {
        CustodyRecord erased = book.write(this, writer -> {
            Tables tables = writer.tables();
            long leaf = tables.find(JsonLine.key(id))
                    .orElseThrow(() -> noRecord(id))
                    .leaf();
            if (EvidenceHead.start(tables.leaf(leaf)) > 0) {
                throw new LedgerException(LedgerCode.NOT_PERSONAL.at(
                        LeafReading.place(name, leaf),
                        "the record was not declared personal when it was added, and is not encrypted",
                        "declare records personal before they are added: LedgerOptions.personal"));
            }
            if (!tables.deleteSecret(leaf)) {
                return CustodyReading.erased(tables, name, Schema.LEAVES - 1).stream()
                        .filter(said -> said.record().equals(Optional.of(id)))
                        .findFirst()
                        .orElseThrow(() -> noRecord(id));
            }
            return append(writer, CustodyAction.ERASED, Optional.of(id), reason, by, Optional.empty());
        });
        book.forget();
        return erased;
    }

    public CustodyRecord seal(Instant from, Instant to, String reason, String by) {
        CustodyLeaf.Span span = new CustodyLeaf.Span(from, to);
        return book.write(this, writer -> {
            Instant now = writer.now();
            if (to.isAfter(now)) {
                throw open("the period is not over: it ends " + to + ", and it is " + now);
            }
            if (writer.isSealed(span)) {
                throw open("a part of the period is sealed already");
            }
            CustodyRecord sealed =
                    append(writer, CustodyAction.SEALED, Optional.empty(), reason, by, Optional.of(span));
            writer.seal(span);
            return sealed;
        });
    }

    public LedgerVerification verify(List<Checkpoint> handedOut) {
        return verify(handedOut, List.of());
    }

    public LedgerVerification verify(List<Checkpoint> handedOut, List<VerifierKey> keys) {
        handedOut.stream()
                .filter(checkpoint -> !checkpoint.origin().equals(name))
                .findFirst()
                .ifPresent(other -> {
                    throw new LedgerException(LedgerCode.NO_LOG.at(
                            name,
                            "a checkpoint of the log '" + other.origin() + "' says nothing of this one",
                            "compare each checkpoint with the log that it names"));
                });
        return book.inspect(
                number, (tables, view) -> new LogVerifier(tables, name, handedOut, keys).verify(book.database(), view));
    }

    private CustodyRecord append(
            LogWriter writer,
            CustodyAction action,
            Optional<String> record,
            String reason,
            String by,
            Optional<CustodyLeaf.Span> span)
            throws SQLException {
        CustodyLeaf said = new CustodyLeaf(action, writer.now(), record, by, reason, span);
        long leaf = writer.size();
        writer.append(said.entry());
        writer.tables().flush();
        return said.told(leaf);
    }

    private void chunks(Path file, String sha256, long size, Tables tables) throws SQLException {
        byte[] digest = Digest.bytes(sha256);
        MessageDigest seen = Sha256.start();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = in.readNBytes(Tables.CHUNK);
            for (long position = 0; position == 0 || chunk.length > 0; position++) {
                seen.update(chunk);
                tables.insertChunk(digest, position, size, chunk);
                tables.flush();
                chunk = in.readNBytes(Tables.CHUNK);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!Digest.hex(seen.digest()).equals(sha256)) {
            throw new LedgerException(LedgerCode.CONTENT.at(
                    file.toString(), "the file changed while it was read", "add it again once nobody writes to it"));
        }
    }

    private Checkpoint checkpoint(Tables tables, long size) {
        return Checkpoint.of(
                name,
                size,
                new StoredTree(new TreeNodes(tables, name)).root(size).hex());
    }

    private LedgerException noRecord(String id) {
        return new LedgerException(
                LedgerCode.NO_RECORD.at(name, "the log holds no record '" + id + "'", "check the id"));
    }

    private LedgerException open(String what) {
        return new LedgerException(LedgerCode.OPEN_PERIOD.at(name, what, "seal a period that is over, and only once"));
    }
}
