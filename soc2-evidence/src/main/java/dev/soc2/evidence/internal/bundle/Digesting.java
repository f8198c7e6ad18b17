package dev.soc2.evidence.internal.bundle;

import dev.soc2.model.document.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Hashes streams, with one buffer for all of them. */
final class Digesting {

    private static final int BUFFER = 1 << 16;

    private final byte[] buffer = new byte[BUFFER];
    private final MessageDigest digest = Sha256.start();

    String sha256(InputStream in) throws IOException {
        digest.reset();
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            digest.update(buffer, 0, count);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
