package dev.soc2.rules.internal.expr;

/**
 * A word of an expression.
 *
 * @param text the word itself; of a text literal its decoded content
 */
record Token(Kind kind, String text, Span span) {

    enum Kind {
        NAME,
        INTEGER,
        DECIMAL,
        TEXT,
        SIGN,
        END
    }

    boolean is(String sign) {
        return kind == Kind.SIGN && text.equals(sign);
    }

    boolean isWord(String word) {
        return kind == Kind.NAME && text.equals(word);
    }

    /** How a fault names it. */
    String shown() {
        return switch (kind) {
            case TEXT -> "a text";
            case END -> "the end";
            default -> "'" + text + "'";
        };
    }
}
