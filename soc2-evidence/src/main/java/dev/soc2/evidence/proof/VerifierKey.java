package dev.soc2.evidence.proof;

import dev.soc2.evidence.internal.note.Ed25519;
import dev.soc2.evidence.internal.note.ProofCode;
import dev.soc2.evidence.internal.note.StrictBase64;
import dev.soc2.model.document.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A public key with a name, which checks signatures under a note. Its text, a <em>vkey</em>, is what is handed to
 * verifiers: {@code name+id+key}, as <a href="https://c2sp.org/signed-note">C2SP signed-note</a> defines it.
 *
 * <p>The id is part of a hash over name, kind and key. Two keys of the same name are told apart by it, so that a log may
 * change its key and keep its name.
 */
public final class VerifierKey {

    /** What a signature of the key is made over. */
    public enum Kind {
        /** The text of the note: signatures of the log itself. */
        NOTE(1),
        /** The text and a time: cosignatures of witnesses, as C2SP tlog-cosignature defines them for Ed25519. */
        COSIGNATURE(4);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        private static Optional<Kind> of(int code) {
            return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
        }
    }

    private final String name;
    private final Kind kind;
    private final byte[] key;
    private final int id;

    private VerifierKey(String name, Kind kind, byte[] key) {
        this.name = name;
        this.kind = kind;
        this.key = key;
        this.id = id(name, kind.code, key);
    }

    /**
     * A key from its bytes.
     *
     * @param name name of the key; that of the log if it signs for one
     * @param kind what its signatures are made over
     * @param key 32 bytes, as RFC 8032 encodes a public key
     * @return the key
     * @throws IllegalArgumentException if the name has spaces or a plus, or the bytes are no Ed25519 key
     */
    public static VerifierKey of(String name, Kind kind, byte[] key) {
        KeyNames.require(name);
        if (Ed25519.publicKey(key).isEmpty()) {
            throw new IllegalArgumentException("these bytes are no public key of Ed25519");
        }
        return new VerifierKey(name, kind, key.clone());
    }

    /**
     * Reads the text of a key. A line feed at its end is overlooked, since keys are kept in files.
     *
     * @param document where the text is from, as messages should show it
     * @param text the text
     * @return the key
     * @throws ProofException if the text is no vkey, its id does not fit, or its kind is not known here
     */
    public static VerifierKey parse(String document, String text) {
        String line = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
        String[] parts = line.split("\\+", 3);
        if (parts.length < 3 || !KeyNames.isName(parts[0]) || !parts[1].matches("[0-9a-f]{8}")) {
            throw refused(document, "is no verifier key", "a verifier key reads name+id+key, where the id is 8 digits");
        }
        byte[] bytes = StrictBase64.decode(parts[2]).orElse(new byte[0]);
        if (bytes.length == 0) {
            throw refused(document, "holds no key in Base64", "copy the verifier key again, whole");
        }
        byte[] key = Arrays.copyOfRange(bytes, 1, bytes.length);
        if (id(parts[0], bytes[0], key) != Integer.parseUnsignedInt(parts[1], 16)) {
            throw refused(document, "has an id that does not fit its name and key", "copy the verifier key again");
        }
        Kind kind = Kind.of(bytes[0])
                .orElseThrow(() -> refused(
                        document,
                        "is a key of a kind that is not known here",
                        "use a key of Ed25519, for notes (0x01) or cosignatures (0x04)"));
        if (Ed25519.publicKey(key).isEmpty()) {
            throw refused(document, "holds no key of Ed25519", "ask whoever holds the private key for another one");
        }
        return new VerifierKey(parts[0], kind, key);
    }

    /**
     * The name of the key.
     *
     * @return the name, which signatures repeat
     */
    public String name() {
        return name;
    }

    /**
     * What signatures of this key are made over.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * The short id, which signatures repeat. It tells keys apart and protects nothing.
     *
     * @return 8 hexadecimal digits
     */
    public String id() {
        return HexFormat.of().toHexDigits(id);
    }

    /**
     * The key itself.
     *
     * @return a copy of the 32 bytes
     */
    public byte[] bytes() {
        return key.clone();
    }

    /**
     * Checks a signature over bytes, whatever they mean.
     *
     * @param message the bytes
     * @param signature the signature, 64 bytes
     * @return true when the holder of the private key signed exactly these bytes
     */
    public boolean verifies(byte[] message, byte[] signature) {
        return Ed25519.verifies(Ed25519.publicKey(key).orElseThrow(), message, signature);
    }

    /**
     * The text of the key, a vkey.
     *
     * @return name, id and key, joined by plus signs
     */
    public String text() {
        ByteBuffer typed =
                ByteBuffer.allocate(key.length + 1).put((byte) kind.code).put(key);
        return name + "+" + id() + "+" + StrictBase64.encode(typed.array());
    }

    int rawId() {
        return id;
    }

    private static int id(String name, int kind, byte[] key) {
        MessageDigest digest = Sha256.start();
        digest.update(name.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        digest.update((byte) kind);
        digest.update(key);
        return ByteBuffer.wrap(digest.digest()).getInt();
    }

    private static ProofException refused(String document, String what, String fix) {
        return new ProofException(ProofCode.KEY.in(document, "the text " + what, fix));
    }

    /** Equal when name, kind and key are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that
                && name.equals(that.name)
                && kind == that.kind
                && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return id;
    }

    /** Name and id. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s+%s", name, id());
    }
}
