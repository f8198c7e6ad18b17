package dev.soc2.evidence.proof;

import dev.soc2.evidence.internal.merkle.Hash;
import java.util.List;
import java.util.stream.Collectors;

/** The hashes of a proof: 64 hexadecimal digits in Java, Base64 in files. */
final class Hashes {

    /** A tree of 2^63 leaves has paths of 63 hashes, and a proof of growth one more. */
    static final int MOST = 64;

    private Hashes() {}

    static void require(String hash) {
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a hash is 64 lower-case hexadecimal digits");
        }
    }

    static void require(List<String> hashes) {
        if (hashes.size() > MOST) {
            throw new IllegalArgumentException("a proof has no more than " + MOST + " hashes, got " + hashes.size());
        }
        hashes.forEach(Hashes::require);
    }

    static List<Hash> of(List<String> hashes) {
        return hashes.stream().map(Hash::ofHex).toList();
    }

    static String lines(List<String> hashes) {
        return hashes.stream().map(hash -> Hash.ofHex(hash).base64() + "\n").collect(Collectors.joining());
    }
}
