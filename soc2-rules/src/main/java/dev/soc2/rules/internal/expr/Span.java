package dev.soc2.rules.internal.expr;

/** A stretch of an expression's text, in code points. */
record Span(int offset, int length) {

    Span to(Span end) {
        return new Span(offset, end.offset + end.length - offset);
    }
}
