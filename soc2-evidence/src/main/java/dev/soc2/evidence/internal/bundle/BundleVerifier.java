package dev.soc2.evidence.internal.bundle;

import dev.soc2.evidence.internal.ledger.EntryTold;
import dev.soc2.evidence.internal.merkle.Hash;
import dev.soc2.evidence.internal.note.ProofCode;
import dev.soc2.evidence.internal.store.LedgerCode;
import dev.soc2.evidence.internal.tiles.TileCheck;
import dev.soc2.evidence.internal.tiles.TileFaults;
import dev.soc2.evidence.internal.tiles.TilePath;
import dev.soc2.evidence.ledger.BundleProgress;
import dev.soc2.evidence.ledger.BundleTrust;
import dev.soc2.evidence.ledger.BundleVerification;
import dev.soc2.evidence.ledger.LedgerFinding;
import dev.soc2.evidence.proof.Checkpoint;
import dev.soc2.evidence.proof.Timestamp;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Soc2Exception;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a bundle from its first file to its last, hashes everything again, builds the tree again, and compares with what
 * trusted keys signed. Memory does not grow with the log.
 */
final class BundleVerifier {

    private final BundleFiles files;
    private final BundleTrust trust;
    private final BundleProgress progress;
    private final BundleFindings findings = new BundleFindings();
    private final SortedMap<Long, Hash> handedOut = new TreeMap<>();

    private BundleVerifier(BundleFiles files, BundleTrust trust, BundleProgress progress) {
        this.files = files;
        this.trust = trust;
        this.progress = progress;
    }

    static BundleVerification verify(BundleFiles files, BundleTrust trust, BundleProgress progress) throws IOException {
        return new BundleVerifier(files, trust, progress).run();
    }

    private BundleVerification run() throws IOException {
        SumsCheck sums = new SumsCheck(files, findings, progress);
        sums.run();
        CheckpointsCheck checkpoints = new CheckpointsCheck(files, trust, findings);
        Optional<Checkpoint> head = checkpoints.run(sums.checkpoints(), sums.keys());
        List<Timestamp> stamps = new ArrayList<>();
        long proofs = 0;
        if (head.isPresent()) {
            SortedMap<Long, Hash> roots = roots(head.get(), checkpoints.roots());
            entries(head.get(), roots);
            tiles(head.get().size(), sums.tiles());
            ProofsCheck check = new ProofsCheck(files, checkpoints.keys(), head.get(), findings);
            proofs = check.proofs(sums.proofs());
            stamps.addAll(check.timestamps(sums.timestamps(), trust.authorities()));
        }
        long proven = proofs;
        return findings.answer(() -> new BundleVerification.Intact(
                head.orElseThrow(), trust.keys().isEmpty(), sums.contents(), proven, stamps));
    }

    /** Roots to compare with: what the bundle says that was signed, and what somebody kept. */
    private SortedMap<Long, Hash> roots(Checkpoint head, SortedMap<Long, Hash> signed) {
        SortedMap<Long, Hash> roots = new TreeMap<>(signed);
        for (Checkpoint kept : trust.handedOut()) {
            if (!kept.origin().equals(head.origin())) {
                findings.tampered(
                        BundleLayout.CHECKPOINT, "the bundle is of another log", kept.origin(), head.origin());
            } else if (kept.size() > head.size()) {
                findings.add(
                        LedgerCode.SHORTER,
                        BundleLayout.CHECKPOINT,
                        "the log is shorter than a checkpoint that was handed out: its end was cut off, or it was"
                                + " rolled back",
                        kept.size() + " entries",
                        head.size() + " entries");
            } else {
                Hash root = Hash.ofHex(kept.root());
                Hash known = roots.putIfAbsent(kept.size(), root);
                if (known == null) {
                    handedOut.put(kept.size(), root);
                } else if (!known.equals(root)) {
                    otherView(kept.size(), root, known);
                }
            }
        }
        return roots;
    }

    private void entries(Checkpoint head, SortedMap<Long, Hash> roots) throws IOException {
        try (IndexCheck index = new IndexCheck(files, findings)) {
            TileCheck.check(files, roots, (at, bytes, sound) -> entry(head, index, at, bytes), new Faults());
            index.end(head.size());
        }
    }

    private void entry(Checkpoint head, IndexCheck index, long at, byte[] bytes) {
        if (at % TilePath.WIDTH == 0) {
            progress.advanced(at, head.size());
        }
        try {
            EntryTold told = EntryTold.of(head.origin(), at, bytes);
            index.compare(at, told);
            for (EntryTold.Named named : told.contents()) {
                content(at, told.id(), named);
            }
        } catch (Soc2Exception e) {
            Issue issue = e.issues().get(0);
            noEntry(at, Math.max(0, issue.location().column() - 1), issue.what(), bytes);
        } catch (IllegalArgumentException | ArithmeticException e) {
            noEntry(at, 0, "a value in it is none that it may have", bytes);
        } catch (IOException e) {
            findings.unreadable(BundleLayout.INDEX, "the file cannot be read on: " + e.getMessage());
        }
    }

    private void noEntry(long at, long offset, String what, byte[] bytes) {
        findings.ofEntry(
                LedgerCode.UNREADABLE,
                path(at),
                at,
                Optional.empty(),
                offset,
                "the entry cannot be read: " + what,
                "an entry",
                bytes.length + " bytes that are none");
    }

    private void content(long at, Optional<String> id, EntryTold.Named named) throws IOException {
        String path = BundleLayout.content(named.sha256());
        Optional<Long> size = files.size(path);
        if (size.isEmpty()) {
            findings.ofEntry(
                    LedgerCode.INCOMPLETE,
                    path,
                    at,
                    id,
                    0,
                    "content that the entry names is missing",
                    named.sha256(),
                    "nothing");
        } else if (named.size().isPresent() && named.size().getAsLong() != size.get()) {
            findings.ofEntry(
                    LedgerCode.TAMPERED,
                    path,
                    at,
                    id,
                    Math.min(named.size().getAsLong(), size.get()),
                    "content is not as long as the entry says",
                    named.size().getAsLong() + " bytes",
                    size.get() + " bytes");
        }
    }

    private void tiles(long size, long found) {
        long expected = 0;
        for (long count = size; count > 0; count >>>= TilePath.HEIGHT) {
            expected += (count + TilePath.WIDTH - 1) / TilePath.WIDTH;
        }
        long all = expected + (size + TilePath.WIDTH - 1) / TilePath.WIDTH;
        if (found > all) {
            findings.tampered(
                    BundleLayout.TILES,
                    "there are tiles that a log of this size does not have",
                    all + " files",
                    found + " files");
        }
    }

    private void otherView(long size, Hash expected, Hash found) {
        findings.add(
                LedgerCode.OTHER_VIEW,
                BundleLayout.checkpoint(size),
                "the first " + size + " entries are not those of a checkpoint that was handed out",
                expected.hex(),
                found.hex());
    }

    private static String path(long at) {
        return "tile/entries/" + at / TilePath.WIDTH;
    }

    /** Tiles that are missing are a gap; all else that is wrong with them is a change. */
    private final class Faults implements TileFaults {

        @Override
        public void take(Issue issue, OptionalLong entry, String expected, String found) {
            LedgerCode kind = LedgerCode.TAMPERED;
            if (issue.code().equals(ProofCode.TILE_MISSING.code())) {
                kind = LedgerCode.INCOMPLETE;
            } else if (issue.code().equals(ProofCode.TILE_UNREADABLE.code())) {
                kind = LedgerCode.UNREADABLE;
            }
            Optional<Long> at = entry.isPresent() ? Optional.of(entry.getAsLong()) : Optional.empty();
            findings.add(kind, new LedgerFinding(issue, at, Optional.empty(), 0, expected, found));
        }

        @Override
        public void root(long size, Hash expected, Hash found) {
            if (handedOut.containsKey(size)) {
                otherView(size, expected, found);
            } else {
                TileFaults.super.root(size, expected, found);
            }
        }
    }
}
