package dev.soc2.model.document.tree;

/** What people usually meant when a text is almost JSON. */
final class JsonHints {

    private JsonHints() {}

    static String fix(String text, int offset) {
        char found = text.charAt(offset);
        char before = lastBefore(text, offset);
        if (found == '/' || found == '#') {
            return "leave comments out: JSON has none";
        }
        if (found == '\'' || found == '\u201C' || found == '\u201D') {
            return "write texts and names in double quotes (\")";
        }
        if ((found == '}' || found == ']') && before == ',') {
            return "leave out the comma before '" + found + "'";
        }
        if (found < 0x20) {
            return "write control characters inside texts as escapes, such as \\n or \\u0009";
        }
        if (found == '\\' || before == '\\') {
            return "write a backslash as \\\\";
        }
        if (Character.isLetter(found)) {
            return "write names and texts in double quotes; the only bare words are true, false and null";
        }
        if (found == '"' || found == '{' || found == '[') {
            return "look for a comma or a colon missing before it";
        }
        return "follow the syntax of JSON (RFC 8259)";
    }

    private static char lastBefore(String text, int offset) {
        int i = offset - 1;
        while (i >= 0 && " \t\r\n".indexOf(text.charAt(i)) >= 0) {
            i--;
        }
        return i < 0 ? ' ' : text.charAt(i);
    }
}
