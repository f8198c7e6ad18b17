package dev.soc2.report.internal.pdf;

import dev.soc2.report.internal.words.Phrases;
import dev.soc2.report.internal.words.Visible;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Turns the page for screens into one for paper: the same words in the same order, without what only a screen can do.
 * Only elements and attributes named here reach the typesetter.
 */
final class PrintPage {

    private static final Set<String> KEPT = Set.of(
            "header", "main", "footer", "section", "article", "div", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul",
            "ol", "li", "table", "caption", "thead", "tbody", "tr", "th", "td", "blockquote", "a", "b", "strong", "em",
            "code", "br", "span");
    private static final Set<String> OF_SCREENS = Set.of(
            "script", "style", "link", "meta", "nav", "button", "input", "label", "select", "textarea", "form",
            "template", "noscript", "iframe", "object", "embed", "audio", "video", "img");
    private static final Set<String> ATTRIBUTES = Set.of("id", "class", "lang", "scope", "colspan", "rowspan");
    /** Rows of small things that a screen sets beside each other. */
    private static final Set<String> ROWS = Set.of("tally", "legend");

    private static final Set<String> PARTS = Set.of("card", "control");
    /** Rows, lines and points of a part that is better moved to the next page than cut. */
    private static final int SMALL = 34;
    /** Characters of the subject that have room below a page. */
    private static final int FOOT = 90;

    private final Phrases phrases;
    private final String author;
    private final UnaryOperator<String> printable;

    PrintPage(Phrases phrases, String author, UnaryOperator<String> printable) {
        this.phrases = phrases;
        this.author = author;
        this.printable = printable;
    }

    Document of(Document screen) {
        Document page = HtmlReader.empty();
        Element source = screen.getDocumentElement();
        Element root = add(page, "html");
        root.setAttribute("lang", source.getAttribute("lang"));
        Element head = add(root, "head");
        Element body = add(root, "body");
        margins(body, source);
        children(Dom.first(source, "body").orElseThrow(), body, false);
        Contents contents = Contents.of(body);
        head(head, source, body, contents);
        contents(body, contents);
        keepTogether(body);
        return page;
    }

    private void head(Element head, Element source, Element body, Contents contents) {
        String title = Dom.first(source, "title").map(Dom::text).orElse("");
        add(head, "title").setTextContent(title);
        meta(head, "author", author);
        meta(head, "subject", Dom.withClass(body, "status").map(Dom::text).orElse(title));
        meta(head, "description", title);
        add(head, "style").setTextContent(new String(PdfFonts.resource("print.css"), StandardCharsets.UTF_8));
        contents.bookmarks(add(head, "bookmarks"));
    }

    private static void meta(Element head, String name, String content) {
        Element meta = add(head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", content);
    }

    /** What stands on every page: whose draft this is above, the number of the page below. */
    private void margins(Element body, Element source) {
        Element above = add(body, "div", "running-head");
        children(Dom.withClass(source, "status").orElseThrow(), above, false);
        add(body, "div", "running-subject")
                .setTextContent(printable.apply(
                        Visible.clip(Dom.first(source, "h1").map(Dom::text).orElse(""), FOOT)));
        Element number = add(body, "div", "running-number");
        // Numbers are put in by the style sheet, since they are known last.
        String words = phrases.text("page", "\u0001", "\u0002");
        int from = 0;
        for (int i = 0; i < words.length(); i++) {
            if (words.charAt(i) == '\u0001' || words.charAt(i) == '\u0002') {
                add(number, "span").setTextContent(printable.apply(words.substring(from, i)));
                add(number, "span", words.charAt(i) == '\u0001' ? "page" : "pages");
                from = i + 1;
            }
        }
        add(number, "span").setTextContent(printable.apply(words.substring(from)));
    }

    /** The list of the parts with their pages, after the verdict and what stands with it. */
    private void contents(Element body, Contents contents) {
        Optional<Element> verdict = Dom.withClass(body, "verdict");
        if (verdict.isEmpty()) {
            return;
        }
        Element part = body.getOwnerDocument().createElement("section");
        part.setAttribute("class", "contents");
        Node parent = verdict.get().getParentNode();
        Node next = verdict.get().getNextSibling();
        while (next != null && !next.getNodeName().equals("section")) {
            next = next.getNextSibling();
        }
        parent.insertBefore(part, next);
        add(part, "h2").setTextContent(printable.apply(phrases.text("contents")));
        contents.list(add(part, "ul"));
    }

    private void children(Element from, Element to, boolean inCard) {
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
                } else {
                    children(from, copy(from, to, KEPT.contains(name) ? name : "span"), inCard);
                }
            }
        }
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
        if (!heading.hasAttribute("id") && PARTS.contains(part.getAttribute("class"))) {
            heading.setAttribute("id", part.getAttribute("id"));
            part.removeAttribute("id");
        }
        return heading;
    }

    /** Small things beside each other; a list of pieces in one line would be none to a screen reader. */
    private void row(Element from, Element to) {
        for (Node node : Dom.children(from)) {
            if (node instanceof Element item) {
                children(item, add(to, "span", "item"), false);
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
        Element rows = add(table, "tbody");
        Element row = rows;
        for (Element part : Dom.elements(from)) {
            if (part.getTagName().equals("dt")) {
                row = add(rows, "tr");
                Element head = copy(part, row, "th");
                head.setAttribute("scope", "row");
                children(part, head, false);
            } else {
                children(part, copy(part, row, "td"), false);
            }
        }
    }

    private void link(Element from, Element to) {
        String target = from.getAttribute("href");
        Element link = copy(from, to, target.startsWith("#") ? "a" : "span");
        if (target.startsWith("#")) {
            link.setAttribute("href", target);
            // A cell shows a sign and numbers; the title says its word too.
            link.setAttribute("title", printable.apply(Dom.text(from)));
        }
        children(from, link, false);
    }

    /** A picture of stretches, drawn with boxes; its words stand below it. */
    private static void bar(Element from, Element to) {
        Element bar = add(to, "div", "bar");
        String[] box = from.getAttribute("viewbox").split(" ");
        int width = Integer.parseInt(box[2]);
        for (Element run : Dom.elements(from)) {
            if (run.getTagName().equals("rect")) {
                Element stretch = add(bar, "div", run.getAttribute("class"));
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

    private static void keepTogether(Element element) {
        for (Element child : Dom.elements(element)) {
            boolean part = PARTS.contains(child.getAttribute("class"))
                    || child.getTagName().equals("ul")
                    || child.getAttribute("id").equals("coverage");
            if (part && Dom.count(child, Set.of("tr", "li", "p")) <= SMALL) {
                child.setAttribute("class", (child.getAttribute("class") + " together").strip());
            } else {
                keepTogether(child);
            }
        }
    }

    private static Element copy(Element from, Element to, String name) {
        Element copy = add(to, name);
        for (Attr attribute : Dom.attributes(from)) {
            if (ATTRIBUTES.contains(attribute.getName())) {
                copy.setAttribute(attribute.getName(), attribute.getValue());
            }
        }
        return copy;
    }

    static Element add(Node to, String name) {
        Document page = to instanceof Document itself ? itself : to.getOwnerDocument();
        Element element = page.createElement(name);
        to.appendChild(element);
        return element;
    }

    private static Element add(Element to, String name, String classes) {
        Element element = add(to, name);
        element.setAttribute("class", classes);
        return element;
    }
}
