package dev.soc2.evidence.internal.note;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.KeyAgreement;

/** Ed25519 (RFC 8032) as the JDK has it, over keys of 32 bytes. */
public final class Ed25519 {

    public static final int KEY_LENGTH = 32;
    public static final int SIGNATURE_LENGTH = 64;

    private static final String NAME = "Ed25519";

    /** What stands before the 32 bytes of a public key in its X.509 form (RFC 8410, section 4). */
    private static final String X509 = "302a300506032b6570032100";

    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));

    private Ed25519() {}

    /** The public key in 32 bytes; nothing if they are no point of the curve. */
    public static Optional<PublicKey> publicKey(byte[] bytes) {
        if (bytes.length != KEY_LENGTH) {
            return Optional.empty();
        }
        byte[] encoded = Arrays.copyOf(HexFormat.of().parseHex(X509), X509.length() / 2 + KEY_LENGTH);
        System.arraycopy(bytes, 0, encoded, X509.length() / 2, KEY_LENGTH);
        try {
            PublicKey key = KeyFactory.getInstance(NAME).generatePublic(new X509EncodedKeySpec(encoded));
            // The JDK looks for the point only when the key is first used.
            Signature.getInstance(NAME).initVerify(key);
            return Optional.of(key);
        } catch (InvalidKeyException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** The private key that grows out of a seed. */
    public static PrivateKey privateKey(byte[] seed) {
        if (seed.length != KEY_LENGTH) {
            throw new IllegalArgumentException("a seed has 32 bytes, got " + seed.length);
        }
        try {
            return KeyFactory.getInstance(NAME)
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed));
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    public static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    public static boolean verifies(PublicKey key, byte[] message, byte[] signed) {
        if (signed.length != SIGNATURE_LENGTH) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(NAME);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /**
     * The public key of a seed. The JDK does not give it, but multiplies the same scalar on the birationally equivalent
     * Montgomery curve (RFC 7748, section 4.1), in constant time; what is missing then is the sign of x, and only one of
     * both verifies what the private key signs.
     */
    public static byte[] publicBytes(byte[] seed) {
        try {
            byte[] scalar = Arrays.copyOf(MessageDigest.getInstance("SHA-512").digest(seed), KEY_LENGTH);
            KeyFactory keys = KeyFactory.getInstance("X25519");
            KeyAgreement product = KeyAgreement.getInstance("X25519");
            product.init(keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, scalar)));
            product.doPhase(
                    keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, BigInteger.valueOf(9))), true);
            BigInteger u = new BigInteger(1, reversed(product.generateSecret()));
            BigInteger y = u.subtract(BigInteger.ONE)
                    .multiply(u.add(BigInteger.ONE).modInverse(P))
                    .mod(P);
            return signed(seed, littleEndian(y));
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    private static byte[] signed(byte[] seed, byte[] y) {
        byte[] message = new byte[0];
        byte[] signature = sign(privateKey(seed), message);
        boolean even =
                publicKey(y).filter(key -> verifies(key, message, signature)).isPresent();
        if (!even) {
            y[KEY_LENGTH - 1] |= (byte) 0x80;
        }
        return y;
    }

    private static byte[] littleEndian(BigInteger number) {
        byte[] reversed = reversed(number.toByteArray());
        return Arrays.copyOf(reversed, KEY_LENGTH);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("a Java platform of version 15 or newer has Ed25519 and X25519", e);
    }
}
