package dev.soc2.evidence.internal.oscal;

import dev.soc2.evidence.internal.xml.XmlElement;
import dev.soc2.evidence.internal.xml.XmlNode;
import dev.soc2.evidence.internal.xml.XmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The prose of OSCAL's XML as the Markdown that OSCAL's JSON has in its place. */
final class OscalMarkup {

    private static final Set<String> BLOCKS =
            Set.of("p", "ul", "ol", "pre", "blockquote", "table", "h1", "h2", "h3", "h4", "h5", "h6", "hr");

    private OscalMarkup() {}

    /** Prose on one line. */
    static String line(XmlElement element) {
        return inline(element.content()).strip();
    }

    /** Paragraphs, lists and the like. Text that stands beside them counts as a paragraph. */
    static String prose(XmlElement element) {
        List<String> blocks = new ArrayList<>();
        List<XmlNode> loose = new ArrayList<>();
        for (XmlNode node : element.content()) {
            if (node instanceof XmlElement child && BLOCKS.contains(child.name().local())) {
                add(blocks, inline(loose).strip());
                loose.clear();
                add(blocks, block(child));
            } else {
                loose.add(node);
            }
        }
        add(blocks, inline(loose).strip());
        return String.join("\n\n", blocks).stripTrailing();
    }

    private static void add(List<String> blocks, String block) {
        if (!block.isBlank()) {
            blocks.add(block);
        }
    }

    private static String block(XmlElement element) {
        return switch (element.name().local()) {
            case "ul" -> list(element, "", false) + "\n";
            case "ol" -> list(element, "", true) + "\n";
            case "pre" -> "```\n" + element.text() + "\n```";
            case "blockquote" -> "> " + prose(element).replace("\n", "\n> ");
            case "table" -> table(element);
            case "hr" -> "---";
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                "#".repeat(element.name().local().charAt(1) - '0') + " " + line(element);
            default -> line(element);
        };
    }

    private static String list(XmlElement list, String indent, boolean isNumbered) {
        List<String> items = new ArrayList<>();
        for (XmlElement item : list.elements("li")) {
            List<XmlNode> prose = new ArrayList<>();
            StringBuilder inner = new StringBuilder();
            for (XmlNode node : item.content()) {
                if (node instanceof XmlElement child
                        && (child.name().local().equals("ul")
                                || child.name().local().equals("ol"))) {
                    inner.append('\n')
                            .append(list(
                                    child, indent + "  ", child.name().local().equals("ol")));
                } else {
                    prose.add(node);
                }
            }
            String mark = isNumbered ? items.size() + 1 + ". " : "* ";
            items.add(indent + mark + inline(prose).strip() + inner);
        }
        return String.join("\n", items);
    }

    private static String table(XmlElement table) {
        List<String> lines = new ArrayList<>();
        for (XmlElement row : table.elements("tr")) {
            List<String> cells = row.elements().stream().map(OscalMarkup::line).toList();
            lines.add("| " + String.join(" | ", cells) + " |");
            if (lines.size() == 1) {
                lines.add("|" + " --- |".repeat(cells.size()));
            }
        }
        return String.join("\n", lines);
    }

    private static String inline(List<XmlNode> nodes) {
        StringBuilder line = new StringBuilder();
        for (XmlNode node : nodes) {
            if (node instanceof XmlText text) {
                line.append(escaped(text.text()));
            } else if (node instanceof XmlElement element) {
                line.append(inline(element));
            }
        }
        return line.toString().replaceAll("[ \t\r\n]+", " ");
    }

    private static String inline(XmlElement element) {
        String inner = inline(element.content());
        return switch (element.name().local().toLowerCase(Locale.ROOT)) {
            case "em", "i" -> "*" + inner + "*";
            case "strong", "b" -> "**" + inner + "**";
            case "code" -> "`" + element.text() + "`";
            case "sub" -> "~" + inner + "~";
            case "sup" -> "^" + inner + "^";
            case "q" -> "\"" + inner + "\"";
            case "a" -> "[" + inner + "](" + element.attribute("href").orElse("") + ")";
            case "img" ->
                "![" + element.attribute("alt").orElse("") + "]("
                        + element.attribute("src").orElse("") + ")";
            case "insert" ->
                "{{ insert: " + element.attribute("type").orElse("") + ", "
                        + element.attribute("id-ref").orElse("") + " }}";
            case "br" -> " ";
            default -> inner;
        };
    }

    /** Characters that Markdown would take for its own. */
    private static String escaped(String text) {
        return text.replaceAll("([`~^*\\\\])", "\\\\$1");
    }
}
