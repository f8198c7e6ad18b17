package dev.soc2.evidence.internal.bundle;

import dev.soc2.evidence.internal.ledger.EntryTold;
import dev.soc2.evidence.internal.store.LedgerCode;
import dev.soc2.evidence.internal.tiles.EntryBundle;
import dev.soc2.evidence.internal.tiles.TilePath;
import dev.soc2.evidence.proof.Checkpoint;
import dev.soc2.evidence.proof.InclusionProof;
import dev.soc2.evidence.proof.Timestamp;
import dev.soc2.evidence.proof.TimestampTrust;
import dev.soc2.evidence.proof.Timestamps;
import dev.soc2.evidence.proof.VerifierKey;
import dev.soc2.model.issue.Soc2Exception;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Verifies the proofs of single records and the time stamps. */
final class ProofsCheck {

    private static final int MOST_BYTES = 1 << 20;

    private final BundleFiles files;
    private final List<VerifierKey> keys;
    private final Checkpoint head;
    private final BundleFindings findings;
    private long bundleIndex = -1;
    private List<byte[]> bundle = List.of();

    ProofsCheck(BundleFiles files, List<VerifierKey> keys, Checkpoint head, BundleFindings findings) {
        this.files = files;
        this.keys = keys;
        this.head = head;
        this.findings = findings;
    }

    /** How many of the proofs hold. */
    long proofs(List<String> paths) {
        long good = 0;
        for (String path : paths) {
            good += read(path).filter(bytes -> holds(path, bytes)).isPresent() ? 1 : 0;
        }
        return good;
    }

    private boolean holds(String path, byte[] bytes) {
        Optional<Long> at = Optional.empty();
        try {
            InclusionProof proof = InclusionProof.read(path, bytes);
            at = Optional.of(proof.index());
            Optional<byte[]> entry = entry(proof.index());
            if (entry.isEmpty()) {
                findings.incomplete(path, "the entry that the proof is of is not in the log", "entry " + proof.index());
                return false;
            }
            Checkpoint signed = proof.verify(path, entry.get(), keys);
            String id =
                    EntryTold.of(head.origin(), proof.index(), entry.get()).id().orElse("");
            boolean own = signed.equals(head) && BundleLayout.isProofOf(id, path);
            if (!own) {
                findings.tampered(path, "the proof is of another record or checkpoint", path, "entry " + proof.index());
            }
            return own;
        } catch (Soc2Exception e) {
            findings.broken(LedgerCode.TAMPERED, at, e, "a proof that holds");
            return false;
        } catch (IllegalArgumentException | ArithmeticException e) {
            findings.tampered(path, "the proof is of an entry that is none", "a proof that holds", "another");
            return false;
        }
    }

    /** Neighbours are often asked for one after the other, so the last bundle of entries is kept. */
    private Optional<byte[]> entry(long index) {
        if (index >= head.size()) {
            return Optional.empty();
        }
        long at = index / TilePath.WIDTH;
        if (at != bundleIndex) {
            int width = TilePath.width(at, head.size());
            bundle = read(TilePath.entries(at, width))
                    .flatMap(bytes -> EntryBundle.entries(bytes, width))
                    .orElse(List.of());
            bundleIndex = at;
        }
        int inside = (int) (index % TilePath.WIDTH);
        return inside < bundle.size() ? Optional.of(bundle.get(inside)) : Optional.empty();
    }

    /** What trusted authorities vouch for; nothing when none is named. */
    List<Timestamp> timestamps(List<String> paths, Optional<TimestampTrust> authorities) {
        List<Timestamp> stamps = new ArrayList<>();
        for (String path : paths) {
            String size = path.substring(BundleLayout.TIMESTAMPS.length(), path.length() - BundleLayout.TSR.length());
            Optional<byte[]> stamped = read(BundleLayout.CHECKPOINTS + size);
            Optional<byte[]> response = read(path);
            if (authorities.isPresent() && stamped.isPresent() && response.isPresent()) {
                try {
                    stamps.add(Timestamps.verify(
                            path, response.get(), stamped.get(), authorities.get(), Optional.empty()));
                } catch (Soc2Exception e) {
                    findings.broken(LedgerCode.TAMPERED, Optional.empty(), e, "a time stamp over checkpoint " + size);
                }
            }
        }
        return stamps;
    }

    private Optional<byte[]> read(String path) {
        int most = path.startsWith(BundleLayout.TILES) ? EntryBundle.MOST_BYTES : MOST_BYTES;
        try {
            Optional<byte[]> bytes = files.read(path, most);
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
