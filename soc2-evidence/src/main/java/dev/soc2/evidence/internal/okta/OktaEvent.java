package dev.soc2.evidence.internal.okta;

import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.model.evidence.AttributeValue;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An event of the System Log. Warehouses that keep logs in tables write the names of columns, which are the fields at
 * the top, in lower case; such a field stands for Okta's of the same letters.
 */
final class OktaEvent {

    private static final List<String> NAMES = List.of(
            "actor",
            "authenticationContext",
            "client",
            "debugContext",
            "device",
            "displayMessage",
            "eventType",
            "legacyEventType",
            "outcome",
            "published",
            "request",
            "securityContext",
            "severity",
            "target",
            "transaction",
            "uuid",
            "version");

    private final JsonObject row;
    private final Map<String, String> written = new HashMap<>();

    OktaEvent(JsonObject row) {
        this.row = row;
        for (String name : NAMES) {
            String lower = name.toLowerCase(Locale.ROOT);
            written.put(name, !row.has(name) && row.has(lower) ? lower : name);
        }
    }

    /** The path as the row writes it. */
    String field(String path) {
        int dot = path.indexOf('.');
        String top = dot < 0 ? path : path.substring(0, dot);
        return written.getOrDefault(top, top) + (dot < 0 ? "" : path.substring(dot));
    }

    Optional<String> text(String path) {
        return row.text(field(path));
    }

    List<JsonObject> objects(String path) {
        return row.objects(field(path));
    }

    /** All fields under Okta's names. */
    Map<String, AttributeValue> attributes() {
        Map<String, AttributeValue> attributes = new TreeMap<>(row.attributes());
        written.forEach((name, column) -> {
            if (!name.equals(column)) {
                attributes.put(name, attributes.remove(column));
            }
        });
        return attributes;
    }
}
