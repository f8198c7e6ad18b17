package dev.soc2.report.internal.pdf;

import dev.soc2.report.internal.words.Phrases;
import dev.soc2.report.internal.words.Visible;
import dev.soc2.report.render.Brand;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Turns the page for screens into one for paper: what stands in it, before it, and above and below each sheet. */
final class PrintPage {

    static final Set<String> PARTS = Set.of("card", "control");
    /** Rows, lines and points of a part that is better moved to the next page than cut. */
    private static final int SMALL = 12;
    /** Characters of the subject that have room below a page. */
    private static final int FOOT = 90;

    private final Phrases phrases;
    private final String author;
    private final Optional<Brand> brand;
    private final UnaryOperator<String> printable;
    private final PrintBody bodies;

    PrintPage(Phrases phrases, String author, Optional<Brand> brand, UnaryOperator<String> printable) {
        this.phrases = phrases;
        this.author = author;
        this.brand = brand;
        this.printable = printable;
        this.bodies = new PrintBody(
                printable,
                brand.map(house -> phrases.text("logo", house.name())).orElse(""));
    }

    Document of(Document screen) {
        Document page = HtmlReader.empty();
        Element source = screen.getDocumentElement();
        Element root = add(page, "html");
        root.setAttribute("lang", source.getAttribute("lang"));
        Element head = add(root, "head");
        Element body = add(root, "body");
        margins(body, source);
        bodies.children(Dom.first(source, "body").orElseThrow(), body, false);
        Contents contents = Contents.of(body);
        head(head, source, body, contents);
        contents(body, contents);
        keepTogether(body);
        return page;
    }

    private void head(Element head, Element source, Element body, Contents contents) {
        String title = Dom.first(source, "title").map(Dom::text).orElse("");
        add(head, "title").setTextContent(plain(title));
        meta(head, "author", author);
        meta(head, "subject", Dom.withClass(body, "status").map(Dom::text).orElse(title));
        meta(head, "description", title);
        add(head, "style")
                .setTextContent(new String(PdfFonts.resource("print.css"), StandardCharsets.UTF_8) + colour());
        contents.bookmarks(add(head, "bookmarks"));
    }

    /** The colour of the house, one that was computed and can be read on paper. */
    private String colour() {
        return brand.flatMap(Brand::accentOnLight)
                .map(accent -> "\na { color: " + accent + " }\n.brand { border-bottom-color: " + accent + " }\n")
                .orElse("");
    }

    private void meta(Element head, String name, String content) {
        Element meta = add(head, "meta");
        meta.setAttribute("name", name);
        meta.setAttribute("content", plain(content));
    }

    /** A text that can stand in the metadata, whose writer knows no character beyond the first plane. */
    private String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        printable
                .apply(Visible.line(text))
                .codePoints()
                .mapToObj(c -> c > Character.MAX_VALUE
                        ? "[U+" + Integer.toHexString(c).toUpperCase(Locale.ROOT) + "]"
                        : Character.toString(c))
                .forEach(plain::append);
        return plain.toString();
    }

    /** What stands on every page: whose draft this is above, the number of the page below. */
    private void margins(Element body, Element source) {
        Element above = add(body, "div", "running-head");
        bodies.children(Dom.withClass(source, "status").orElseThrow(), above, false);
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

    /** The list of the parts with their pages: behind the verdict and its notices, before words of a house. */
    private void contents(Element body, Contents contents) {
        Optional<Element> verdict = Dom.withClass(body, "verdict");
        if (verdict.isEmpty()) {
            return;
        }
        Element part = body.getOwnerDocument().createElement("section");
        part.setAttribute("class", "contents");
        Node parent = verdict.get().getParentNode();
        Node next = verdict.get().getNextSibling();
        while (next instanceof Text
                || (next instanceof Element notices && Dom.classes(notices).contains("small"))) {
            next = next.getNextSibling();
        }
        parent.insertBefore(part, next);
        add(part, "h2").setTextContent(printable.apply(phrases.text("contents")));
        contents.list(add(part, "ul"));
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

    static Element add(Node to, String name) {
        Document page = to instanceof Document itself ? itself : to.getOwnerDocument();
        Element element = page.createElement(name);
        to.appendChild(element);
        return element;
    }

    static Element add(Element to, String name, String classes) {
        Element element = add(to, name);
        element.setAttribute("class", classes);
        return element;
    }
}
