package dev.soc2.evidence.internal.redaction;

import java.util.List;
import java.util.Optional;

/**
 * A field of a record: {@code id}, {@code subject}, {@code actor}, or an attribute and what lies in it.
 *
 * @param name as written
 * @param attribute the names on the way to the value; empty for a field that is no attribute
 */
record FieldPath(String name, List<String> attribute) {

    private static final String ATTRIBUTES = "attributes.";
    private static final List<String> PLAIN = List.of("id", "subject", "actor");

    FieldPath {
        attribute = List.copyOf(attribute);
    }

    static Optional<FieldPath> of(String name) {
        if (PLAIN.contains(name)) {
            return Optional.of(new FieldPath(name, List.of()));
        }
        if (!name.startsWith(ATTRIBUTES)) {
            return Optional.empty();
        }
        List<String> path = List.of(name.substring(ATTRIBUTES.length()).split("\\.", -1));
        return path.contains("") ? Optional.empty() : Optional.of(new FieldPath(name, path));
    }

    boolean is(String plain) {
        return attribute.isEmpty() && name.equals(plain);
    }
}
