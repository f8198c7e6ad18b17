package dev.soc2.evidence.internal.okta;

import dev.soc2.evidence.internal.json.JsonObject;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.evidence.AttributeValue;
import java.nio.charset.StandardCharsets;
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

    /** Fields of the debug data that are JSON inside a text. */
    private static final List<String> PACKED = List.of("logOnlySecurityData");

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
        row.object(field("debugContext"))
                .ifPresent(context -> context.object("debugData")
                        .ifPresent(data -> attributes.put("debugContext", opened(context, data))));
        return attributes;
    }

    /** The debug context with what Okta writes as JSON into a text as the map that it is. */
    private static AttributeValue opened(JsonObject context, JsonObject data) {
        Map<String, AttributeValue> fields = new TreeMap<>(data.attributes());
        for (String name : PACKED) {
            data.text(name).flatMap(OktaEvent::map).ifPresent(map -> fields.put(name, map));
        }
        Map<String, AttributeValue> whole = new TreeMap<>(context.attributes());
        whole.put("debugData", AttributeValue.of(fields));
        return AttributeValue.of(whole);
    }

    private static Optional<AttributeValue> map(String text) {
        Faults faults = new Faults();
        return Documents.readJson(
                        "debugData", text.getBytes(StandardCharsets.UTF_8), DocumentLimits.forDocuments(), faults)
                .filter(node -> faults.isEmpty())
                .filter(MapNode.class::isInstance)
                .map(node -> AttributeValue.of(JsonObject.of((MapNode) node).attributes()));
    }
}
