package dev.soc2.evidence.internal.bundle;

import dev.soc2.evidence.internal.ledger.EntryTold;
import dev.soc2.evidence.internal.ledger.LogSnapshot;
import dev.soc2.evidence.internal.merkle.GrowingTree;
import dev.soc2.evidence.internal.store.LedgerCode;
import dev.soc2.evidence.internal.tiles.TilePath;
import dev.soc2.evidence.internal.tiles.TileWriter;
import dev.soc2.evidence.ledger.BundleOptions;
import dev.soc2.evidence.ledger.LedgerException;
import dev.soc2.evidence.proof.Checkpoint;
import dev.soc2.evidence.proof.InclusionProof;
import dev.soc2.evidence.proof.SignedNote;
import dev.soc2.evidence.proof.VerifierKey;
import dev.soc2.model.document.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes a log into a folder, entry by entry: memory does not grow with the log. What is written is hashed on the way,
 * and a bundle that would not prove itself is not written.
 */
final class BundleWriter {

    private final LogSnapshot log;
    private final DurableFolder folder;
    private final BundleOptions options;
    private final GrowingTree tree = new GrowingTree();
    private final Map<Long, String> proofs = new TreeMap<>();
    private final SignedNote note;
    private final Checkpoint head;

    private BundleWriter(LogSnapshot log, DurableFolder folder, BundleOptions options) throws IOException {
        this.log = log;
        this.folder = folder;
        this.options = options;
        this.note = latest();
        this.head = verified(note);
    }

    static void write(LogSnapshot log, DurableFolder folder, BundleOptions options) throws IOException {
        new BundleWriter(log, folder, options).write();
    }

    private void write() throws IOException {
        keys();
        checkpoints();
        choose();
        TileWriter tiles = new TileWriter(head.size(), folder);
        tiles.hashes(log.nodes());
        try (LogSnapshot.Leaves leaves = log.leaves(head.size());
                DurableFolder.Appending index = folder.append(BundleLayout.INDEX)) {
            tiles.entries(new Told(leaves, index));
        }
        if (!tree.root().hex().equals(head.root())) {
            throw new LedgerException(LedgerCode.TAMPERED.at(
                    log.name(),
                    "the entries do not make the root that was signed: expected " + head.root() + ", found "
                            + tree.root(),
                    "verify the ledger"));
        }
        proofs();
        folder.write(BundleLayout.STEPS, out -> out.write(VerifySteps.text(log.name(), note, options)));
        sums();
    }

    private SignedNote latest() {
        List<SignedNote> signed = log.signed();
        if (signed.isEmpty()) {
            throw new LedgerException(LedgerCode.BUNDLE.at(
                    log.name(), "no checkpoint of the log was signed yet", "sign one: EvidenceLog.sign"));
        }
        return signed.get(signed.size() - 1);
    }

    private Checkpoint verified(SignedNote signed) {
        return Checkpoint.verify(log.name(), signed, options.keys());
    }

    private void keys() throws IOException {
        Set<String> taken = new HashSet<>();
        for (VerifierKey key : options.keys()) {
            folder.take(BundleLayout.key(key, taken), (key.text() + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Where the same size was signed twice, as when a key changed, the later note stands. */
    private void checkpoints() throws IOException {
        folder.take(BundleLayout.CHECKPOINT, note.bytes());
        Map<Long, SignedNote> bySize = new TreeMap<>();
        for (SignedNote signed : log.signed()) {
            bySize.put(verified(signed).size(), signed);
        }
        for (Map.Entry<Long, SignedNote> signed : bySize.entrySet()) {
            folder.take(
                    BundleLayout.checkpoint(signed.getKey()), signed.getValue().bytes());
        }
        for (Map.Entry<Long, byte[]> stamp : options.timestamps().entrySet()) {
            if (!bySize.containsKey(stamp.getKey())) {
                throw new LedgerException(LedgerCode.BUNDLE.at(
                        log.name(),
                        "a time stamp is over a checkpoint of " + stamp.getKey() + " entries, which was not signed",
                        "hand in time stamps over checkpoints that the log keeps"));
            }
            folder.take(BundleLayout.timestamp(stamp.getKey()), stamp.getValue());
        }
    }

    private void choose() {
        BundleLayout.ProofNames names = new BundleLayout.ProofNames();
        for (String id : options.proofs()) {
            long leaf = log.leafOf(id)
                    .filter(at -> at < head.size())
                    .orElseThrow(() -> new LedgerException(LedgerCode.NO_RECORD.at(
                            log.name(),
                            "the log holds no record '" + id + "' below its latest signed checkpoint",
                            "check the id, or sign a checkpoint first")));
            proofs.put(leaf, names.of(id));
        }
    }

    private void proofs() throws IOException {
        for (Map.Entry<Long, String> proof : proofs.entrySet()) {
            long leaf = proof.getKey();
            InclusionProof shown = InclusionProof.of(leaf, log.inclusion(leaf, head.size()), note);
            folder.take(proof.getValue(), shown.bytes());
            options.progress().advanced(head.size(), head.size());
        }
    }

    private void sums() throws IOException {
        try (FolderFiles files = new FolderFiles(folder.root());
                DurableFolder.Appending sums = folder.append(BundleLayout.SUMS)) {
            files.walk((path, content) -> {
                if (!path.equals(BundleLayout.SUMS)) {
                    String line = content.sha256() + "  " + path + "\n";
                    sums.write(line.getBytes(StandardCharsets.UTF_8));
                }
            });
        }
    }

    /** Entries on their way into tiles: indexed, and what they commit to is put beside them. */
    private final class Told implements Iterator<byte[]> {

        private final Iterator<byte[]> leaves;
        private final DurableFolder.Appending index;

        Told(Iterator<byte[]> leaves, DurableFolder.Appending index) {
            this.leaves = leaves;
            this.index = index;
        }

        @Override
        public boolean hasNext() {
            return leaves.hasNext();
        }

        @Override
        public byte[] next() {
            byte[] leaf = leaves.next();
            long at = tree.size();
            tree.append(leaf, (level, node, hash) -> {});
            try {
                tell(EntryTold.of(log.name(), at, leaf), Optional.ofNullable(proofs.get(at)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (tree.size() % TilePath.WIDTH == 0 || tree.size() == head.size()) {
                options.progress().advanced(tree.size(), head.size());
            }
            return leaf;
        }

        private void tell(EntryTold told, Optional<String> proof) throws IOException {
            Optional<byte[]> row = told.row(proof);
            if (row.isPresent()) {
                index.write(row.get());
            }
            for (EntryTold.Named named : told.contents()) {
                content(named.sha256());
            }
            if (proof.isPresent()) {
                for (Optional<byte[]> part : List.of(told.line(), told.raw())) {
                    if (part.isPresent()) {
                        own(part.get());
                    }
                }
            }
        }

        private void content(String sha256) throws IOException {
            String path = BundleLayout.content(sha256);
            if (!folder.has(path)) {
                folder.write(path, out -> {
                    if (!log.copy(sha256, out)) {
                        throw new LedgerException(LedgerCode.CONTENT.at(
                                log.name(),
                                "content that an entry names is not in the ledger: " + sha256,
                                "verify the ledger"));
                    }
                });
                options.progress().advanced(tree.size(), head.size());
            }
        }

        private void own(byte[] bytes) throws IOException {
            String path = BundleLayout.content(Sha256.hex(bytes));
            if (!folder.has(path)) {
                folder.take(path, bytes);
            }
        }
    }
}
