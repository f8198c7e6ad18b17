package dev.soc2.rules.sampling;

import dev.soc2.model.document.Sha256;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** What makes a draw repeatable anywhere: SHA-256 over UTF-8, and the order of texts by their UTF-8 bytes. */
final class Digest {

    /** Orders texts by their UTF-8 bytes, read as unsigned numbers. */
    static final Comparator<String> BY_BYTES =
            Comparator.comparing(text -> text.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private static final char SEPARATOR = 0x1F;

    private Digest() {}

    static String hex(String text) {
        return Sha256.hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The digest of a text as an unsigned big-endian number. */
    static BigInteger number(String text) {
        return new BigInteger(1, Sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** A seed and what it is used for, kept apart by a separator that neither is likely to hold. */
    static String joined(String seed, String use) {
        return seed + SEPARATOR + use;
    }
}
