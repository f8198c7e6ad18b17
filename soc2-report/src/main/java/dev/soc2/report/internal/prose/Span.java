package dev.soc2.report.internal.prose;

import java.util.Objects;

/** A piece of text in one style; with a target it leads to a file of the same report. */
public record Span(String text, Style style, String target) {

    /** How a piece of text stands out. */
    public enum Style {
        /** Not at all. */
        PLAIN,
        /** Bold. */
        STRONG,
        /** Italic. */
        EMPHASIS,
        /** As something to type or to compare letter by letter. */
        CODE
    }

    /** A target is a plain name, so that no text of a record can lead anywhere. */
    public Span {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(style, "style");
        if (!target.matches("[A-Za-z0-9._-]*")) {
            throw new IllegalArgumentException("'" + target + "' is no file of the report");
        }
    }

    /** Plain text. */
    public static Span of(String text) {
        return new Span(text, Style.PLAIN, "");
    }

    /** Bold text. */
    public static Span strong(String text) {
        return new Span(text, Style.STRONG, "");
    }

    /** Italic text. */
    public static Span emphasis(String text) {
        return new Span(text, Style.EMPHASIS, "");
    }

    /** Something to type or to compare. */
    public static Span code(String text) {
        return new Span(text, Style.CODE, "");
    }

    /** A way to another file of the report. */
    public static Span link(String text, String file) {
        return new Span(text, Style.PLAIN, file);
    }
}
