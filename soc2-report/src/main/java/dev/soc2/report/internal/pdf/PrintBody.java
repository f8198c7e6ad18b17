package dev.soc2.report.internal.pdf;

import dev.soc2.report.internal.words.Visible;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Copies what a screen shows to paper: the same words in the same order, without what only a screen can do. Only elements
 * and attributes named here reach the typesetter.
 */
record PrintBody(UnaryOperator<String> printable, String logo) {

    private static final Set<String> KEPT = Set.of(
            "header",
            "main",
            "footer",
            "section",
            "article",
            "div",
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "ul",
            "ol",
            "li",
            "table",
            "caption",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "blockquote",
            "a",
            "b",
            "strong",
            "em",
            "code",
            "br",
            "span");
    private static final Set<String> OF_SCREENS = Set.of(
            "script",
            "style",
            "link",
            "meta",
            "nav",
            "button",
            "input",
            "label",
            "select",
            "textarea",
            "form",
            "template",
            "noscript",
            "iframe",
            "object",
            "embed",
            "audio",
            "video",
            "img");
    private static final Set<String> ATTRIBUTES = Set.of("id", "class", "lang", "scope", "colspan", "rowspan");
    /** Rows of small things that a screen sets beside each other. */
    private static final Set<String> ROWS = Set.of("tally", "legend");

    void children(Element from, Element to, boolean inCard) {
        for (Node node : Dom.children(from)) {
            if (node instanceof Text text) {
                to.appendChild(to.getOwnerDocument().createTextNode(printable.apply(text.getData())));
            } else if (node instanceof Element element) {
                element(element, to, inCard);
            }
        }
    }

    private void element(Element from, Element to, boolean inCard) {
        String name = from.getTagName();
        List<String> classes = Dom.classes(from);
        if (name.equals("img") && Dom.classes(to).contains("brand")) {
            picture(to);
            return;
        }
        if (OF_SCREENS.contains(name) || classes.contains("skip")) {
            return;
        }
        if (classes.contains("vh") && !name.equals("h2")) {
            return;
        }
        switch (name) {
            case "details" -> children(from, copy(from, to, "div"), true);
            case "summary" -> children(from, heading(from, to, "h3"), inCard);
            case "svg" -> bar(from, to);
            case "dl" -> facts(from, copy(from, to, "table"));
            case "a" -> link(from, to);
            default -> {
                if (name.equals("h3") && inCard) {
                    children(from, copy(from, to, "h4"), true);
                } else if (classes.contains("line")) {
                    line(from, copy(from, to, "div"));
                } else if (ROWS.stream().anyMatch(classes::contains)) {
                    row(from, copy(from, to, "p"));
                } else if (name.equals("table")) {
                    table(from, to, inCard);
                } else if (name.equals("span") && isBare(from)) {
                    children(from, to, inCard);
                } else if (!isLastBreak(from)) {
                    children(from, copy(from, to, KEPT.contains(name) ? name : "span"), inCard);
                }
            }
        }
    }

    /** A span that says nothing on paper would only be one more element of the document's structure. */
    private static boolean isBare(Element span) {
        String parent = ((Element) span.getParentNode()).getAttribute("class");
        return !span.hasAttribute("id")
                && Set.of("", "nowrap").contains(span.getAttribute("class"))
                && !span.getParentNode().getNodeName().equals("th")
                && !parent.equals("ends");
    }

    private static boolean isLastBreak(Element element) {
        Node next = element.getNextSibling();
        while (next instanceof Text text && text.getData().isBlank()) {
            next = next.getNextSibling();
        }
        return element.getTagName().equals("br") && next == null;
    }

    /** A heading with its verdict behind it. */
    private void line(Element from, Element to) {
        Element heading = to;
        for (Node node : Dom.children(from)) {
            if (node instanceof Element element) {
                if (element.getTagName().matches("h[1-6]")) {
                    heading = heading(element, to, element.getTagName());
                    children(element, heading, false);
                } else {
                    heading.appendChild(heading.getOwnerDocument().createTextNode(" "));
                    element(element, heading, false);
                }
            }
        }
    }

    /** A heading is what links to its part lead to, since a page may end between the two. */
    private static Element heading(Element from, Element to, String name) {
        Element heading = copy(from, to, name);
        Element part = to.hasAttribute("id") ? to : (Element) to.getParentNode();
        if (!heading.hasAttribute("id") && PrintPage.PARTS.contains(part.getAttribute("class"))) {
            heading.setAttribute("id", part.getAttribute("id"));
            part.removeAttribute("id");
        }
        return heading;
    }

    /** Small things beside each other; a list of pieces in one line would be none to a screen reader. */
    private void row(Element from, Element to) {
        for (Node node : Dom.children(from)) {
            if (node instanceof Element item) {
                Element copy = PrintPage.add(to, "span", "item");
                for (Element part : Dom.elements(item)) {
                    element(part, copy, false);
                    copy.appendChild(copy.getOwnerDocument().createTextNode(" "));
                }
                to.appendChild(to.getOwnerDocument().createTextNode(" "));
            }
        }
    }

    private void table(Element from, Element to, boolean inCard) {
        Element table = copy(from, to, "table");
        int columns = Dom.first(from, "tr").map(row -> Dom.elements(row).size()).orElse(0);
        table.setAttribute("class", (table.getAttribute("class") + " of-" + columns).strip());
        children(from, table, inCard);
        Dom.first(table, "tr").map(Dom::elements).ifPresent(heads -> {
            for (int i = 0; i < heads.size(); i++) {
                heads.get(i).setAttribute("class", (heads.get(i).getAttribute("class") + " c" + (i + 1)).strip());
            }
        });
    }

    /** Terms and what they are, as a table whose rows have headers. */
    private void facts(Element from, Element table) {
        table.setAttribute("class", "facts-table");
        Element rows = PrintPage.add(table, "tbody");
        Element row = rows;
        for (Element part : Dom.elements(from)) {
            if (part.getTagName().equals("dt")) {
                row = PrintPage.add(rows, "tr");
                Element head = copy(part, row, "th");
                head.setAttribute("scope", "row");
                children(part, head, false);
            } else {
                children(part, copy(part, row, "td"), false);
            }
        }
    }

    /** The logo, which the typesetter was given; beside it stands the name of the house. */
    private void picture(Element to) {
        Element picture = PrintPage.add(to, "img", "logo");
        picture.setAttribute("src", Logo.SOURCE);
        picture.setAttribute("alt", printable.apply(Visible.line(logo)));
        to.appendChild(to.getOwnerDocument().createTextNode(" "));
    }

    private void link(Element from, Element to) {
        String target = from.getAttribute("href");
        boolean away = target.startsWith("https://");
        Element link = copy(from, to, away || target.startsWith("#") ? "a" : "span");
        if (link.getTagName().equals("a")) {
            link.setAttribute("href", target);
            // A cell shows a sign and numbers; the title says its word too.
            link.setAttribute("title", printable.apply(Dom.text(from)));
        }
        children(from, link, false);
        // Nobody follows a link on paper: the address stands behind its words.
        if (away && !Dom.text(from).equals(target)) {
            to.appendChild(to.getOwnerDocument().createTextNode(" (" + target + ")"));
        }
    }

    /** A picture of stretches, drawn with boxes; its words stand below it. */
    private static void bar(Element from, Element to) {
        Element bar = PrintPage.add(to, "div", "bar");
        String[] box = from.getAttribute("viewbox").split(" ", -1);
        int width = Integer.parseInt(box[2]);
        for (Element run : Dom.elements(from)) {
            if (run.getTagName().equals("rect")) {
                Element stretch = PrintPage.add(bar, "div", run.getAttribute("class"));
                stretch.setAttribute(
                        "style",
                        "left:" + tenths(run, "x", width) + "%;width:" + tenths(run, "width", width) + "%;top:"
                                + half(run, "y") + "pt;height:" + half(run, "height") + "pt");
            }
        }
    }

    private static String tenths(Element run, String attribute, int whole) {
        int tenths = Integer.parseInt(run.getAttribute(attribute)) * 1_000 / whole;
        return tenths / 10 + "." + tenths % 10;
    }

    private static String half(Element run, String attribute) {
        int units = Integer.parseInt(run.getAttribute(attribute));
        return units / 2 + (units % 2 == 0 ? "" : ".5");
    }

    private static Element copy(Element from, Element to, String name) {
        Element copy = PrintPage.add(to, name);
        for (Attr attribute : Dom.attributes(from)) {
            if (ATTRIBUTES.contains(attribute.getName())) {
                copy.setAttribute(attribute.getName(), attribute.getValue());
            }
        }
        return copy;
    }
}
