package dev.soc2.rules.internal.expr;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An item of the tests: attributes and an actor, any of them absent. */
record Sample(Map<String, Object> attributes, Optional<String> actor) {

    /** The types of the attributes, all values of them known. */
    static final ExprType ATTRIBUTES = ExprType.struct(
            "restore.tested",
            Map.ofEntries(
                    Map.entry("name", ExprType.STRING),
                    Map.entry("other", ExprType.STRING),
                    Map.entry("count", ExprType.INT),
                    Map.entry("limit", ExprType.INT),
                    Map.entry("flag", ExprType.BOOL),
                    Map.entry("amount", ExprType.DECIMAL),
                    Map.entry("at", ExprType.TIMESTAMP),
                    Map.entry("seen", ExprType.TIMESTAMP),
                    Map.entry("span", ExprType.DURATION),
                    Map.entry("tags", ExprType.list(ExprType.STRING)),
                    Map.entry("counts", ExprType.list(ExprType.INT)),
                    Map.entry("labels", ExprType.map(ExprType.STRING))),
            false);

    static final Scope SCOPE = new Scope(Map.of("attributes", ATTRIBUTES, "actor", ExprType.STRING));

    /** A scope whose attributes are all undeclared. */
    static final Scope OPEN =
            new Scope(Map.of("attributes", ExprType.struct("anything", Map.of(), true), "actor", ExprType.STRING));

    static Sample of(Map<String, Object> attributes) {
        return new Sample(attributes, Optional.of("ann"));
    }

    static FieldAccess<Sample> bind(FieldPath path, ExprType type) {
        return path.root().isEmpty() ? sample -> sample.actor().orElse(null) : sample -> sample.read(path.field());
    }

    private @Nullable Object read(String field) {
        return attributes.get(field);
    }
}
