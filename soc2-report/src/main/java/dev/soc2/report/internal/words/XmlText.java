package dev.soc2.report.internal.words;

/** Text whose signs XML would read as markup, written so that they stay signs. What XML forbids is {@link Visible}'s. */
public final class XmlText {

    private XmlText() {}

    /** As it can stand between the quotes of an attribute, and in an element just as well. */
    public static String attribute(String text) {
        return escaped(text, "&quot;");
    }

    /** As it can stand in an element, where a quote is a sign like any other. */
    public static String element(String text) {
        return escaped(text, "\"");
    }

    private static String escaped(String text, String quote) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append(quote);
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
