package dev.soc2.evidence.internal.bundle;

import dev.soc2.evidence.proof.VerifierKey;
import dev.soc2.model.document.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Where what stands in a bundle. Paths have forward slashes. */
public final class BundleLayout {

    static final String CHECKPOINT = "checkpoint";
    static final String CHECKPOINTS = "checkpoints/";
    static final String KEYS = "keys/";
    static final String VKEY = ".vkey";
    static final String CONTENTS = "contents/sha256/";
    static final String TIMESTAMPS = "timestamps/";
    static final String TSR = ".tsr";
    static final String PROOFS = "proofs/";
    static final String PROOF = ".tlog-proof";
    static final String INDEX = "index.jsonl";
    static final String SUMS = "SHA256SUMS";
    static final String STEPS = "verify.md";
    static final String TILES = "tile/";

    /** Digits that lead a folder of contents, so that no folder gets too many files. */
    private static final int SHARD = 2;

    private static final String DIGEST = "[0-9a-f]{64}";
    private static final String COUNT = "(?:0|[1-9][0-9]{0,18})";
    private static final String NAME = "[A-Za-z0-9._%~+-]{1,250}";

    private static final Pattern KNOWN = Pattern.compile("checkpoint|index\\.jsonl|SHA256SUMS|verify\\.md|checkpoints/"
            + COUNT + "|timestamps/" + COUNT + "\\.tsr|keys/" + NAME + "\\.vkey|proofs/" + NAME
            + "\\.tlog-proof|contents/sha256/[0-9a-f]{2}/" + DIGEST
            + "|tile/(?:entries|[0-9]{1,2})(?:/x[0-9]{3})*/[0-9]{3}(?:\\.p/[0-9]{1,3})?");

    /** Names that Windows keeps for devices, whatever follows behind a dot. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private static final int LONGEST_NAME = 120;
    private static final int SHORT_DIGEST = 16;

    private BundleLayout() {}

    /** Whether a file may stand at a path of a bundle. */
    static boolean isKnown(String path) {
        return KNOWN.matcher(path).matches();
    }

    static String content(String sha256) {
        return CONTENTS + sha256.substring(0, SHARD) + "/" + sha256;
    }

    static String checkpoint(long size) {
        return CHECKPOINTS + size;
    }

    static String timestamp(long size) {
        return TIMESTAMPS + size + TSR;
    }

    /** Files for keys; a log that changed its key has several of one name, told apart by their ids. */
    static String key(VerifierKey key, Set<String> taken) {
        String plain = KEYS + safe(key.name()) + VKEY;
        return taken.add(plain.toLowerCase(Locale.ROOT)) ? plain : KEYS + safe(key.name()) + "+" + key.id() + VKEY;
    }

    /** Names for the proofs of records, none of which another one hides on a disk that does not tell case. */
    static final class ProofNames {

        private final Set<String> taken = new HashSet<>();

        String of(String id) {
            String plain = safe(id);
            return PROOFS + (taken.add(plain.toLowerCase(Locale.ROOT)) ? plain : marked(id)) + PROOF;
        }
    }

    /** Whether a proof of a record may stand at a path. */
    static boolean isProofOf(String id, String path) {
        return path.equals(PROOFS + safe(id) + PROOF) || path.equals(PROOFS + marked(id) + PROOF);
    }

    /** Letters, digits, dot, underscore and hyphen as they are, all else by its bytes in UTF-8; long names cut. */
    static String safe(String id) {
        String escaped = escaped(id);
        boolean plain =
                escaped.length() <= LONGEST_NAME && !DEVICE.matcher(escaped).matches();
        return plain ? escaped : marked(id);
    }

    private static String marked(String id) {
        String escaped = escaped(id);
        String digest = Sha256.hex(id.getBytes(StandardCharsets.UTF_8)).substring(0, SHORT_DIGEST);
        return escaped.substring(0, Math.min(LONGEST_NAME, escaped.length())) + "~" + digest;
    }

    private static String escaped(String id) {
        StringBuilder name = new StringBuilder(id.length());
        for (byte b : id.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = (b >= '0' && b <= '9')
                    || (b >= 'a' && b <= 'z')
                    || (b >= 'A' && b <= 'Z')
                    || b == '_'
                    || b == '-'
                    || (b == '.' && name.length() > 0);
            if (plain) {
                name.append((char) b);
            } else {
                name.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return name.toString();
    }
}
