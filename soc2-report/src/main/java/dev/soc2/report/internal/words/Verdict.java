package dev.soc2.report.internal.words;

/**
 * How a report groups conclusions for a reader, worst news first. Each has a word, found in {@link Words}, and a
 * sign; colour comes second.
 */
public enum Verdict {
    /** What was found speaks against it. */
    NOT_SUPPORTED("✗", "x", "bad"),
    /** What is at hand does not let us say. */
    UNDETERMINED("?", "?", "unk"),
    /** Nobody looked. */
    NOT_ASSESSED("–", "-", "none"),
    /** What was found speaks for it. */
    SUPPORTED("✓", "+", "ok"),
    /** It does not apply. */
    NOT_APPLICABLE("·", ".", "na");

    private final String sign;
    private final String ascii;
    private final String style;

    Verdict(String sign, String ascii, String style) {
        this.sign = sign;
        this.ascii = ascii;
        this.style = style;
    }

    /** One character. */
    public String sign() {
        return sign;
    }

    /** One character of ASCII. */
    public String ascii() {
        return ascii;
    }

    /** Name of its class in the style sheet. */
    public String style() {
        return style;
    }
}
