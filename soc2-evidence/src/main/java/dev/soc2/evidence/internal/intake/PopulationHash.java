package dev.soc2.evidence.internal.intake;

import dev.soc2.model.document.Sha256;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The digest of a population's ids: sorted by UTF-8 bytes, each as 4-byte big-endian length and bytes, SHA-256. */
final class PopulationHash {

    private PopulationHash() {}

    static String of(TextPool ids) {
        MessageDigest digest = Sha256.start();
        ids.forEach(id -> {
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(id.length).array());
            digest.update(id);
        });
        return HexFormat.of().formatHex(digest.digest());
    }
}
