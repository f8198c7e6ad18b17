package dev.soc2.report.internal.oscal;

import dev.soc2.model.criteria.CriterionId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;

/**
 * The identifiers of OSCAL documents: tokens made from our ids, and UUIDs of version 5 (RFC 9562, section 5.5) made from
 * names, so that the same thing of the same engagement has the same UUID in every run and in every document.
 */
final class OscalNames {

    /** The nil UUID: no registered namespace is ours, and the names themselves begin with one. */
    private static final UUID ROOT = new UUID(0L, 0L);

    private final UUID engagement;

    OscalNames(String engagement) {
        this.engagement = version5(ROOT, "dev.soc2/" + engagement);
    }

    /** The UUID of a thing of the engagement. */
    String uuid(String kind, String... parts) {
        return version5(engagement, kind + "\n" + String.join("\n", parts)).toString();
    }

    static UUID version5(UUID namespace, String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .array());
            ByteBuffer digest = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            long high = (digest.getLong() & ~0xF000L) | 0x5000L;
            long low = (digest.getLong() & ~(0xC000L << 48)) | (0x8000L << 48);
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /** A criterion as the id of a control of the catalog, such as {@code cc6.1}. */
    static String criterion(CriterionId id) {
        return token(id.value());
    }

    static String statement(CriterionId id) {
        return criterion(id) + "_smt";
    }

    /** What a control of ours must achieve for a criterion. */
    static String objective(CriterionId id, String control) {
        return criterion(id) + "_obj." + token(control);
    }

    /** Letters, digits, {@code .}, {@code -} and {@code _}; whatever else is written by its number. */
    static String token(String id) {
        StringBuilder token = new StringBuilder();
        id.toLowerCase(Locale.ROOT).codePoints().forEach(c -> {
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
            if (plain) {
                token.appendCodePoint(c);
            } else {
                token.append("_x").append(Integer.toHexString(c)).append('_');
            }
        });
        return token.length() > 0 && token.charAt(0) >= 'a' && token.charAt(0) <= 'z' ? token.toString() : "_" + token;
    }
}
