package dev.soc2.report.internal.prose;

import java.util.List;
import java.util.stream.Collectors;

/** Pieces of text that follow each other: a paragraph, an item of a list, a cell. */
public record Line(List<Span> spans) {

    /** Copies the pieces. */
    public Line {
        spans = List.copyOf(spans);
    }

    /** Plain text. */
    public static Line of(String text) {
        return new Line(List.of(Span.of(text)));
    }

    /** Pieces in their order. */
    public static Line of(Span... spans) {
        return new Line(List.of(spans));
    }

    /** The words without their style. */
    public String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
