package dev.soc2.rules.internal.engine;

import dev.soc2.model.evidence.AttributeValue;
import dev.soc2.model.evidence.Evidence;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whom a record narrows itself to: an attribute with one name, or with a list of them. */
final class Narrowing {

    private Narrowing() {}

    /** The names that an attribute gives; empty when the record does not carry it. */
    static Optional<Set<String>> names(Evidence record, String attribute) {
        return record.attribute(attribute)
                .map(AttributeValue::plain)
                .map(value -> value instanceof List<?> list
                        ? list.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet())
                        : Set.of(value.toString()));
    }

    /** Whether a record concerns one of a name: it says so, or does not narrow itself at all. */
    static boolean concerns(Evidence record, String attribute, String name) {
        return names(record, attribute).map(names -> names.contains(name)).orElse(true);
    }
}
