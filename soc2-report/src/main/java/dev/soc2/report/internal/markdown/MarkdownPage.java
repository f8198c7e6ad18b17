package dev.soc2.report.internal.markdown;

import dev.soc2.report.internal.words.Visible;
import java.util.Collections;
import java.util.List;

/**
 * A page of GitHub flavoured Markdown while it is written, line by line. What it is handed is Markdown already: what
 * others wrote goes through {@link #text} first.
 */
public final class MarkdownPage {

    private final StringBuilder out = new StringBuilder(1 << 12);

    /** Text of others in a sentence or a cell, see {@link MarkdownText}. */
    public static String text(String text) {
        return MarkdownText.of(text);
    }

    /** The start of a text of others, at most so many characters of what a reader sees. */
    public static String clipped(String text, int most) {
        return MarkdownText.of(Visible.clip(Visible.line(text), most));
    }

    /** A heading of a level, with the blank line behind it. */
    public MarkdownPage heading(int level, String markdown) {
        return paragraph("#".repeat(level) + " " + markdown);
    }

    /** A line that stands for itself, with the blank line behind it. */
    public MarkdownPage paragraph(String markdown) {
        return line(markdown).blank();
    }

    /** A line of a quotation. */
    public MarkdownPage quote(String markdown) {
        return line("> " + markdown);
    }

    /** An item of a list. */
    public MarkdownPage item(String markdown) {
        return line("- " + markdown);
    }

    /** A step of a numbered list; the viewer counts. */
    public MarkdownPage step(String markdown) {
        return line("1. " + markdown);
    }

    /** The head of a table. */
    public MarkdownPage head(List<String> titles) {
        return row(titles).row(Collections.nCopies(titles.size(), "---"));
    }

    /** The head of a table. */
    public MarkdownPage head(String... titles) {
        return head(List.of(titles));
    }

    /** The head of a table of figures, which are set right. */
    public MarkdownPage figures(List<String> titles) {
        return row(titles).line("|" + " ---: |".repeat(titles.size()));
    }

    /** A row of a table. */
    public MarkdownPage row(List<String> cells) {
        return line("| " + String.join(" | ", cells) + " |");
    }

    /** A row of a table. */
    public MarkdownPage row(String... cells) {
        return row(List.of(cells));
    }

    /** A blank line, which ends a list or a table. */
    public MarkdownPage blank() {
        return line("");
    }

    /** Any line. */
    public MarkdownPage line(String markdown) {
        out.append(markdown).append('\n');
        return this;
    }

    /** Whether nothing was written yet. */
    public boolean isEmpty() {
        return out.isEmpty();
    }

    /** The page as text with line feeds. */
    @Override
    public String toString() {
        return out.toString();
    }
}
