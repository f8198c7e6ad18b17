package dev.soc2.report.internal.ci;

import dev.soc2.report.internal.words.Visible;

/** A small writer of XML 1.0: elements, attributes and text, nothing that evidence could break out of. */
final class Xml {

    private final StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private int depth;
    private boolean open;

    Xml start(String name) {
        closeTag();
        indent().append('<').append(name);
        open = true;
        depth++;
        return this;
    }

    Xml attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escape(Visible.line(value), true);
        out.append('"');
        return this;
    }

    Xml attribute(String name, long value) {
        return attribute(name, Long.toString(value));
    }

    /** Text that ends the element. */
    Xml text(String name, String text) {
        out.append('>');
        escape(Visible.of(text), false);
        out.append("</").append(name).append(">\n");
        open = false;
        depth--;
        return this;
    }

    Xml end(String name) {
        depth--;
        if (open) {
            out.append("/>\n");
            open = false;
        } else {
            indent().append("</").append(name).append(">\n");
        }
        return this;
    }

    private void closeTag() {
        if (open) {
            out.append(">\n");
            open = false;
        }
    }

    private StringBuilder indent() {
        return out.append("  ".repeat(depth));
    }

    private void escape(String text, boolean quoted) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append(quoted ? "&quot;" : "\"");
                default -> out.append(c);
            }
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
