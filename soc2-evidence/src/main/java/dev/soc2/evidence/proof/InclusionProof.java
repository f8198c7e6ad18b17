package dev.soc2.evidence.proof;

import dev.soc2.evidence.internal.merkle.Hash;
import dev.soc2.evidence.internal.merkle.ProofCheck;
import dev.soc2.evidence.internal.merkle.TreeHasher;
import dev.soc2.evidence.internal.note.ProofCode;
import dev.soc2.evidence.internal.note.StrictBase64;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Shows that one entry stands in a log: its place, the hashes from it up to the root, and the signed checkpoint with
 * that root. Complete in itself, as <a href="https://c2sp.org/tlog-proof">C2SP tlog-proof</a> defines it; it is verified
 * with the entry and the key of the log, and nothing else.
 *
 * @param extra data that an application needs to find the entry, in Base64; nobody signs it, and ours hold none
 * @param index place of the entry, from 0
 * @param hashes the hashes from the sibling of the entry up to the child of the root, in hexadecimal
 * @param checkpoint the checkpoint, as it was signed
 */
public record InclusionProof(Optional<String> extra, long index, List<String> hashes, SignedNote checkpoint) {

    private static final String FORMAT = "c2sp.org/tlog-proof@v1";

    /** Checks the invariants. */
    public InclusionProof {
        hashes = List.copyOf(hashes);
        Hashes.require(hashes);
        Objects.requireNonNull(checkpoint, "checkpoint");
        if (index < 0) {
            throw new IllegalArgumentException("places count from 0, got " + index);
        }
        if (extra.isPresent() && StrictBase64.decode(extra.orElseThrow()).isEmpty()) {
            throw new IllegalArgumentException("extra data is written in Base64");
        }
    }

    /**
     * A proof without extra data.
     *
     * @param index place of the entry
     * @param hashes the hashes from the entry up to the root, in hexadecimal
     * @param checkpoint the checkpoint, as it was signed
     * @return the proof
     */
    public static InclusionProof of(long index, List<String> hashes, SignedNote checkpoint) {
        return new InclusionProof(Optional.empty(), index, hashes, checkpoint);
    }

    /**
     * Reads a {@code .tlog-proof} file. Nothing is verified yet.
     *
     * @param document where the bytes are from, as messages should show it
     * @param bytes the file
     * @return the proof, which {@link #bytes()} gives back byte by byte
     * @throws ProofException if the bytes are no proof of this format
     */
    public static InclusionProof read(String document, byte[] bytes) {
        ProofText text = ProofText.of(document, bytes);
        text.expect(FORMAT);
        Optional<String> extra = text.after("extra");
        if (extra.isPresent() && StrictBase64.decode(extra.orElseThrow()).isEmpty()) {
            throw text.refused("extra data is not in Base64");
        }
        return new InclusionProof(extra, text.count("index"), text.hashes(), text.checkpoint());
    }

    /**
     * Verifies that the entry stands in the log, and that the log signed so.
     *
     * @param document where the proof is from, as messages should show it
     * @param entry the entry, byte by byte as it stands in the log
     * @param keys the keys that are trusted, each for the log of its name
     * @return the checkpoint that the entry is part of
     * @throws ProofException if no trusted key signed the checkpoint, or the entry does not stand at this place of it
     */
    public Checkpoint verify(String document, byte[] entry, Collection<VerifierKey> keys) {
        Checkpoint signed = Checkpoint.verify(document, checkpoint, keys);
        Hash leaf = new TreeHasher().leaf(entry);
        if (!ProofCheck.includes(index, signed.size(), leaf, Hashes.of(hashes), Hash.ofHex(signed.root()))) {
            throw new ProofException(ProofCode.NOT_INCLUDED.in(
                    document,
                    "the proof does not show that these " + entry.length + " bytes are entry " + index + " of the "
                            + signed.size() + " entries of " + signed.origin(),
                    "the entry or the proof was changed, or they do not belong together: ask for both again"));
        }
        return signed;
    }

    /**
     * The proof as it is written to a file.
     *
     * @return its bytes in UTF-8
     */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The proof as it is written to a file. */
    @Override
    public String toString() {
        return FORMAT + "\n" + extra.map(value -> "extra " + value + "\n").orElse("") + "index " + index + "\n"
                + Hashes.lines(hashes) + "\n" + checkpoint;
    }
}
