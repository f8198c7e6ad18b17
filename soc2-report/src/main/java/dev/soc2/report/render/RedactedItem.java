package dev.soc2.report.render;

import java.util.regex.Pattern;

/**
 * Something that was left out of what is handed over; it is listed, so that nothing is left out silently.
 *
 * @param name what it is called: the name of a file, the id of a record
 * @param sha256 SHA-256 of what was left out, 64 lower-case hexadecimal digits, or the digest with a key that stands for
 *     it where a bare one could be guessed
 * @param reason why it was left out
 */
public record RedactedItem(String name, String sha256, String reason) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /** Checks that all three are said. */
    public RedactedItem {
        if (name.isBlank() || reason.isBlank() || !DIGEST.matcher(sha256).matches()) {
            throw new IllegalArgumentException(
                    "what was left out has a name, a SHA-256 of 64 lower-case hexadecimal digits and a reason; got '"
                            + name + "', '" + sha256 + "', '" + reason + "'");
        }
    }
}
