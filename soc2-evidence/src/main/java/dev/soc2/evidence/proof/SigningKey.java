package dev.soc2.evidence.proof;

import dev.soc2.evidence.internal.note.Ed25519;
import dev.soc2.evidence.internal.note.ProofCode;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The private half of a {@link VerifierKey}: signs notes and statements with Ed25519. Whoever holds it can sign in the
 * name of the log, so that it belongs where secrets are kept; no message and no {@code toString} shows it.
 */
public final class SigningKey {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    /** What stands before the seed in PKCS#8 (RFC 8410, section 7). */
    private static final byte[] PKCS8 = HexFormat.of().parseHex("302e020100300506032b657004220420");

    private final VerifierKey verifier;
    private final byte[] seed;
    private final PrivateKey key;

    private SigningKey(String name, byte[] seed) {
        this.verifier = VerifierKey.of(name, VerifierKey.Kind.NOTE, Ed25519.publicBytes(seed));
        this.seed = seed;
        this.key = Ed25519.privateKey(seed);
    }

    /**
     * A new key.
     *
     * @param name name of the key; that of the log if it signs for one
     * @param random where its 32 bytes are drawn from
     * @return the key
     * @throws IllegalArgumentException if the name has spaces or a plus
     */
    public static SigningKey generate(String name, SecureRandom random) {
        KeyNames.require(name);
        byte[] seed = new byte[Ed25519.KEY_LENGTH];
        random.nextBytes(seed);
        return new SigningKey(name, seed);
    }

    /**
     * A key from its 32 secret bytes.
     *
     * @param name name of the key
     * @param seed the private key as RFC 8032 defines it
     * @return the key
     * @throws IllegalArgumentException if the name has spaces or a plus, or there are not 32 bytes
     */
    public static SigningKey ofSeed(String name, byte[] seed) {
        KeyNames.require(name);
        return new SigningKey(name, seed.clone());
    }

    /**
     * Reads a key from PEM, as {@code openssl genpkey -algorithm ed25519} writes it.
     *
     * @param name name of the key
     * @param document where the text is from, as messages should show it
     * @param pem the text: PKCS#8, not encrypted
     * @return the key
     * @throws ProofException if the text holds no Ed25519 key; the message shows nothing of it
     * @throws IllegalArgumentException if the name has spaces or a plus
     */
    public static SigningKey ofPem(String name, String document, String pem) {
        KeyNames.require(name);
        String text = pem.strip();
        if (!text.startsWith(BEGIN) || !text.endsWith(END) || text.length() < BEGIN.length() + END.length()) {
            throw refused(document);
        }
        String body = text.substring(BEGIN.length(), text.length() - END.length());
        try {
            byte[] encoded = Base64.getDecoder().decode(body.replaceAll("\\s", ""));
            boolean fits = encoded.length == PKCS8.length + Ed25519.KEY_LENGTH
                    && Arrays.equals(PKCS8, Arrays.copyOf(encoded, PKCS8.length));
            if (fits) {
                return new SigningKey(name, Arrays.copyOfRange(encoded, PKCS8.length, encoded.length));
            }
        } catch (IllegalArgumentException e) {
            throw refused(document);
        }
        throw refused(document);
    }

    /**
     * The public half, for verifiers.
     *
     * @return the key
     */
    public VerifierKey verifierKey() {
        return verifier;
    }

    /**
     * The private key as PEM: PKCS#8, not encrypted. A secret.
     *
     * @return three lines
     */
    public String toPem() {
        byte[] encoded = Arrays.copyOf(PKCS8, PKCS8.length + seed.length);
        System.arraycopy(seed, 0, encoded, PKCS8.length, seed.length);
        return BEGIN + "\n" + Base64.getEncoder().encodeToString(encoded) + "\n" + END + "\n";
    }

    /**
     * Signs bytes as they are.
     *
     * @param message the bytes
     * @return 64 bytes; the same each time for the same bytes
     */
    public byte[] sign(byte[] message) {
        return Ed25519.sign(key, message);
    }

    private static ProofException refused(String document) {
        return new ProofException(ProofCode.KEY.in(
                document,
                "the text is no private key of Ed25519 in PKCS#8",
                "write one with: openssl genpkey -algorithm ed25519"));
    }

    /** Says which key it is, and nothing of the key. */
    @Override
    public String toString() {
        return "signing key " + verifier;
    }
}
