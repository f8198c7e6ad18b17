package dev.soc2.evidence.internal.ledger;

import dev.soc2.model.document.tree.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** Writes one line of canonical JSON: fields in the order of the calls; texts, whole numbers, maps and lists of these. */
final class JsonLine {

    private final StringBuilder out = new StringBuilder(256).append('{');

    static String of(Consumer<JsonLine> fields) {
        JsonLine line = new JsonLine();
        fields.accept(line);
        return line.end();
    }

    JsonLine text(String name, String value) {
        name(name);
        JsonText.quote(value, out);
        return this;
    }

    JsonLine number(String name, long value) {
        name(name);
        out.append(value);
        return this;
    }

    JsonLine map(String name, Consumer<JsonLine> fields) {
        name(name);
        out.append(of(fields));
        return this;
    }

    JsonLine texts(String name, List<String> values) {
        name(name);
        String separator = "[";
        for (String value : values) {
            out.append(separator);
            JsonText.quote(value, out);
            separator = ",";
        }
        out.append(values.isEmpty() ? "[]" : "]");
        return this;
    }

    JsonLine numbers(String name, List<Long> values) {
        name(name);
        String separator = "[";
        for (Long value : values) {
            out.append(separator).append(value.longValue());
            separator = ",";
        }
        out.append(values.isEmpty() ? "[]" : "]");
        return this;
    }

    String end() {
        return out + "}";
    }

    byte[] bytes() {
        return utf8(end());
    }

    /** The line up to the value of a last field, which the caller appends with the closing brace. */
    byte[] upTo(String name) {
        name(name);
        return utf8(out.toString());
    }

    /** A text as it stands between the quotes: one form for each text, halves of surrogate pairs included. */
    static byte[] key(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 8);
        JsonText.quote(text, quoted);
        return utf8(quoted.substring(1, quoted.length() - 1));
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 8);
        JsonText.quote(text, quoted);
        return quoted.toString();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void name(String name) {
        out.append(out.length() == 1 ? "\"" : ",\"").append(name).append("\":");
    }
}
