package dev.soc2.report.internal.pdf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reads the HTML that our templates write: every element closed, every attribute quoted, five characters escaped. It
 * knows no document type, no entity of anybody's own and nothing that could be loaded; what it does not know is a fault
 * of a template.
 */
final class HtmlReader {

    private static final Set<String> VOID = Set.of("br", "hr", "img", "input", "link", "meta", "wbr", "col");
    private static final Set<String> RAW = Set.of("script", "style");
    private static final String DOCTYPE = "<!DOCTYPE html>";
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "nbsp", "\u00A0");

    private final String html;
    private final Document document;
    private final Deque<Node> open = new ArrayDeque<>();
    private int at;

    private HtmlReader(String html, Document document) {
        this.html = html;
        this.document = document;
    }

    static Document read(String html) {
        HtmlReader reader = new HtmlReader(html, empty());
        reader.read();
        return reader.document;
    }

    /** A document of the platform's own implementation, whatever else a host has on its path. */
    static Document empty() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        at = html.startsWith(DOCTYPE) ? DOCTYPE.length() : 0;
        open.push(document);
        while (at < html.length()) {
            if (html.charAt(at) != '<') {
                text(until('<'));
            } else if (html.startsWith("</", at)) {
                close();
            } else {
                element();
            }
        }
        if (open.size() != 1) {
            throw fault("an element is not closed");
        }
    }

    private void text(String raw) {
        // Blanks around the root belong to nothing.
        if (open.size() > 1) {
            open.element().appendChild(document.createTextNode(unescaped(raw)));
        } else if (!raw.isBlank()) {
            throw fault("text outside of the page");
        }
    }

    private void close() {
        at += 2;
        String name = until('>');
        at++;
        if (!open.pop().getNodeName().equals(name.strip())) {
            throw fault("</" + name + "> closes another element");
        }
    }

    private void element() {
        at++;
        Element element = document.createElement(name());
        open.element().appendChild(element);
        boolean closed = attributes(element);
        String name = element.getTagName();
        if (RAW.contains(name)) {
            int end = html.indexOf("</" + name + ">", at);
            if (end < 0) {
                throw fault("<" + name + "> is not closed");
            }
            at = end + name.length() + 3;
        } else if (!closed && !VOID.contains(name)) {
            open.push(element);
        }
    }

    /** Reads up to the end of the tag; tells whether the element ends in it. */
    private boolean attributes(Element element) {
        while (true) {
            skipBlanks();
            if (html.startsWith("/>", at)) {
                at += 2;
                return true;
            }
            if (next() == '>') {
                at++;
                return false;
            }
            String name = name();
            String value = "";
            if (next() == '=') {
                at++;
                if (next() != '"') {
                    throw fault("attribute " + name + " is not quoted");
                }
                at++;
                value = unescaped(until('"'));
                at++;
            }
            element.setAttribute(name, value);
        }
    }

    private String name() {
        int start = at;
        while (isOfName(next())) {
            at++;
        }
        if (start == at) {
            throw fault("a name is missing");
        }
        return html.substring(start, at).toLowerCase(Locale.ROOT);
    }

    private static boolean isOfName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    }

    private void skipBlanks() {
        while (next() == ' ' || next() == '\n') {
            at++;
        }
    }

    private char next() {
        if (at >= html.length()) {
            throw fault("the page ends inside a tag");
        }
        return html.charAt(at);
    }

    private String until(char end) {
        int stop = html.indexOf(end, at);
        int start = at;
        at = stop < 0 ? html.length() : stop;
        return html.substring(start, at);
    }

    private String unescaped(String raw) {
        if (raw.indexOf('&') < 0) {
            return raw;
        }
        StringBuilder out = new StringBuilder(raw.length());
        int from = 0;
        for (int and = raw.indexOf('&'); and >= 0; and = raw.indexOf('&', from)) {
            int end = raw.indexOf(';', and);
            if (end < 0) {
                throw fault("& stands for nothing");
            }
            out.append(raw, from, and).append(meant(raw.substring(and + 1, end)));
            from = end + 1;
        }
        return out.append(raw, from, raw.length()).toString();
    }

    private String meant(String name) {
        if (name.matches("#[0-9]{1,6}")) {
            return Character.toString(Integer.parseInt(name.substring(1)));
        }
        String meant = ENTITIES.get(name);
        if (meant == null) {
            throw fault("&" + name + "; stands for nothing");
        }
        return meant;
    }

    private IllegalStateException fault(String what) {
        List<String> lines =
                html.substring(0, Math.min(at, html.length())).lines().toList();
        return new IllegalStateException("line " + lines.size() + " of the page: " + what);
    }
}
