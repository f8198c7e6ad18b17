package dev.soc2.report.internal.pdf;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The parts of a page, and what has a name in them: for the list of contents and for bookmarks. */
record Contents(List<Part> parts) {

    /** Copies the parts. */
    Contents {
        parts = List.copyOf(parts);
    }

    /** A heading and where it stands. */
    record Part(String name, String target, List<Part> parts) {

        /** Copies the parts. */
        Part {
            parts = List.copyOf(parts);
        }
    }

    static Contents of(Element body) {
        List<Part> parts = new ArrayList<>();
        for (Element section : named(body, "section")) {
            Dom.first(section, "h2").ifPresent(heading -> {
                String target = section.hasAttribute("id") ? section.getAttribute("id") : heading.getAttribute("id");
                parts.add(new Part(name(heading), target, inside(section)));
            });
        }
        return new Contents(parts);
    }

    private static List<Part> inside(Element section) {
        List<Part> parts = new ArrayList<>();
        for (Element heading : named(section, "h3")) {
            if (heading.hasAttribute("id")) {
                parts.add(new Part(name(heading), heading.getAttribute("id"), List.of()));
            }
        }
        return parts;
    }

    /** The heading without the verdict that stands behind it. */
    private static String name(Element heading) {
        StringBuilder name = new StringBuilder();
        for (Node node : Dom.children(heading)) {
            if (!(node instanceof Element element) || !Dom.classes(element).contains("chip")) {
                name.append(node.getTextContent());
            }
        }
        return name.toString().replaceAll("[ \\n\\t]+", " ").strip();
    }

    private static List<Element> named(Element root, String name) {
        List<Element> found = new ArrayList<>();
        for (Element child : Dom.elements(root)) {
            if (child.getTagName().equals(name)) {
                found.add(child);
            }
            found.addAll(named(child, name));
        }
        return found;
    }

    /** Writes the outline that a reader shows beside the pages. */
    void bookmarks(Element bookmarks) {
        parts.forEach(part -> bookmark(part, bookmarks));
    }

    private static void bookmark(Part part, Element parent) {
        Element bookmark = PrintPage.add(parent, "bookmark");
        bookmark.setAttribute("name", part.name());
        bookmark.setAttribute("href", "#" + part.target());
        part.parts().forEach(inner -> bookmark(inner, bookmark));
    }

    /** Writes a line for each part that one may want to leaf to; the style sheet adds the number of its page. */
    void list(Element list) {
        for (Part part : parts) {
            Element link = PrintPage.add(PrintPage.add(list, "li"), "a");
            link.setAttribute("href", "#" + part.target());
            link.setAttribute("title", part.name());
            link.setTextContent(part.name());
        }
    }
}
