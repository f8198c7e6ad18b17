package dev.soc2.evidence.internal.ledger;

import dev.soc2.evidence.internal.merkle.GrowingTree;
import dev.soc2.evidence.internal.merkle.Hash;
import dev.soc2.evidence.internal.merkle.TreeHasher;
import dev.soc2.evidence.internal.store.Database;
import dev.soc2.evidence.internal.store.LedgerCode;
import dev.soc2.evidence.internal.store.Schema;
import dev.soc2.evidence.ledger.CustodyAction;
import dev.soc2.evidence.ledger.LedgerVerification;
import dev.soc2.evidence.proof.Checkpoint;
import dev.soc2.evidence.proof.SignedNote;
import dev.soc2.evidence.proof.VerifierKey;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a log from its first entry to its last, hashes everything again and compares. Memory does not grow with the log,
 * but for the personal records that were erased.
 */
final class LogVerifier {

    private final Tables tables;
    private final String log;
    private final List<Checkpoint> checkpoints;
    private final List<VerifierKey> keys;
    private final Findings findings;
    private final TreeHasher hasher = new TreeHasher();
    private final GrowingTree tree = new GrowingTree();
    private final Map<Long, String> rootsAt = new HashMap<>();
    private final Map<String, Long> withoutKey = new HashMap<>();
    private long recorded = Long.MIN_VALUE;
    private long next;

    LogVerifier(Tables tables, String log, List<Checkpoint> handedOut, List<VerifierKey> keys) {
        this.tables = tables;
        this.log = log;
        this.keys = keys;
        this.checkpoints = new ArrayList<>(handedOut);
        this.findings = new Findings(log);
    }

    LedgerVerification verify(Database database, Database.Settled view) {
        try {
            inconsistent(database.check(view));
            signed();
            keepRoot();
            entries();
            ContentVerifier.verify(tables, findings);
        } catch (SQLException e) {
            findings.ofLog(
                    LedgerCode.UNREADABLE,
                    "the database cannot be read on behind entry " + next + ": " + e.getMessage(),
                    "rows that can be read",
                    "an error of the engine");
        }
        withoutKey.forEach((id, leaf) -> findings.ofEntry(
                LedgerCode.INCOMPLETE,
                leaf,
                Optional.of(id),
                "the key of a personal record is missing, and no entry says that it was erased",
                "a key, or an entry of its destruction",
                "neither"));
        checkpoints.forEach(this::compare);
        if (findings.none()) {
            unused(database, view);
        }
        return findings.verification(Checkpoint.of(log, tree.size(), tree.root().hex()));
    }

    private void inconsistent(List<String> faults) {
        faults.forEach(line -> findings.ofLog(
                LedgerCode.TAMPERED, "the database is not consistent in itself: " + line, "a consistent file", line));
    }

    /** Last, because whoever removes rows leaves traces there, and what is gone is said better. */
    private void unused(Database database, Database.Settled view) {
        try {
            inconsistent(database.unused(view));
        } catch (SQLException e) {
            inconsistent(List.of(String.valueOf(e.getMessage())));
        }
    }

    /** What the log itself signed is compared as well; whether the signatures are good, those with a key can tell. */
    private void signed() throws SQLException {
        if (!SignedCheckpoints.areNumbered(tables)) {
            findings.ofLog(
                    LedgerCode.TAMPERED,
                    "the signed checkpoints are not numbered one by one",
                    "1, 2, 3 and so on",
                    "other numbers");
        }
        for (SignedCheckpoints.Row row : SignedCheckpoints.rows(tables)) {
            byte[] note = row.note == null ? new byte[0] : row.note;
            try {
                SignedNote signed = SignedNote.read(log, note);
                Checkpoint checkpoint =
                        keys.isEmpty() ? Checkpoint.parse(log, signed.text()) : Checkpoint.verify(log, signed, keys);
                if (checkpoint.size() != row.size || !checkpoint.origin().equals(log)) {
                    findings.ofLog(
                            LedgerCode.TAMPERED,
                            "a signed checkpoint is of another log or size than stands beside it",
                            row.size + " entries of " + log,
                            checkpoint.size() + " entries of " + checkpoint.origin());
                } else {
                    checkpoints.add(checkpoint);
                }
            } catch (Soc2Exception e) {
                findings.ofLog(
                        LedgerCode.TAMPERED,
                        "a signed checkpoint that is kept is none: "
                                + e.issues().get(0).what(),
                        "a signed note",
                        note.length + " bytes");
            }
        }
    }

    private void entries() throws SQLException {
        try (PreparedStatement select = tables.connection()
                .prepareStatement("SELECT place, kind, id, type, occurred, recorded, about, digest, start, nodes, leaf"
                        + " FROM soc2_entry WHERE place >= ? AND place < ? ORDER BY place")) {
            select.setFetchSize(500);
            select.setLong(1, Schema.place(tables.log(), 0));
            select.setLong(2, Schema.place(tables.log(), Schema.LEAVES));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    long leaf = Schema.leaf(rows.getLong(1));
                    missing(leaf);
                    entry(leaf, rows);
                    next = leaf + 1;
                }
            }
        }
    }

    private void missing(long leaf) {
        if (leaf > next) {
            findings.ofEntry(
                    LedgerCode.INCOMPLETE,
                    next,
                    Optional.empty(),
                    leaf - next == 1 ? "the entry is missing" : leaf - next + " entries are missing from here on",
                    "entry " + next,
                    "entry " + leaf);
        }
    }

    private void entry(long leaf, ResultSet rows) throws SQLException {
        byte[] bytes = rows.getBytes(11);
        byte[] nodes = rows.getBytes(10);
        if (bytes == null || nodes == null) {
            // No ledger writes that; a file in which a byte was changed may say so.
            findings.inEntry(
                    LedgerCode.UNREADABLE, leaf, 0, "the entry or its hashes cannot be read", "bytes", "nothing");
            return;
        }
        Hash hash = hasher.leaf(bytes);
        boolean sound = nodes.length >= Hash.LENGTH && hash.equals(Hash.of(nodes, 0, Hash.LENGTH));
        Optional<String> id = Optional.ofNullable(rows.getBytes(3)).map(LogVerifier::shown);
        if (!sound) {
            findings.ofEntry(
                    LedgerCode.TAMPERED,
                    leaf,
                    id,
                    "the bytes of the entry are not those that were hashed when it was written",
                    nodes.length >= Hash.LENGTH ? Hash.of(nodes, 0, Hash.LENGTH).hex() : "a hash",
                    hash.hex());
        }
        if (leaf == tree.size()) {
            // Behind a changed entry the tree goes on with the hash that was written, so that the rest can be checked.
            grow(leaf, sound || nodes.length < Hash.LENGTH ? hash : Hash.of(nodes, 0, Hash.LENGTH), nodes, id);
        }
        columns(leaf, bytes, rows, id);
    }

    private void grow(long leaf, Hash hash, byte[] nodes, Optional<String> id) {
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        tree.append(hash, (level, index, node) -> expected.writeBytes(node.bytes()));
        keepRoot();
        if (!Arrays.equals(expected.toByteArray(), nodes)) {
            findings.ofEntry(
                    LedgerCode.TAMPERED,
                    leaf,
                    id,
                    "the nodes of the tree beside the entry do not follow from the entries",
                    Digest.hex(expected.toByteArray()),
                    Digest.hex(nodes));
        }
    }

    private void columns(long leaf, byte[] bytes, ResultSet rows, Optional<String> id) throws SQLException {
        try {
            Entry derived = LeafReading.derived(log, bytes);
            String differs = derived.differsFrom(row(rows, bytes));
            if (!differs.isEmpty()) {
                findings.ofEntry(
                        LedgerCode.TAMPERED,
                        leaf,
                        id,
                        "what stands beside the entry to be searched for does not follow from it: " + differs,
                        "as the entry says",
                        "something else");
            }
            if (derived.recorded < recorded) {
                findings.ofEntry(
                        LedgerCode.TAMPERED,
                        leaf,
                        id,
                        "the entry was received before the one in front of it",
                        "not before " + Entry.instant(recorded),
                        Entry.instant(derived.recorded).toString());
            }
            recorded = Math.max(recorded, derived.recorded);
            references(leaf, derived);
        } catch (Soc2Exception e) {
            Issue issue = e.issues().get(0);
            findings.inEntry(
                    LedgerCode.UNREADABLE,
                    leaf,
                    Math.max(0, issue.location().column() - 1),
                    "the entry cannot be read: " + issue.what(),
                    "an entry",
                    bytes.length + " bytes that are none");
        } catch (IllegalArgumentException e) {
            findings.inEntry(
                    LedgerCode.UNREADABLE,
                    leaf,
                    0,
                    "the entry cannot be read: a value in it is none that it may have",
                    "an entry",
                    bytes.length + " bytes that are none");
        }
    }

    private static Entry row(ResultSet rows, byte[] bytes) throws SQLException {
        long occurred = rows.getLong(5);
        boolean timeless = rows.wasNull();
        return new Entry(
                EntryKind.of(rows.getLong(2)),
                rows.getBytes(3),
                rows.getString(4),
                timeless ? null : occurred,
                rows.getLong(6),
                rows.getBytes(7),
                rows.getBytes(8),
                rows.getInt(9),
                bytes);
    }

    /** What the entry says that the ledger holds. */
    private void references(long leaf, Entry entry) throws SQLException {
        if (entry.kind == EntryKind.IMPORT) {
            ImportLeaf said = ImportLeaf.read(JsonFields.read(log, entry.leaf).map("import"));
            held(leaf, said.receipt().sha256());
        } else if (entry.kind == EntryKind.CUSTODY) {
            CustodyLeaf said = CustodyLeaf.read(JsonFields.read(log, entry.leaf).map("custody"));
            if (said.action() == CustodyAction.ERASED) {
                said.record().ifPresent(withoutKey::remove);
            }
        } else if (entry.start > 0) {
            EvidenceHead head = EvidenceHead.read(log, entry.leaf, entry.start);
            if (head.raw().isPresent()) {
                held(leaf, head.raw().get().sha256());
            }
            for (String sha256 : head.held()) {
                held(leaf, sha256);
            }
        } else {
            personal(leaf, LeafReading.personal(log, entry.leaf));
        }
    }

    private void personal(long leaf, PersonalLeaf personal) throws SQLException {
        held(leaf, personal.sealed().sha256());
        if (personal.raw().isPresent()) {
            held(leaf, personal.raw().get().sha256());
        }
        if (tables.secret(leaf).isEmpty()) {
            withoutKey.put(personal.id(), leaf);
        } else if (tables.holds(Digest.bytes(personal.sealed().sha256()))) {
            LeafReading.plain(tables, log, leaf, personal);
        }
    }

    private void held(long leaf, String sha256) throws SQLException {
        if (!tables.holds(Digest.bytes(sha256))) {
            findings.ofEntry(
                    LedgerCode.INCOMPLETE,
                    leaf,
                    Optional.empty(),
                    "content that the entry names is missing",
                    sha256,
                    "nothing");
        }
    }

    private void compare(Checkpoint head) {
        if (head.size() > next) {
            findings.ofLog(
                    LedgerCode.SHORTER,
                    "the log is shorter than a checkpoint that was handed out: its end was cut off, or it was rolled back",
                    head.size() + " entries",
                    next + " entries");
        } else if (!head.root().equals(rootsAt.getOrDefault(head.size(), ""))) {
            findings.ofLog(
                    LedgerCode.OTHER_VIEW,
                    "the first " + head.size() + " entries are not those of a checkpoint that was handed out",
                    head.root(),
                    rootsAt.getOrDefault(head.size(), "no tree of that size"));
        }
    }

    private void keepRoot() {
        long size = tree.size();
        if (checkpoints.stream().anyMatch(head -> head.size() == size)) {
            rootsAt.put(size, tree.root().hex());
        }
    }

    private static String shown(byte[] id) {
        return new String(id, StandardCharsets.UTF_8);
    }
}
