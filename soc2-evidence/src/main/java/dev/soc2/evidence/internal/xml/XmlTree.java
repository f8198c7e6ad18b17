package dev.soc2.evidence.internal.xml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Elements being put together, from the outermost inwards, up to a number of them and of characters. */
final class XmlTree {

    static final int PARTS = 200_000;
    static final int TEXT = 1 << 20;

    private final int most;
    private final Deque<Open> open = new ArrayDeque<>();
    private int parts;
    private int characters;
    private @Nullable XmlElement whole;

    XmlTree(int most) {
        this.most = most;
    }

    private static final class Open {
        final XmlName name;
        final int number;
        final Map<String, String> attributes;
        final List<XmlNode> content = new ArrayList<>();
        final StringBuilder text = new StringBuilder();

        Open(XmlName name, int number, Map<String, String> attributes) {
            this.name = name;
            this.number = number;
            this.attributes = attributes;
        }

        void endText() {
            if (!text.isEmpty()) {
                content.add(new XmlText(text.toString()));
                text.setLength(0);
            }
        }
    }

    /** Why it holds more than it may; empty while it does not. */
    Optional<String> excess() {
        if (parts > PARTS) {
            return Optional.of("more than " + PARTS + " elements and attributes");
        }
        if (characters > most) {
            return Optional.of("more than " + most + " characters");
        }
        return !open.isEmpty() && open.peek().text.length() > TEXT
                ? Optional.of("a text of more than " + TEXT + " characters")
                : Optional.empty();
    }

    void start(XmlName name, int number, Map<String, String> attributes) {
        parts += 1 + attributes.size();
        attributes.values().forEach(value -> characters += value.length());
        if (!open.isEmpty()) {
            open.peek().endText();
        }
        open.push(new Open(name, number, attributes));
    }

    void text(String text) {
        if (!open.isEmpty()) {
            characters += text.length();
            open.peek().text.append(text);
        }
    }

    void end() {
        Open ended = open.pop();
        ended.endText();
        XmlElement element = new XmlElement(ended.name, ended.number, ended.attributes, ended.content);
        if (open.isEmpty()) {
            whole = element;
        } else {
            open.peek().content.add(element);
        }
    }

    /** Ends what a document that breaks off left open. */
    void endAll() {
        while (!open.isEmpty()) {
            end();
        }
    }

    /** The outermost element, when it has ended. */
    Optional<XmlElement> whole() {
        return Optional.ofNullable(whole);
    }
}
