package dev.soc2.report.internal.words;

/** How a report groups conclusions for a reader, worst news first. Each has a word and a sign; colour comes second. */
public enum Verdict {
    /** What was found speaks against it. */
    NOT_SUPPORTED("not supported", "✗", "x", "bad"),
    /** What is at hand does not let us say. */
    UNDETERMINED("undetermined", "?", "?", "unk"),
    /** Nobody looked. */
    NOT_ASSESSED("not assessed", "–", "-", "none"),
    /** What was found speaks for it. */
    SUPPORTED("supported", "✓", "+", "ok"),
    /** It does not apply. */
    NOT_APPLICABLE("not applicable", "·", ".", "na");

    private final String word;
    private final String sign;
    private final String ascii;
    private final String style;

    Verdict(String word, String sign, String ascii, String style) {
        this.word = word;
        this.sign = sign;
        this.ascii = ascii;
        this.style = style;
    }

    /** The word, in lower case. */
    public String word() {
        return word;
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
