package dev.soc2.evidence.internal.bundle;

import dev.soc2.evidence.internal.merkle.Hash;
import dev.soc2.evidence.internal.store.LedgerCode;
import dev.soc2.evidence.ledger.BundleTrust;
import dev.soc2.evidence.proof.Checkpoint;
import dev.soc2.evidence.proof.SignedNote;
import dev.soc2.evidence.proof.VerifierKey;
import dev.soc2.model.issue.Soc2Exception;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads keys and signed checkpoints, and compares these with one another. */
final class CheckpointsCheck {

    private static final int MOST_BYTES = 1 << 20;

    private final BundleFiles files;
    private final BundleTrust trust;
    private final BundleFindings findings;
    private final List<VerifierKey> keys = new ArrayList<>();
    private final SortedMap<Long, Hash> roots = new TreeMap<>();

    CheckpointsCheck(BundleFiles files, BundleTrust trust, BundleFindings findings) {
        this.files = files;
        this.trust = trust;
        this.findings = findings;
    }

    /** The keys that are believed. */
    List<VerifierKey> keys() {
        return keys;
    }

    /** The root of each checkpoint, by size. */
    SortedMap<Long, Hash> roots() {
        return roots;
    }

    /** The latest checkpoint, if it is one. */
    Optional<Checkpoint> run(List<String> others, List<String> keyFiles) {
        List<VerifierKey> own = new ArrayList<>();
        keyFiles.forEach(path -> key(path).ifPresent(own::add));
        keys.addAll(trust.keys().isEmpty() ? own : trust.keys());
        Optional<Checkpoint> head = checkpoint(BundleLayout.CHECKPOINT);
        if (head.isPresent()) {
            roots.put(head.get().size(), Hash.ofHex(head.get().root()));
            boolean kept = false;
            for (String path : others) {
                kept |= path.equals(BundleLayout.checkpoint(head.get().size()));
                checkpoint(path).ifPresent(found -> compare(path, found, head.get()));
            }
            if (!kept) {
                findings.incomplete(
                        BundleLayout.checkpoint(head.get().size()),
                        "the latest checkpoint is not kept with the others",
                        "a signed checkpoint");
            }
        }
        return head;
    }

    private void compare(String path, Checkpoint found, Checkpoint head) {
        if (!path.equals(BundleLayout.checkpoint(found.size()))) {
            findings.tampered(path, "the checkpoint is of another size than its name", path, found.size() + " entries");
        } else if (!found.origin().equals(head.origin())) {
            findings.tampered(path, "the checkpoint is of another log", head.origin(), found.origin());
        } else if (found.size() > head.size()) {
            findings.add(
                    LedgerCode.SHORTER,
                    path,
                    "the log is shorter than a checkpoint that was signed: its end was cut off, or it was rolled back",
                    found.size() + " entries",
                    head.size() + " entries");
        } else {
            Hash root = Hash.ofHex(found.root());
            Hash known = roots.putIfAbsent(found.size(), root);
            if (known != null && !known.equals(root)) {
                findings.add(
                        LedgerCode.OTHER_VIEW,
                        path,
                        "two checkpoints of one size name different roots: the log was shown in two ways",
                        known.hex(),
                        root.hex());
            }
        }
    }

    private Optional<Checkpoint> checkpoint(String path) {
        return read(path)
                .flatMap(bytes -> guarded(
                        "a checkpoint signed by a key that is trusted",
                        () -> Checkpoint.verify(path, SignedNote.read(path, bytes), keys)));
    }

    private Optional<VerifierKey> key(String path) {
        return read(path)
                .flatMap(bytes -> guarded(
                        "a verifier key", () -> VerifierKey.parse(path, new String(bytes, StandardCharsets.UTF_8))));
    }

    private interface Reading<T> {
        T read();
    }

    private <T> Optional<T> guarded(String expected, Reading<T> reading) {
        try {
            return Optional.of(reading.read());
        } catch (Soc2Exception e) {
            findings.broken(LedgerCode.TAMPERED, Optional.empty(), e, expected);
            return Optional.empty();
        }
    }

    private Optional<byte[]> read(String path) {
        try {
            Optional<byte[]> bytes = files.read(path, MOST_BYTES);
            if (bytes.isEmpty()) {
                findings.incomplete(path, "the file is missing", "a file");
            }
            return bytes;
        } catch (IOException e) {
            findings.unreadable(path, "the file cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }
}
