package dev.soc2.evidence.internal.xml;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An element with what stands in it. Children are looked up by paths such as {@code target.status}: the local names of
 * elements of the same namespace as this one, so that a foreign element of the same name is never taken for ours.
 */
public final class XmlElement implements XmlNode {

    private final XmlName name;
    private final int number;
    private final Map<String, String> attributes;
    private final List<XmlNode> content;

    XmlElement(XmlName name, int number, Map<String, String> attributes, List<XmlNode> content) {
        this.name = name;
        this.number = number;
        this.attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        this.content = List.copyOf(content);
    }

    public XmlName name() {
        return name;
    }

    /** Which start tag of the document it is, from 0: the same in the rows and in the outline. */
    public int number() {
        return number;
    }

    /** All attributes: by local name, those of a namespace as {@code {namespace}local}; none that declares namespaces. */
    public Map<String, String> attributes() {
        return attributes;
    }

    public List<XmlNode> content() {
        return content;
    }

    /** An attribute without a namespace that is not blank, without white space around it. */
    public Optional<String> attribute(String local) {
        return Optional.ofNullable(attributes.get(local)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** The elements in it, of whatever namespace. */
    public List<XmlElement> elements() {
        List<XmlElement> elements = new ArrayList<>();
        for (XmlNode node : content) {
            if (node instanceof XmlElement element) {
                elements.add(element);
            }
        }
        return List.copyOf(elements);
    }

    /** Every element at a path. */
    public List<XmlElement> elements(String path) {
        List<XmlElement> found = List.of(this);
        for (String local : path.split("\\.", -1)) {
            XmlName wanted = XmlName.of(name.namespace(), local);
            found = found.stream()
                    .flatMap(element -> element.elements().stream())
                    .filter(element -> element.name.equals(wanted))
                    .toList();
        }
        return found;
    }

    /** The first element at a path. */
    public Optional<XmlElement> element(String path) {
        return elements(path).stream().findFirst();
    }

    /** The element of the document with a number, this one included. */
    public Optional<XmlElement> numbered(int wanted) {
        if (number == wanted) {
            return Optional.of(this);
        }
        // The children are in the order of the document, so the last that begins no later holds it, or none does.
        XmlElement holder = null;
        for (XmlElement element : elements()) {
            if (element.number <= wanted) {
                holder = element;
            }
        }
        return holder == null ? Optional.empty() : holder.numbered(wanted);
    }

    /** All text in it, that of elements in it included, without white space around it. */
    public String text() {
        StringBuilder text = new StringBuilder();
        append(text);
        return text.toString().strip();
    }

    private void append(StringBuilder to) {
        for (XmlNode node : content) {
            if (node instanceof XmlText text) {
                to.append(text.text());
            } else if (node instanceof XmlElement element) {
                element.append(to);
            }
        }
    }

    /** The text of the first element at a path, if it is not blank. */
    public Optional<String> text(String path) {
        return element(path).map(XmlElement::text).filter(text -> !text.isEmpty());
    }

    /** The texts of the elements at a path that are not blank. */
    public List<String> texts(String path) {
        return elements(path).stream()
                .map(XmlElement::text)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    /** The text at a path as a time in ISO-8601 with an offset. */
    public Optional<Instant> instant(String path) {
        return text(path).flatMap(text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }
}
