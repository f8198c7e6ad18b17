package dev.soc2.model.document.tree;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A tiny writer of JSON, for tests: plain values in, text out. */
final class PlainJson {

    private PlainJson() {}

    static String of(Object value, String gap) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(e -> quoted((String) e.getKey()) + gap + ":" + gap + of(e.getValue(), gap))
                    .collect(Collectors.joining("," + gap, "{" + gap, gap + "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(item -> of(item, gap)).collect(Collectors.joining("," + gap, "[", gap + "]"));
        }
        return value instanceof String text
                ? quoted(text)
                : value instanceof BigDecimal number ? number.toString() : String.valueOf(value);
    }

    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        int position = 0;
        for (int point : text.codePoints().toArray()) {
            // Every seventh character is escaped without need, a pair as two escapes.
            boolean escaped = point < 0x20 || point == '"' || point == '\\' || position++ % 7 == 3;
            for (char c : Character.toChars(point)) {
                out.append(escaped ? String.format(Locale.ROOT, "\\u%04x", (int) c) : String.valueOf(c));
            }
        }
        return out.append('"').toString();
    }
}
