package dev.soc2.rules.internal.expr;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parts of lists and maps; each is taken as its declared type when it is read. */
final class Elements {

    private Elements() {}

    static Object entry(Object map, String key, ExprType type) {
        if (map instanceof Cause) {
            return map;
        }
        if (!(map instanceof Map<?, ?> entries)) {
            return new Cause("a " + Cause.kind(map) + " has no field " + Cause.shown(key));
        }
        Object value = entries.get(key);
        return value == null ? new Cause("there is no " + Cause.shown(key)) : taken(Cause.shown(key), value, type);
    }

    static Object has(Object map, String key) {
        if (map instanceof Cause) {
            return map;
        }
        return map instanceof Map<?, ?> entries
                ? (Object) (entries.get(key) != null)
                : new Cause("a " + Cause.kind(map) + " has no field " + Cause.shown(key));
    }

    static Object at(Object container, Object index, ExprType type) {
        if (container instanceof List<?> list) {
            Optional<Long> position = position(index);
            if (position.isEmpty()) {
                return Cause.cannot("[]", container, index);
            }
            long at = position.get();
            return at < 0 || at >= list.size()
                    ? new Cause("position " + at + " is outside a list of " + list.size())
                    : element(list.get((int) at), type);
        }
        return container instanceof Map && index instanceof String key
                ? entry(container, key, type)
                : Cause.cannot("[]", container, index);
    }

    private static Optional<Long> position(Object index) {
        if (index instanceof Long position) {
            return Optional.of(position);
        }
        return index instanceof BigDecimal number ? Conversions.exactLong(number) : Optional.empty();
    }

    /** A list's element as its type; data may hold what was not declared, and holes. */
    static Object element(@Nullable Object value, ExprType type) {
        return value == null ? new Cause("an element is absent") : taken("an element", value, type);
    }

    static Object taken(String source, Object value, ExprType type) {
        Object taken = Coercion.of(type).take(value);
        return taken != null ? taken : Cause.mismatch(source, value, type);
    }
}
