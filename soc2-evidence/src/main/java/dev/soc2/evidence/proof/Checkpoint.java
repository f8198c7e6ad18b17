package dev.soc2.evidence.proof;

import dev.soc2.evidence.internal.merkle.Hash;
import dev.soc2.evidence.internal.note.ProofCode;
import java.util.Collection;
import java.util.List;

/**
 * What a log commits itself to: with so many entries, this is the root over all of them. Written and signed as
 * <a href="https://c2sp.org/tlog-checkpoint">C2SP tlog-checkpoint</a> defines it.
 *
 * <p>Whoever holds a checkpoint can find out later whether anything before it was changed or left out.
 *
 * @param origin name of the log, which is also the name of the key that signs for it
 * @param size how many entries the log has
 * @param root the root over the entries (RFC 6962), 64 lower-case hexadecimal digits
 * @param extensions further lines, of which nothing is known here; none in checkpoints of an evidence ledger
 */
public record Checkpoint(String origin, long size, String root, List<String> extensions) {

    /** Checks the invariants. */
    public Checkpoint {
        extensions = List.copyOf(extensions);
        Hashes.require(root);
        if (size < 0) {
            throw new IllegalArgumentException("a log has no fewer than 0 entries, got " + size);
        }
        if (!isLine(origin) || !extensions.stream().allMatch(Checkpoint::isLine)) {
            throw new IllegalArgumentException("origin and extensions are lines of text, and not empty");
        }
    }

    /**
     * A checkpoint without further lines.
     *
     * @param origin name of the log
     * @param size how many entries it has
     * @param root the root over the entries, in hexadecimal
     * @return the checkpoint
     */
    public static Checkpoint of(String origin, long size, String root) {
        return new Checkpoint(origin, size, root, List.of());
    }

    /**
     * Reads the text of a note. Whether the note is signed, and by whom, is another question.
     *
     * @param document where the text is from, as messages should show it
     * @param text the text of the note, without its signatures
     * @return the checkpoint
     * @throws ProofException if the text is no checkpoint
     */
    public static Checkpoint parse(String document, String text) {
        List<String> lines = List.of(text.split("\n", -1));
        if (lines.size() < 4 || lines.subList(0, lines.size() - 1).stream().anyMatch(String::isEmpty)) {
            throw refused(document, "has fewer than three lines, or empty ones");
        }
        if (!lines.get(lines.size() - 1).isEmpty()) {
            throw refused(document, "does not end with a line feed");
        }
        long size = Counts.parse(lines.get(1)).orElseThrow(() -> refused(document, "names no size in its second line"));
        Hash root = Hash.ofBase64(lines.get(2))
                .orElseThrow(() -> refused(document, "names no root of 32 bytes in its third line"));
        return new Checkpoint(lines.get(0), size, root.hex(), lines.subList(3, lines.size() - 1));
    }

    /**
     * The checkpoint in a note, if a key of that log signed it. A key belongs to the log whose origin is its name;
     * signatures of witnesses and of other logs are not enough.
     *
     * @param document where the note is from, as messages should show it
     * @param note the note
     * @param keys the keys that are trusted, each for the log of its name
     * @return the checkpoint
     * @throws ProofException if the note is no checkpoint, no key of its log signed it, or a signature by one of the
     *     keys does not fit
     */
    public static Checkpoint verify(String document, SignedNote note, Collection<VerifierKey> keys) {
        List<VerifiedSignature> signatures = note.verify(document, keys);
        Checkpoint checkpoint = parse(document, note.text());
        boolean own = signatures.stream()
                .map(VerifiedSignature::key)
                .anyMatch(
                        key -> key.kind() == VerifierKey.Kind.NOTE && key.name().equals(checkpoint.origin()));
        if (!own) {
            throw new ProofException(ProofCode.OTHER_LOG.in(
                    document,
                    "none of the keys of the log '" + checkpoint.origin() + "' that are known signed its checkpoint",
                    "ask for the verifier key of this log by another way than this checkpoint"));
        }
        return checkpoint;
    }

    /**
     * Signs the checkpoint. A log never signs a checkpoint that contradicts one that it signed before; whoever calls
     * this sees to it.
     *
     * @param keys the keys to sign with, at least one
     * @return the signed note
     * @throws IllegalArgumentException if no key has the name of the log
     */
    public SignedNote sign(List<SigningKey> keys) {
        if (keys.stream().noneMatch(key -> key.verifierKey().name().equals(origin))) {
            throw new IllegalArgumentException("the key that signs for a log has the name of the log, " + origin);
        }
        return SignedNote.sign(text(), keys);
    }

    /**
     * The text to be signed.
     *
     * @return three lines and the extensions, each with its line feed
     */
    public String text() {
        String head = origin + "\n" + size + "\n" + Hash.ofHex(root).base64() + "\n";
        return extensions.isEmpty() ? head : head + String.join("\n", extensions) + "\n";
    }

    private static boolean isLine(String text) {
        return !text.isEmpty() && text.chars().noneMatch(c -> c < ' ') && KeyNames.isUnicode(text);
    }

    private static ProofException refused(String document, String what) {
        return new ProofException(ProofCode.CHECKPOINT.in(
                document,
                "the note is no checkpoint: it " + what,
                "a checkpoint has the name of the log, the number of entries and the root in its first three lines"));
    }
}
