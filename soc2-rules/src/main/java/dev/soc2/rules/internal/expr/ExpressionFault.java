package dev.soc2.rules.internal.expr;

/**
 * A fault of an expression, placed inside its text; the reader of the rule pack maps it into the document.
 *
 * @param offset where it starts, in code points from 0
 * @param length how much to underline, in code points
 * @param what what is wrong
 * @param fix how to mend it
 */
public record ExpressionFault(int offset, int length, String what, String fix) {
    public ExpressionFault {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("a fault has a place, got " + offset + "+" + length);
        }
    }

    static ExpressionFault at(Span span, String what, String fix) {
        return new ExpressionFault(span.offset(), span.length(), what, fix);
    }
}
