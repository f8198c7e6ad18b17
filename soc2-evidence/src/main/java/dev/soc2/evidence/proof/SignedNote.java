package dev.soc2.evidence.proof;

import dev.soc2.evidence.internal.note.ProofCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A text with signatures under it, as <a href="https://c2sp.org/signed-note">C2SP signed-note</a> defines it. The text
 * is worth nothing until {@link #verify} has found a key that is trusted.
 *
 * @param text the text, which ends with a line feed
 * @param signatures the signatures in their order, 1 to 100
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    static final String DASH = "\u2014 ";
    static final int MOST = 100;

    /** Checks the invariants. */
    public SignedNote {
        signatures = List.copyOf(signatures);
        requireText(text);
        if (signatures.isEmpty() || signatures.size() > MOST) {
            throw new IllegalArgumentException("a note has 1 to 100 signatures, got " + signatures.size());
        }
    }

    /**
     * Reads a note. Nothing is verified yet.
     *
     * @param document where the bytes are from, as messages should show it
     * @param bytes the note
     * @return the note, which {@link #bytes()} gives back byte by byte
     * @throws ProofException if the bytes are no note: not UTF-8, control characters, no signatures or more than 100,
     *     anything but signatures at the end, more than 1 MiB
     */
    public static SignedNote read(String document, byte[] bytes) {
        return NoteReader.read(document, bytes);
    }

    /**
     * Signs a text.
     *
     * @param text the text, which ends with a line feed and has no other control characters
     * @param keys the keys to sign with, at least one
     * @return the note
     * @throws IllegalArgumentException if the text cannot be the text of a note, or there is no key
     */
    public static SignedNote sign(String text, List<SigningKey> keys) {
        requireText(text);
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        return new SignedNote(
                text,
                keys.stream()
                        .map(key -> NoteSignature.of(key.verifierKey(), key.sign(message)))
                        .toList());
    }

    /**
     * The same note with one more signature, such as a cosignature that a witness gave.
     *
     * @param signature the signature
     * @return a copy
     * @throws IllegalArgumentException if there are 100 signatures already
     */
    public SignedNote with(NoteSignature signature) {
        List<NoteSignature> more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /**
     * Finds who signed. Signatures of other keys are passed over; a signature that names one of these keys and does not
     * verify spoils the note.
     *
     * @param document where the note is from, as messages should show it
     * @param keys the keys that are known
     * @return the signatures by these keys, at least one, equal ones once
     * @throws ProofException if none of these keys signed, a signature by one of them does not fit the text, or two of
     *     the keys have the name and id that a signature names
     */
    public List<VerifiedSignature> verify(String document, Collection<VerifierKey> keys) {
        LinkedHashSet<VerifiedSignature> found = new LinkedHashSet<>();
        for (NoteSignature signature : signatures) {
            List<VerifierKey> named = keys.stream().filter(signature::isBy).toList();
            if (named.size() > 1) {
                throw new ProofException(ProofCode.AMBIGUOUS_KEY.in(
                        document,
                        "the key " + named.get(0) + " is known twice",
                        "keep each key once; two keys of the same name and id point to an attack"));
            }
            if (named.size() == 1) {
                found.add(Signatures.verify(document, text, signature, named.get(0)));
            }
        }
        if (found.isEmpty()) {
            throw new ProofException(ProofCode.UNSIGNED.in(
                    document,
                    "none of the " + keys.size() + " known keys signed the note",
                    "ask for the verifier key of the log by another way than this note"));
        }
        return List.copyOf(found);
    }

    /**
     * The note as it is written and handed on.
     *
     * @return its bytes in UTF-8
     */
    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The note as it is written. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature.line()));
        return note.toString();
    }

    private static void requireText(String text) {
        boolean controls = text.chars().anyMatch(c -> c < ' ' && c != '\n');
        if (!text.endsWith("\n") || controls || !KeyNames.isUnicode(text)) {
            throw new IllegalArgumentException("the text of a note ends with a line feed and has no other controls");
        }
    }
}
