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
        boolean sound = digest.length() == LENGTH;
        for (int i = 0; sound && i < LENGTH; i++) {
            char c = digest.charAt(i);
            sound = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
        }
        return sound;
    }
}
