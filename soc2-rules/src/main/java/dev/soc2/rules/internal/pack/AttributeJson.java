package dev.soc2.rules.internal.pack;

import dev.soc2.model.evidence.AttributeValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as JSON text. */
final class AttributeJson {

    private AttributeJson() {}

    static String text(AttributeValue value) {
        return text(value.plain());
    }

    private static String text(Object plain) {
        if (plain instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> quoted(String.valueOf(entry.getKey())) + ":" + text(entry.getValue()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (plain instanceof List<?> list) {
            return list.stream().map(AttributeJson::text).collect(Collectors.joining(",", "[", "]"));
        }
        if (plain instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return plain instanceof String text ? quoted(text) : String.valueOf(plain);
    }

    /** Everything but printable ASCII is escaped, so that the text holds whatever a value holds. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c > 0x7e || c == '"' || c == '\\') {
                String hex = Integer.toHexString(c);
                out.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
