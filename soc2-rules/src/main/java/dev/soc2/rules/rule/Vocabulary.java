package dev.soc2.rules.rule;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Evidence types with the attributes that they declare, against which expressions are checked. A type that is not
 * declared is open: any attribute may be asked of it.
 *
 * @param types declared attributes by name, by evidence type
 */
public record Vocabulary(Map<String, Map<String, AttributeType>> types) {

    /** Copies the maps, sorted. */
    public Vocabulary {
        Map<String, Map<String, AttributeType>> copy = new TreeMap<>();
        Map.copyOf(types)
                .forEach((type, attributes) ->
                        copy.put(type, Collections.unmodifiableMap(new TreeMap<>(Map.copyOf(attributes)))));
        types = Collections.unmodifiableMap(copy);
    }

    /**
     * What a type declares.
     *
     * @param type the evidence type
     * @return declared attributes by name, or empty when the type is open
     */
    public Optional<Map<String, AttributeType>> attributes(String type) {
        return Optional.ofNullable(types.get(type));
    }

    /**
     * This vocabulary and another; where both declare a type, the attributes of both.
     *
     * @param other the other, which wins where both declare an attribute
     * @return a new vocabulary
     */
    public Vocabulary with(Vocabulary other) {
        Map<String, Map<String, AttributeType>> merged = new TreeMap<>();
        types.forEach((type, attributes) -> merged.put(type, new TreeMap<>(attributes)));
        other.types.forEach((type, attributes) ->
                merged.computeIfAbsent(type, t -> new TreeMap<>()).putAll(attributes));
        return new Vocabulary(merged);
    }
}
