package dev.soc2.model.evidence;

/** The form of digests in this package. */
final class Digests {

    private static final int LENGTH = 64;

    private Digests() {}

    static void requireSha256(String digest) {
        if (!isSha256(digest)) {
            throw new IllegalArgumentException(
                    "a SHA-256 digest is 64 lower-case hexadecimal digits, got " + digest.length() + " characters");
        }
    }

    private static boolean isSha256(String digest) {
        if (digest.length() != LENGTH) {
            return false;
        }
        // Digits are as good as random: signs are gathered, so that no branch depends on one.
        int outside = 0;
        for (int i = 0; i < LENGTH; i++) {
            char c = digest.charAt(i);
            outside |= ((c - '0') | ('9' - c)) & ((c - 'a') | ('f' - c));
        }
        return outside >= 0;
    }
}
