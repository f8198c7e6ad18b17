package dev.soc2.rules.internal.pack;

import dev.soc2.model.document.tree.Faults;
import dev.soc2.model.document.tree.Fields;
import dev.soc2.model.document.tree.MapNode;
import dev.soc2.model.document.tree.TextNode;
import dev.soc2.model.document.tree.Value;
import dev.soc2.rules.rule.AttributeType;
import dev.soc2.rules.rule.Vocabulary;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads evidence types with their attributes, from a vocabulary or from the `vocabulary` of a pack. */
final class VocabularyReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private VocabularyReader() {}

    /** A document of its own, in which types and attributes say what they mean. */
    static Optional<Vocabulary> document(Fields fields, Faults faults) {
        Ids.read(fields.required("vocabulary"), faults);
        fields.optional("notice").text();
        return fields.required("types")
                .entries((type, value) -> type(type, faults)
                        .flatMap(t -> value.map(meant -> {
                            meant.optional("meaning").text();
                            meant.optional("subject").text();
                            return meant.required("attributes").entries((n, v) -> attribute(n, v, faults));
                        })))
                .map(Vocabulary::new);
    }

    /** What a pack declares: attributes by type, each with its type, or with its type and its meaning. */
    static Vocabulary declared(Value value, Faults faults) {
        Optional<Map<String, Map<String, AttributeType>>> types = value.entries((type, attributes) ->
                type(type, faults).flatMap(t -> attributes.entries((n, v) -> attribute(n, v, faults))));
        return new Vocabulary(types.orElse(Map.of()));
    }

    private static Optional<String> type(TextNode name, Faults faults) {
        return new RuleParts(new Vocabulary(Map.of()), faults).type(Value.of(name, faults));
    }

    private static Optional<AttributeType> attribute(TextNode name, Value value, Faults faults) {
        if (!NAME.matcher(name.value()).matches()) {
            PackCode.ATTRIBUTE_NAME.tell(
                    faults,
                    name,
                    "the name '" + name + "' cannot be written in an expression",
                    "use letters, digits and '_', and begin with no digit");
        }
        if (value.node().filter(MapNode.class::isInstance).isEmpty()) {
            return value.oneOf(AttributeType.class);
        }
        return value.map(fields -> {
            fields.optional("meaning").text();
            return fields.required("type").oneOf(AttributeType.class);
        });
    }
}
