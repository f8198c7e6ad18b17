package dev.soc2.report.internal.ci;

import dev.soc2.report.internal.words.Visible;
import dev.soc2.report.internal.words.XmlText;

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
        out.append(' ')
                .append(name)
                .append("=\"")
                .append(XmlText.attribute(Visible.line(value)))
                .append('"');
        return this;
    }

    Xml attribute(String name, long value) {
        return attribute(name, Long.toString(value));
    }

    /** Text that ends the element. */
    Xml text(String name, String text) {
        out.append('>')
                .append(XmlText.element(Visible.of(text)))
                .append("</")
                .append(name)
                .append(">\n");
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

    @Override
    public String toString() {
        return out.toString();
    }
}
