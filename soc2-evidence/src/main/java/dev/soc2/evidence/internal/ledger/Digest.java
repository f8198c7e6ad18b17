package dev.soc2.evidence.internal.ledger;

import dev.soc2.model.document.Sha256;
import java.util.HexFormat;

/** Digests as bytes and as text. */
final class Digest {

    private Digest() {}

    static byte[] of(byte[] bytes) {
        return Sha256.digest(bytes);
    }

    static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
