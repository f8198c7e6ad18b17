package dev.soc2.evidence.internal.file;

import dev.soc2.evidence.internal.outcome.ImportCode;
import dev.soc2.model.issue.Issue;
import dev.soc2.model.issue.Location;
import java.util.Optional;

/** Tells by its first bytes that a file is not the plain text it should be. */
public final class FileSignature {

    /** As many bytes as {@link #refuse} looks at. */
    public static final int LENGTH = 4;

    private FileSignature() {}

    public static Optional<Issue> refuse(String document, byte[] head) {
        String what = kind(head);
        if (what.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ImportCode.OTHER_KIND.at(
                Location.of(document),
                "the file " + what + "; nothing of it was read",
                what.startsWith("is UTF") || what.startsWith("begins")
                        ? "save it as UTF-8 without a byte order mark"
                        : "unpack it, or export it as plain text"));
    }

    /** Whether the file begins with the mark that some programs put before UTF-8. */
    public static boolean isUtf8Mark(byte[] head) {
        return starts(head, 0xEF, 0xBB, 0xBF);
    }

    /** Whether the file is packed with gzip. */
    static boolean isGzip(byte[] head) {
        return starts(head, 0x1F, 0x8B);
    }

    private static String kind(byte[] head) {
        if (isUtf8Mark(head)) {
            return "begins with a byte order mark (bytes EF BB BF)";
        }
        boolean wide = head.length > 1 && (head[0] == 0 || head[1] == 0);
        if (starts(head, 0xFE, 0xFF) || starts(head, 0xFF, 0xFE) || wide) {
            return "is UTF-16 or UTF-32, not UTF-8";
        }
        if (starts(head, 'P', 'K', 3, 4) || starts(head, 'P', 'K', 5, 6)) {
            return "is a ZIP archive or an office document, not text";
        }
        if (isGzip(head)) {
            return "is compressed with gzip, not text";
        }
        return starts(head, '%', 'P', 'D', 'F') ? "is a PDF document, not text" : "";
    }

    private static boolean starts(byte[] head, int... bytes) {
        if (head.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((head[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
