package dev.soc2.model.result;

/**
 * Something a reader of the assessment should know that belongs to no single control.
 *
 * @param code stable id in capitals, such as {@code PENDING_ITEMS}
 * @param text in words
 */
public record Notice(String code, String text) implements Comparable<Notice> {

    /** Checks the invariants. */
    public Notice {
        if (!code.matches("[A-Z][A-Z0-9_]*") || text.isBlank()) {
            throw new IllegalArgumentException("a notice has a code in capitals and a text, got '" + code + "'");
        }
    }

    /** Orders by code, then text. */
    @Override
    public int compareTo(Notice other) {
        int byCode = code.compareTo(other.code);
        return byCode != 0 ? byCode : text.compareTo(other.text);
    }
}
