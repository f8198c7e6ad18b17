package dev.soc2.model.evidence;

import java.util.regex.Pattern;

/** The form of digests in this package. */
final class Digests {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private Digests() {}

    static void requireSha256(String digest) {
        if (!SHA256.matcher(digest).matches()) {
            throw new IllegalArgumentException(
                    "a SHA-256 digest is 64 lower-case hexadecimal digits, got " + digest.length() + " characters");
        }
    }
}
