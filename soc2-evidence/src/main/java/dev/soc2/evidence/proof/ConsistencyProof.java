package dev.soc2.evidence.proof;

import dev.soc2.evidence.internal.merkle.Hash;
import dev.soc2.evidence.internal.merkle.ProofCheck;
import dev.soc2.evidence.internal.note.ProofCode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Shows that a log only grew: everything that an earlier checkpoint covered is covered by a later one, unchanged and in
 * its order. Written as the request that witnesses take (<a href="https://c2sp.org/tlog-witness">C2SP tlog-witness</a>,
 * add-checkpoint), so that it can be sent to one as it is.
 *
 * @param from size of the log at the earlier checkpoint
 * @param hashes the hashes of the proof, in hexadecimal
 * @param checkpoint the later checkpoint, as it was signed
 */
public record ConsistencyProof(long from, List<String> hashes, SignedNote checkpoint) {

    /** Checks the invariants. */
    public ConsistencyProof {
        hashes = List.copyOf(hashes);
        Hashes.require(hashes);
        Objects.requireNonNull(checkpoint, "checkpoint");
        if (from < 0) {
            throw new IllegalArgumentException("a log has no fewer than 0 entries, got " + from);
        }
    }

    /**
     * Reads a proof. Nothing is verified yet.
     *
     * @param document where the bytes are from, as messages should show it
     * @param bytes the proof
     * @return the proof, which {@link #bytes()} gives back byte by byte
     * @throws ProofException if the bytes are no proof of this format
     */
    public static ConsistencyProof read(String document, byte[] bytes) {
        ProofText text = ProofText.of(document, bytes);
        return new ConsistencyProof(text.count("old"), text.hashes(), text.checkpoint());
    }

    /**
     * Verifies that the log grew out of what an earlier checkpoint covered, and that it signed both.
     *
     * @param document where the proof is from, as messages should show it
     * @param earlier the earlier checkpoint, such as the copy that an auditor kept
     * @param keys the keys that are trusted, each for the log of its name
     * @return the later checkpoint
     * @throws ProofException if no trusted key signed one of the checkpoints, they are of different logs, or the later
     *     log does not hold what the earlier one held
     */
    public Checkpoint verify(String document, SignedNote earlier, Collection<VerifierKey> keys) {
        Checkpoint before = Checkpoint.verify(document, earlier, keys);
        Checkpoint after = Checkpoint.verify(document, checkpoint, keys);
        if (!before.origin().equals(after.origin())) {
            throw new ProofException(ProofCode.OTHER_LOG.in(
                    document,
                    "the checkpoints are of two logs, '" + before.origin() + "' and '" + after.origin() + "'",
                    "compare checkpoints of one log"));
        }
        if (before.size() != from || !holds(before, after)) {
            throw new ProofException(ProofCode.NOT_GROWN.in(
                    document, said(before, after), "ask for the log as it was at the earlier size"));
        }
        return after;
    }

    /**
     * The proof as it is written to a file, or sent to a witness.
     *
     * @return its bytes in UTF-8
     */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The proof as it is written to a file. */
    @Override
    public String toString() {
        return "old " + from + "\n" + Hashes.lines(hashes) + "\n" + checkpoint;
    }

    private boolean holds(Checkpoint before, Checkpoint after) {
        return ProofCheck.grows(
                before.size(), Hash.ofHex(before.root()), after.size(), Hash.ofHex(after.root()), Hashes.of(hashes));
    }

    private String said(Checkpoint before, Checkpoint after) {
        if (after.size() < before.size()) {
            return "the log has " + after.size() + " entries and is shorter than the earlier checkpoint, which covers "
                    + before.size();
        }
        if (after.size() == before.size() && !after.root().equals(before.root())) {
            return "two checkpoints of " + after.size()
                    + " entries name different roots: the log was rewritten, or shown"
                    + " differently to different readers";
        }
        return before.size() == from
                ? "the proof does not show that the log grew from " + before.size() + " to " + after.size() + " entries"
                : "the proof begins at " + from + " entries, the earlier checkpoint covers " + before.size();
    }
}
