package dev.soc2.report.internal.prose;

import dev.soc2.report.internal.markdown.MarkdownPage;
import dev.soc2.report.internal.markdown.MarkdownText;
import java.util.stream.Collectors;

/** A document as GitHub flavoured Markdown. Whatever its texts say, they are text. */
public final class ProseMarkdown {

    private static final String TYPED = "[A-Za-z0-9 ._/=:()\"-]+";

    private final MarkdownPage out = new MarkdownPage();

    private ProseMarkdown() {}

    /** The document as text with line feeds. */
    public static String of(Prose prose) {
        ProseMarkdown markdown = new ProseMarkdown();
        markdown.block("# " + start(prose.title()));
        markdown.block("*" + MarkdownText.of(prose.status()) + "*");
        prose.blocks().forEach(markdown::write);
        return markdown.out.toString();
    }

    private void write(Block block) {
        if (block instanceof Block.Heading heading) {
            block("#".repeat(heading.level()) + " " + start(heading.text()));
        } else if (block instanceof Block.Paragraph paragraph) {
            block(line(paragraph.line()));
        } else if (block instanceof Block.Items list) {
            String sign = list.numbered() ? "1. " : "- ";
            block(list.items().stream().map(item -> sign + line(item)).collect(Collectors.joining("\n")));
        } else if (block instanceof Block.Table table) {
            block("**" + MarkdownText.of(table.caption()) + "**");
            table(table);
        }
    }

    /** A block, with a blank line before each but the first. */
    private void block(String text) {
        apart();
        out.line(text);
    }

    private void apart() {
        if (!out.isEmpty()) {
            out.blank();
        }
    }

    private void table(Block.Table table) {
        apart();
        out.head(table.header().stream().map(MarkdownText::of).toList());
        table.rows()
                .forEach(row ->
                        out.row(row.cells().stream().map(ProseMarkdown::line).toList()));
    }

    private static String line(Line line) {
        return line.spans().stream().map(ProseMarkdown::span).collect(Collectors.joining());
    }

    private static String span(Span span) {
        String text = edged(span.text());
        if (!span.target().isEmpty()) {
            return "[" + text.strip() + "](" + span.target() + ")";
        }
        return switch (span.style()) {
            case PLAIN -> text;
            case STRONG -> marked("**", text);
            case EMPHASIS -> marked("*", text);
            case CODE -> span.text().matches(TYPED) ? "`" + span.text().strip() + "`" : text;
        };
    }

    /** Between two marks, the blanks at its ends outside: inside they would keep the marks from being marks. */
    private static String marked(String mark, String text) {
        String inner = text.strip();
        return inner.isEmpty()
                ? text
                : (text.startsWith(" ") ? " " : "") + mark + inner + mark + (text.endsWith(" ") ? " " : "");
    }

    /** Escaped, with the blanks at its ends that part it from its neighbours; a sign there starts no list. */
    private static String edged(String text) {
        String escaped = start(text);
        return (text.startsWith(" ") && !escaped.isEmpty() ? " " : "") + escaped + (text.endsWith(" ") ? " " : "");
    }

    /** Digits of the span before may stand before a point or a bracket, and would start a list with it. */
    private static String start(String text) {
        String escaped = MarkdownText.of(text);
        if (escaped.startsWith(".") || escaped.startsWith(")")) {
            return "&#" + (int) escaped.charAt(0) + ";" + escaped.substring(1);
        }
        return escaped;
    }
}
