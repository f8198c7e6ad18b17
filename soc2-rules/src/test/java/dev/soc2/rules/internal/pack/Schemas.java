package dev.soc2.rules.internal.pack;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.soc2.model.document.tree.DocumentLimits;
import dev.soc2.model.document.tree.Documents;
import dev.soc2.model.document.tree.FlagNode;
import dev.soc2.model.document.tree.ListNode;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.Node;
import dev.soc2.model.document.tree.NumberNode;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.evidence.AttributeValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The JSON Schemas that ship with the library, and a validator of somebody else. */
public final class Schemas {

    private static final List<String> NAMES = List.of("rule-pack-1", "vocabulary-1", "scenario-1");

    private Schemas() {}

    /** What the schema says against a YAML document. */
    public static List<String> faults(String schema, String yaml) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(
                        NAMES.stream().collect(Collectors.toMap(name -> "urn:soc2:schema:" + name, Schemas::text))));
        return registry
                .getSchema(SchemaLocation.of("urn:soc2:schema:" + schema))
                .validate(json(yaml), InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }

    /** A schema as a node. */
    public static Node schema(String name) {
        return Documents.readJson(
                name + ".json", text(name).getBytes(StandardCharsets.UTF_8), DocumentLimits.forDocuments());
    }

    private static String text(String name) {
        byte[] bytes = Resources.read(PackDocuments.class, "/META-INF/soc2/schema/" + name + ".json");
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String json(String yaml) {
        return AttributeJson.text(value(Documents.readYaml(
                "document.yaml", yaml.getBytes(StandardCharsets.UTF_8), DocumentLimits.forDocuments())));
    }

    private static AttributeValue value(Node node) {
        if (node instanceof MapNode map) {
            return AttributeValue.of(map.entries().entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, entry -> value(entry.getValue().value()))));
        }
        if (node instanceof ListNode list) {
            return AttributeValue.of(list.items().stream().map(Schemas::value).toList());
        }
        if (node instanceof FlagNode flag) {
            return AttributeValue.of(flag.value());
        }
        return node instanceof NumberNode number
                ? AttributeValue.of(number.value())
                : AttributeValue.of(((TextNode) node).value());
    }
}
