package dev.soc2.model.document.tree;

import dev.soc2.model.evidence.AttributeValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Nodes as values of attributes: free content, such as the attributes of a record or the options of an importer.
 *
 * <p>Texts are taken with whatever characters they hold. There is no null among the values, so that a node that holds
 * nothing is a fault.
 */
public final class Attributes {

    private Attributes() {}

    /**
     * A node as a value. What is at fault inside a list or a map is told, and left out.
     *
     * @param node the node
     * @param faults where faults go
     * @return the value; nothing when the node itself is at fault
     */
    public static Optional<AttributeValue> value(Node node, Faults faults) {
        if (node instanceof TextNode text) {
            return Optional.of(AttributeValue.of(text.value()));
        }
        if (node instanceof NumberNode number) {
            return number(number, faults);
        }
        if (node instanceof FlagNode flag) {
            return Optional.of(AttributeValue.of(flag.value()));
        }
        if (node instanceof ListNode list) {
            List<AttributeValue> members = new ArrayList<>();
            list.items().forEach(item -> value(item, faults).ifPresent(members::add));
            return Optional.of(AttributeValue.of(members));
        }
        if (node instanceof MapNode map) {
            return Optional.of(AttributeValue.of(map(map, faults)));
        }
        faults.add(
                DocumentCode.WRONG_KIND,
                node,
                "an attribute holds nothing (null)",
                "leave out an attribute that has no value");
        return Optional.empty();
    }

    /**
     * The fields of a map as values.
     *
     * @param map the map
     * @param faults where faults go
     * @return name to value, in the order of the document, without those at fault
     */
    public static Map<String, AttributeValue> map(MapNode map, Faults faults) {
        Map<String, AttributeValue> read = new LinkedHashMap<>();
        map.entries().forEach((name, entry) -> value(entry.value(), faults).ifPresent(v -> read.put(name, v)));
        return Collections.unmodifiableMap(read);
    }

    private static Optional<AttributeValue> number(NumberNode number, Faults faults) {
        try {
            return Optional.of(AttributeValue.of(number.value()));
        } catch (IllegalArgumentException e) {
            faults.add(
                    DocumentCode.NUMBER,
                    number,
                    "the number has too many digits",
                    "write a number of at most 100 characters");
            return Optional.empty();
        }
    }
}
