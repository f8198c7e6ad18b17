package dev.soc2.evidence.internal.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;

/** The digest of a population's ids: sorted by UTF-8 bytes, each as 4-byte big-endian length and bytes, SHA-256. */
final class PopulationHash {

    private PopulationHash() {}

    static String of(Collection<String> ids) {
        MessageDigest digest = sha256();
        ids.stream()
                .map(id -> id.getBytes(StandardCharsets.UTF_8))
                .sorted(Arrays::compareUnsigned)
                .forEach(id -> {
                    digest.update(
                            ByteBuffer.allocate(Integer.BYTES).putInt(id.length).array());
                    digest.update(id);
                });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
