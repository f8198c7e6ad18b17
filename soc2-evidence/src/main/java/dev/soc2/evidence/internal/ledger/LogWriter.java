package dev.soc2.evidence.internal.ledger;

import dev.soc2.evidence.internal.merkle.GrowingTree;
import dev.soc2.evidence.internal.merkle.Hash;
import dev.soc2.evidence.internal.merkle.TreeHasher;
import dev.soc2.evidence.internal.store.LedgerCode;
import dev.soc2.evidence.internal.store.Schema;
import dev.soc2.evidence.ledger.LedgerException;
import dev.soc2.evidence.ledger.LedgerOptions;
import dev.soc2.evidence.proof.Checkpoint;
import java.io.ByteArrayOutputStream;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The growing end of one log. Used by one thread at a time, inside of a transaction but for looking up. */
final class LogWriter {

    private final Tables tables;
    private final String name;
    private final LedgerOptions options;
    private final TreeHasher hasher = new TreeHasher();
    private GrowingTree tree = new GrowingTree();
    private long recorded = Long.MIN_VALUE;
    private List<CustodyLeaf.Span> sealed = new ArrayList<>();

    /** No record that this end knows of has a greater id; null while that is not known. */
    private byte @Nullable [] highest;

    LogWriter(Tables tables, String name, LedgerOptions options) {
        this.tables = tables;
        this.name = name;
        this.options = options;
    }

    Tables tables() {
        return tables;
    }

    /** Entries that this end knows of. */
    long size() {
        return tree.size();
    }

    Checkpoint checkpoint() {
        return Checkpoint.of(name, tree.size(), tree.root().hex());
    }

    /** Catches up with what is there; others may have written to a database on a server. */
    boolean refresh() throws SQLException {
        long size = tables.size();
        if (size == tree.size()) {
            return false;
        }
        if (size < tree.size()) {
            throw new SQLException("the log lost entries: it had " + tree.size() + " and has " + size);
        }
        tree = GrowingTree.resume(size, new TreeNodes(tables, name));
        recorded = tables.recorded(size - 1);
        sealed = CustodyReading.sealed(tables, name);
        highest = tables.highestId();
        return true;
    }

    /** The time of receipt of whatever is written now: the clock's, and never before that of an entry before. */
    Instant now() {
        long now = Entry.nanos(options.clock().instant());
        return Entry.instant(Math.max(now, recorded));
    }

    /** The same for entries that were made ready a moment before, unless later ones were written since. */
    Instant now(Optional<Instant> ready) {
        return ready.filter(time -> Entry.nanos(time) >= recorded).orElseGet(this::now);
    }

    /** Whether a record is new among those that this end knows of, and those that others have written since. */
    Answer lookUp(Draft draft) throws SQLException {
        if (highest != null && Arrays.compareUnsigned(draft.id, highest) > 0) {
            // Ids often rise, as those of tickets and of days do. What others wrote since is found when it is written.
            return orRefused(draft);
        }
        var found = tables.find(draft.id);
        if (found.isEmpty()) {
            return orRefused(draft);
        }
        if (found.get().digest().isPresent()) {
            boolean same = found.get().digest().get().equals(Digest.hex(draft.digest));
            return same
                    ? Answer.KNOWN
                    : Answer.conflict(
                            LeafReading.origin(tables, name, found.get().leaf()));
        }
        return LeafReading.open(tables, name, found.get().leaf())
                // What was erased stays erased, whoever brings it again.
                .map(known -> Arrays.equals(RecordLine.asItCame(known), draft.line)
                        ? Answer.KNOWN
                        : Answer.conflict(Optional.empty()))
                .orElse(Answer.KNOWN);
    }

    /** Appends records that are new, all with one time of receipt. */
    void append(List<Draft> drafts, Instant now) throws SQLException {
        byte[] received = RecordLine.field(now);
        List<byte[]> secrets = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        for (Draft draft : drafts) {
            if (draft.personal) {
                Draft.Sealed closed = draft.sealed(now, random());
                tables.insertContent(closed.content);
                if (closed.raw.isPresent()) {
                    tables.insertContent(closed.raw.get());
                }
                places.add(tree.size());
                secrets.add(closed.secret);
                append(closed.entry);
            } else {
                if (draft.raw().isPresent()) {
                    Draft.Raw raw = draft.raw().get();
                    tables.insertContent(raw.digest, raw.bytes);
                }
                Optional<Draft.Ready> ready = draft.ready(now);
                if (ready.isPresent()) {
                    append(ready.get().entry(), ready.get().hash());
                } else {
                    append(draft.entry(now, received, held(draft)));
                }
            }
        }
        tables.flush();
        for (int i = 0; i < secrets.size(); i++) {
            tables.insertSecret(places.get(i), secrets.get(i));
        }
    }

    /** Appends an entry; it is written with the next {@link Tables#flush()}. */
    void append(Entry entry) throws SQLException {
        if (entry.leaf.length > Entry.LONGEST) {
            throw new LedgerException(LedgerCode.TOO_LONG.at(
                    name,
                    "the entry would have " + entry.leaf.length + " bytes, and " + Entry.LONGEST + " are the most",
                    "say it in fewer words"));
        }
        append(entry, hasher.leaf(entry.leaf));
    }

    private void append(Entry entry, Hash hash) throws SQLException {
        long leaf = tree.size();
        if (leaf + 1 >= Schema.LEAVES) {
            throw new LedgerException(LedgerCode.TOO_LONG.at(name, "the log is full", "begin another log"));
        }
        ByteArrayOutputStream nodes = new ByteArrayOutputStream(2 * Hash.LENGTH);
        tree.append(hash, (level, index, node) -> nodes.writeBytes(node.bytes()));
        tables.insert(leaf, entry, nodes.toByteArray());
        recorded = entry.recorded;
        if (entry.id != null && (highest != null || leaf == 0)) {
            met(entry.id);
        }
    }

    /** A record is there, or about to be. */
    void met(byte[] id) {
        if (highest == null || Arrays.compareUnsigned(id, highest) > 0) {
            highest = id;
        }
    }

    void seal(CustodyLeaf.Span span) {
        sealed.add(span);
    }

    boolean isSealed(CustodyLeaf.Span span) {
        return sealed.stream().anyMatch(span::meets);
    }

    private Answer orRefused(Draft draft) throws SQLException {
        for (CustodyLeaf.Span span : sealed) {
            if (span.holds(draft.evidence.occurredAt())) {
                return Answer.refused(LedgerCode.SEALED.at(
                        draft.place(),
                        "the record took effect in a period that is sealed, from " + span.from() + " to " + span.to(),
                        "record it in the log of another engagement, or as a later fact about that period"));
            }
        }
        if (draft.personal && !held(draft).isEmpty()) {
            return Answer.refused(LedgerCode.PERSONAL.at(
                    draft.place(),
                    "the record is declared personal, and the ledger holds an attachment of it that is not encrypted",
                    "keep the attachments of personal records elsewhere; their digests stay in the record"));
        }
        return Answer.NEW;
    }

    private List<String> held(Draft draft) throws SQLException {
        if (draft.evidence.attachments().isEmpty()) {
            return List.of();
        }
        List<String> held = new ArrayList<>();
        for (String sha256 : draft.attachments()) {
            if (tables.holds(Digest.bytes(sha256))) {
                held.add(sha256);
            }
        }
        return held;
    }

    private SecureRandom random() {
        return options.random().orElseThrow(() -> new IllegalStateException("personal records come with keys"));
    }
}
