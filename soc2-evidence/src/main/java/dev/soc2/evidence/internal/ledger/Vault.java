package dev.soc2.evidence.internal.ledger;

import dev.soc2.evidence.internal.store.LedgerCode;
import dev.soc2.evidence.ledger.LedgerException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Content under a key of its own: AES-256-GCM with the id of its record as associated data, and HMAC-SHA-256 over what
 * was encrypted. A secret is the key of one and then of the other, 32 bytes each; without it neither tells anything.
 */
final class Vault {

    static final String CIPHER = "AES-256-GCM";

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private Vault() {}

    static byte[] newSecret(SecureRandom random) {
        byte[] secret = new byte[2 * KEY];
        random.nextBytes(secret);
        return secret;
    }

    /** Nonce, ciphertext, tag. */
    static byte[] encrypt(byte[] secret, byte[] id, byte[] plain, SecureRandom random) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            return Bytes.joined(
                    nonce, cipher(Cipher.ENCRYPT_MODE, secret, id, nonce).doFinal(plain));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }

    static byte[] decrypt(String place, byte[] secret, byte[] id, byte[] sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, secret, id, Arrays.copyOf(sealed, NONCE))
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new LedgerException(
                    LedgerCode.UNREADABLE.at(
                            place, "a personal record cannot be decrypted with its key", "verify the ledger"),
                    e);
        }
    }

    static byte[] hmac(byte[] secret, byte[] plain) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, KEY, KEY, "HmacSHA256"));
            return mac.doFinal(plain);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    static boolean same(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }

    private static Cipher cipher(int mode, byte[] secret, byte[] id, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(secret, 0, KEY, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(id);
        return cipher;
    }
}
