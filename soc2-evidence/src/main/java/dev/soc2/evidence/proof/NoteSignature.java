package dev.soc2.evidence.proof;

import dev.soc2.evidence.internal.note.StrictBase64;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One signature under a note, checked or not. The fields are what the line says, and anybody can write a line.
 *
 * @param name name of the key that is said to have signed
 * @param value id of the key and signature, in Base64
 */
public record NoteSignature(String name, String value) {

    private static final int ID = Integer.BYTES;

    /** Checks the invariants. */
    public NoteSignature {
        KeyNames.require(name);
        if (!isValue(value)) {
            throw new IllegalArgumentException("a signature is at least 5 bytes in Base64");
        }
    }

    /**
     * The id of the key that is said to have signed.
     *
     * @return 8 hexadecimal digits
     */
    public String keyId() {
        return HexFormat.of().toHexDigits(rawId());
    }

    /**
     * The signature without the id before it.
     *
     * @return its bytes
     */
    public byte[] signature() {
        byte[] bytes = bytes();
        return Arrays.copyOfRange(bytes, ID, bytes.length);
    }

    /** The line with its line feed. */
    String line() {
        return SignedNote.DASH + name + " " + value + "\n";
    }

    boolean isBy(VerifierKey key) {
        return key.name().equals(name) && key.rawId() == rawId();
    }

    static boolean isValue(String value) {
        return StrictBase64.decode(value).filter(bytes -> bytes.length > ID).isPresent();
    }

    static NoteSignature of(VerifierKey key, byte[] signature) {
        ByteBuffer bytes =
                ByteBuffer.allocate(ID + signature.length).putInt(key.rawId()).put(signature);
        return new NoteSignature(key.name(), StrictBase64.encode(bytes.array()));
    }

    private int rawId() {
        return ByteBuffer.wrap(bytes()).getInt();
    }

    private byte[] bytes() {
        return StrictBase64.decode(value).orElseThrow();
    }
}
