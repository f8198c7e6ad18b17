package dev.soc2.report.internal.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Walks through a page. */
final class Dom {

    private Dom() {}

    static List<Node> children(Element element) {
        List<Node> children = new ArrayList<>();
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            children.add(child);
        }
        return children;
    }

    static List<Element> elements(Element element) {
        return children(element).stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    static List<Attr> attributes(Element element) {
        List<Attr> attributes = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            attributes.add((Attr) element.getAttributes().item(i));
        }
        return attributes;
    }

    static List<String> classes(Element element) {
        return List.of(element.getAttribute("class").split(" "));
    }

    static Optional<Element> first(Element root, String name) {
        return first(root, element -> element.getTagName().equals(name));
    }

    static Optional<Element> withClass(Element root, String name) {
        return first(root, element -> classes(element).contains(name));
    }

    private static Optional<Element> first(Element root, Predicate<Element> wanted) {
        if (wanted.test(root)) {
            return Optional.of(root);
        }
        return elements(root).stream()
                .flatMap(child -> first(child, wanted).stream())
                .findFirst();
    }

    static int count(Element root, Set<String> names) {
        return elements(root).stream()
                .mapToInt(child -> count(child, names) + (names.contains(child.getTagName()) ? 1 : 0))
                .sum();
    }

    /** What is read, on one line. */
    static String text(Element element) {
        return element.getTextContent().replaceAll("[ \\n\\t]+", " ").strip();
    }
}
