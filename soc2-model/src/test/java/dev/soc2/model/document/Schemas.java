package dev.soc2.model.document;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.FlagNode;
import dev.soc2.model.document.tree.JsonText;
import dev.soc2.model.document.tree.ListNode;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.NumberNode;
import dev.soc2.model.document.tree.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The JSON Schemas that come with this module, and a validator of somebody else. */
final class Schemas {

    private Schemas() {}

    /** What the schema says against a YAML document. */
    static List<String> faults(String schema, String yaml) {
        String id = "urn:soc2:schema:" + schema;
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(Map.of(id, text(schema))))
                .getSchema(SchemaLocation.of(id))
                .validate(json(yaml(yaml)), InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** The names of the properties of a map of the schema, found by the steps to it. */
    static Set<String> properties(String schema, String steps) {
        Node node = Documents.readJson(
                schema + ".json", text(schema).getBytes(StandardCharsets.UTF_8), DocumentLimits.forDocuments());
        for (String step : Arrays.asList((steps.isEmpty() ? "properties" : steps + "/properties").split("/"))) {
            node = node instanceof ListNode list
                    ? list.items().get(Integer.parseInt(step))
                    : ((MapNode) node).get(step).orElseThrow(() -> new AssertionError("no " + step + " in " + steps));
        }
        return ((MapNode) node).entries().keySet();
    }

    static Node yaml(String yaml) {
        return Documents.readYaml("d.yaml", yaml.getBytes(StandardCharsets.UTF_8), DocumentLimits.forDocuments());
    }

    private static String text(String schema) {
        try (InputStream in = EngagementFile.class.getResourceAsStream("/META-INF/soc2/schema/" + schema + ".json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Node node) {
        if (node instanceof MapNode map) {
            return map.entries().entrySet().stream()
                    .map(e -> quoted(e.getKey()) + ":" + json(e.getValue().value()))
                    .collect(Collectors.joining(",", "{", "}"));
        }
        if (node instanceof ListNode list) {
            return list.items().stream().map(Schemas::json).collect(Collectors.joining(",", "[", "]"));
        }
        if (node instanceof TextNode text) {
            return quoted(text.value());
        }
        if (node instanceof NumberNode number) {
            return number.value().toString();
        }
        return node instanceof FlagNode flag ? Boolean.toString(flag.value()) : "null";
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder();
        JsonText.quote(text, out);
        return out.toString();
    }
}
