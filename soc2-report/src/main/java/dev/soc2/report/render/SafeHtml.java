package dev.soc2.report.render;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.function.Consumer;

/**
 * A piece of HTML that the house puts into a report. It is built, never parsed: text is text, links are https, and no
 * other markup can enter. Immutable.
 *
 * <pre>{@code
 * SafeHtml note = SafeHtml.empty()
 *         .paragraph(p -> p.text("Questions: ").link("trust centre", "https://trust.acme.example/"))
 *         .list("Restricted use", "Valid until 2027-01-31");
 * }</pre>
 */
public final class SafeHtml {

    private static final SafeHtml EMPTY = new SafeHtml("");

    private final String html;

    private SafeHtml(String html) {
        this.html = html;
    }

    /**
     * Nothing yet.
     *
     * @return a piece without content
     */
    public static SafeHtml empty() {
        return EMPTY;
    }

    /**
     * Adds a paragraph of plain text.
     *
     * @param text the text; markup in it is shown as it is written
     * @return a copy
     */
    public SafeHtml paragraph(String text) {
        return paragraph(line -> line.text(text));
    }

    /**
     * Adds a paragraph.
     *
     * @param words writes its words
     * @return a copy
     */
    public SafeHtml paragraph(Consumer<Line> words) {
        return new SafeHtml(html + "<p>" + Line.written(words) + "</p>\n");
    }

    /**
     * Adds a list of plain texts.
     *
     * @param items its items, at least one
     * @return a copy
     */
    public SafeHtml list(String... items) {
        if (items.length == 0) {
            throw new IllegalArgumentException("a list has an item");
        }
        StringBuilder list = new StringBuilder("<ul>\n");
        for (String item : List.of(items)) {
            list.append("<li>").append(escaped(item)).append("</li>\n");
        }
        return new SafeHtml(html + list + "</ul>\n");
    }

    /**
     * The markup.
     *
     * @return elements {@code p}, {@code ul}, {@code li}, {@code a}, {@code em} and {@code strong}
     */
    public String html() {
        return html;
    }

    /** Same as {@link #html()}. */
    @Override
    public String toString() {
        return html;
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&#34;");
                case '\'' -> out.append("&#39;");
                default -> out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** The words of one paragraph, one after the other. */
    public static final class Line {

        private final StringBuilder out = new StringBuilder();

        private Line() {}

        private static String written(Consumer<Line> words) {
            Line line = new Line();
            words.accept(line);
            return line.out.toString();
        }

        /**
         * Plain text.
         *
         * @param text the text; markup in it is shown as it is written
         * @return this line
         */
        public Line text(String text) {
            out.append(escaped(text));
            return this;
        }

        /**
         * Emphasised text.
         *
         * @param text the text
         * @return this line
         */
        public Line emphasis(String text) {
            out.append("<em>").append(escaped(text)).append("</em>");
            return this;
        }

        /**
         * Important text.
         *
         * @param text the text
         * @return this line
         */
        public Line strong(String text) {
            out.append("<strong>").append(escaped(text)).append("</strong>");
            return this;
        }

        /**
         * A link that is followed only when a reader clicks it.
         *
         * @param text what is shown
         * @param address an absolute address with https, a host and no user
         * @return this line
         * @throws IllegalArgumentException if the address is another one
         */
        public Line link(String text, String address) {
            out.append("<a rel=\"noopener noreferrer\" href=\"")
                    .append(escaped(checked(address)))
                    .append("\">")
                    .append(escaped(text))
                    .append("</a>");
            return this;
        }

        private static String checked(String address) {
            try {
                URI uri = new URI(address);
                boolean plain = address.codePoints().allMatch(c -> c > ' ' && c < 0x7F);
                if (plain && "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getRawUserInfo() == null) {
                    return address;
                }
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException("a link leads to an https address, got '" + address + "'", e);
            }
            throw new IllegalArgumentException("a link leads to an https address, got '" + address + "'");
        }
    }
}
