package dev.soc2.evidence.proof;

import dev.soc2.evidence.internal.note.Ed25519;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A public key that checks signatures of an {@link Envelope}: Ed25519, or ECDSA on P-256 with SHA-256, which many signing
 * services use.
 */
public final class EnvelopeKey {

    private static final int P256_BITS = 256;

    private final String name;
    private final PublicKey key;

    private EnvelopeKey(String name, PublicKey key) {
        this.name = Objects.requireNonNull(name, "name");
        this.key = key;
    }

    /**
     * A key of the JDK.
     *
     * @param name what messages should call it
     * @param key the key: Ed25519, or EC on P-256
     * @return the key
     * @throws IllegalArgumentException if the key is of another kind
     */
    public static EnvelopeKey of(String name, PublicKey key) {
        boolean p256 = key instanceof ECPublicKey ec
                && ec.getParams().getCurve().getField().getFieldSize() == P256_BITS;
        boolean ed25519 =
                key instanceof EdECPublicKey ed && ed.getParams().getName().equals("Ed25519");
        if (!p256 && !ed25519) {
            throw new IllegalArgumentException("an envelope is signed with Ed25519 or with ECDSA on P-256");
        }
        return new EnvelopeKey(name, key);
    }

    /**
     * The key of a log or collector.
     *
     * @param key the key
     * @return the same key, for envelopes
     */
    public static EnvelopeKey of(VerifierKey key) {
        return of(key.toString(), Ed25519.publicKey(key.bytes()).orElseThrow());
    }

    /**
     * What messages call the key.
     *
     * @return its name
     */
    public String name() {
        return name;
    }

    boolean verifies(byte[] message, byte[] signature) {
        // The specification has no say in how ECDSA signatures are written; both forms are in use.
        List<String> algorithms = key instanceof ECPublicKey
                ? List.of("SHA256withECDSAinP1363Format", "SHA256withECDSA")
                : List.of("Ed25519");
        return algorithms.stream().anyMatch(algorithm -> verifies(algorithm, message, signature));
    }

    private boolean verifies(String algorithm, byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (SignatureException | InvalidKeyException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a Java platform of version 15 or newer has " + algorithm, e);
        }
    }

    /** Equal when the key is the same, whatever its name: one key under two names counts once. */
    @Override
    public boolean equals(Object other) {
        return other instanceof EnvelopeKey that && Arrays.equals(key.getEncoded(), that.key.getEncoded());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key.getEncoded());
    }

    /** The name. */
    @Override
    public String toString() {
        return name;
    }
}
